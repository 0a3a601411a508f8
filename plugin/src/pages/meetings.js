import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { momentText } from "../words/dates.js";
import { t } from "../words/message.js";
import { LiveElement, freshId } from "./element.js";
import { troubleOf } from "./notice.js";
import { showToast } from "./toast.js";
import { undoing } from "./undoing.js";
import { personLink } from "./who.js";
/** @import { MeetingBrief } from "../generated/contract.ts" */
/** @import { FormEvent } from "./events.ts" */
/** @import { With } from "./with.ts" */

/** @typedef {{ meetings?: MeetingBrief[] }} Fields */

/**
 * <gt-meetings>: meetings of these days with people who are known: what to remember, a question, something to offer; before it
 * what the user hopes to learn, after it what was learned. Nothing when there are none.
 */
export class Meetings extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, meetings: { state: true }, problem: { state: true } };
  #id = freshId("meetings");

  /** Reads again what is shown. */
  async load() {
    this.meetings = (await this.read(() => this.session.bridge.listMeetings()))?.meetings ?? this.meetings;
  }

  /**
   * @param {FormEvent} event
   * @param {MeetingBrief} meeting
   */
  async #answer(event, { event: uid, start, over }) {
    event.preventDefault();
    const text = String(new FormData(event.target).get("text")).trim();
    const answer = await this.attempt(() => this.session.bridge.answerMeeting({}, { event: uid, start, lesson: over ? "learned" : "hope", text }));
    if (!answer) return;
    showToast(t(text ? "meetings.noted" : "meetings.taken_away"), undoing(this.session, answer.undo, () => this.load()));
    await this.load();
  }

  /** @param {MeetingBrief["people"][number]} brief */
  #person({ person: uid, person_name: name, facts, question, offer }) {
    return html`<li><h4>${personLink({ uid, name })}</h4>
      <ul>${facts.map((fact) => html`<li>${fact}</li>`)}</ul>
      <p>${question}</p><p class="quiet">${offer}</p></li>`;
  }

  /** @param {MeetingBrief} meeting */
  #lesson(meeting) {
    const { over, hope = "", learned = "" } = meeting;
    return html`${over && hope ? html`<p class="quiet">${t("meetings.hoped", { hope })}</p>` : nothing}
      <form class="line" @submit=${(/** @type {FormEvent} */ event) => this.#answer(event, meeting)}>
        <label class="wide">${t(over ? "meetings.learned" : "meetings.hope")} <input name="text" maxlength="2000" autocomplete="off" .value=${over ? learned : hope} /></label>
        <button type="submit" data-action="note-lesson">${t("record.save")}</button>
      </form>`;
  }

  /** @param {MeetingBrief} meeting */
  #meeting(meeting) {
    const { event, start, title, people, notes, over } = meeting;
    return html`<li data-meeting=${event}>
      <h3>${title ? html`<bdi>${title}</bdi>` : t("meetings.private")} <span class="quiet"><time datetime=${start}>${momentText(start)}</time></span></h3>
      ${notes.map((note) => html`<p class="quiet">${note}</p>`)}
      ${people.length ? html`<details ?open=${!over}><summary>${t("meetings.remember", { count: people.length })}</summary><ul class="cards">${people.map((one) => this.#person(one))}</ul></details>` : nothing}
      ${this.#lesson(meeting)}
    </li>`;
  }

  render() {
    if (!this.meetings?.length) return troubleOf(this);
    return html`<section class="panel" aria-labelledby=${this.#id}><h2 id=${this.#id}>${t("meetings.head")}</h2>
      <ul class="rows">${repeat(this.meetings, ({ event, start }) => `${event} ${start}`, (meeting) => this.#meeting(meeting))}</ul>
      ${troubleOf(this)}
    </section>`;
  }
}
customElements.define("gt-meetings", Meetings);
