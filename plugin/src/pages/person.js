import { html, nothing } from "lit";
import { birthdayText, dayText, momentText } from "../words/dates.js";
import { everyDays, label, layerLabel, momentLabel, titleOf } from "../words/labels.js";
import { GoodElement } from "./element.js";
import { loading, problemNotice } from "./notice.js";
import { mailLink, phoneLink } from "./safe_link.js";
import { showToast } from "./toast.js";
import "./log_form.js";
import "./profile.js";
import "./tags.js";

const firstMoments = 40;
const setByHand = (words) => `${words} (set by you)`;
const joined = (parts) => parts.filter(Boolean).join(", ");

/** <gt-person>: one person with tags, log form, promises, settings and the timeline. */
export class PersonPage extends GoodElement {
  static properties = { session: { attribute: false }, uid: {}, person: { state: true }, whole: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.listen(this.session, "changed", () => this.load());
  }

  willUpdate(changed) {
    if (!changed.has("uid")) return;
    this.person = null;
    this.whole = false;
    this.load();
  }

  /** Reads the person again. */
  async load() {
    const { uid } = this;
    const turn = (this.turn = (this.turn ?? 0) + 1);
    const person = await this.attempt(() => this.session.bridge.getPerson({ uid }));
    // Answers may overtake each other; only the last question counts.
    if (person && turn === this.turn) this.person = person;
  }

  async #tag(edit) {
    const { bridge } = this.session;
    const answer = await this.attempt(() => bridge.editTags({ uid: this.uid }, edit));
    if (!answer) return;
    this.person = answer.person;
    const done = edit.add ? `Tagged ${edit.add[0]}.` : `Tag ${edit.remove[0]} removed.`;
    const text = answer.sent === false ? `${done} ${answer.note || "It goes to the server with the next sync."}` : done;
    showToast(text, answer.undo ? () => bridge.undo({}, { undo: answer.undo }).then(() => this.load()) : null);
  }

  #head() {
    const { person } = this;
    const place = joined([person.title, person.unit, person.organisation]);
    return html`<header class="page-head person-head">
      <p><a href="#/people">People</a></p>
      <h1 tabindex="-1"><bdi>${person.name}</bdi></h1>
      ${place ? html`<p><bdi>${place}</bdi></p>` : nothing}
      <ul class="ways">
        ${person.emails.map((email) => html`<li>${mailLink(email) ? html`<a href=${mailLink(email)}><bdi>${email}</bdi></a>` : html`<bdi>${email}</bdi>`}</li>`)}
        ${(person.phones ?? []).map((phone) => html`<li>${phoneLink(phone) ? html`<a href=${phoneLink(phone)}><bdi>${phone}</bdi></a>` : html`<bdi>${phone}</bdi>`}</li>`)}
      </ul>
    </header>`;
  }

  #facts() {
    const { person } = this;
    const rows = [
      ["Last contact", person.last_contact ? dayText(person.last_contact) : "none known"],
      ["Rhythm", person.cadence_days ? setByHand(everyDays(person.cadence_days)) : (person.usual?.replace(/^usually /, "") ?? "not enough history")],
      ["State", label(person.state)],
      ["Next meeting", person.next_meeting && momentText(person.next_meeting)],
      ["Circle", person.manual_layer === undefined ? layerLabel(person.layer) : setByHand(layerLabel(person.manual_layer))],
      ["Birthday", person.birthday && birthdayText(person.birthday)],
      ["Resting until", person.snoozed_until && dayText(person.snoozed_until)],
      ["Book", person.book],
    ].filter(([, value]) => value);
    return html`<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>`;
  }

  #promises() {
    const { promises } = this.person;
    if (promises.length === 0) return nothing;
    return html`<section class="panel" aria-labelledby="promises-head">
      <h2 id="promises-head">You promised</h2>
      <ul>${promises.map(({ text, due }) => html`<li>${text}${due ? html` <span class="quiet">by ${dayText(due)}</span>` : nothing}</li>`)}</ul>
    </section>`;
  }

  async #showAll() {
    const next = this.querySelectorAll(".timeline li").length;
    this.whole = true;
    await this.updateComplete;
    this.querySelectorAll(".timeline li")[next].focus();
  }

  #timeline() {
    const { timeline, notes = [] } = this.person;
    const shown = this.whole ? timeline : timeline.slice(0, firstMoments);
    return html`<section class="panel" aria-labelledby="timeline-head">
      <h2 id="timeline-head">Timeline</h2>
      ${notes.length ? html`<div class="notes"><h3>Notes on the card</h3>${notes.map((note) => html`<p class="text">${note}</p>`)}</div>` : nothing}
      ${timeline.length === 0 ? html`<p class="quiet">No history yet. Meetings from your calendar and everything you log appear here.</p>` : nothing}
      <ol class="timeline">
        ${shown.map(
          (entry) => html`<li tabindex="-1">
            <time datetime=${entry.at}>${dayText(entry.day)}</time>
            <span class="mark">${entry.channel && entry.kind === "touch" ? label(entry.channel) : momentLabel(entry.kind)}</span>
            <div>${titleOf(entry) ? html`<bdi>${entry.title}</bdi>` : nothing}${entry.text ? html`<p class="text">${entry.text}</p>` : nothing}</div>
          </li>`,
        )}
      </ol>
      ${shown.length < timeline.length ? html`<button data-action="whole-timeline" @click=${() => this.#showAll()}>Show all ${timeline.length}</button>` : nothing}
    </section>`;
  }

  render() {
    const { person } = this;
    if (!person) return html`${problemNotice(this.problem)}${this.problem ? html`<p><a href="#/people">People</a></p>` : loading}`;
    return html`${this.#head()} ${problemNotice(this.problem)}
      <div class="columns">
        <div>
          <section class="panel" aria-labelledby="tags-head">
            <h2 id="tags-head">Tags and roles</h2>
            <gt-tags .tags=${person.tags} .roleNames=${person.roles} .disabled=${!person.can_tag} .hint=${person.tag_hint ?? ""} @edit=${(event) => this.#tag(event.detail)}></gt-tags>
          </section>
          <section class="panel" aria-labelledby="log-head">
            <h2 id="log-head">Log</h2>
            <gt-log-form .session=${this.session} .uid=${person.uid} @logged=${() => this.load()}></gt-log-form>
          </section>
          ${this.#promises()} ${this.#timeline()}
        </div>
        <aside aria-label="About">
          <section class="panel"><h2>At a glance</h2>${this.#facts()}</section>
          <gt-profile .session=${this.session} .person=${person} @saved=${(event) => (this.person = event.detail)}></gt-profile>
        </aside>
      </div>`;
  }
}
customElements.define("gt-person", PersonPage);
