import { html, nothing } from "lit";
import { birthdayText, dayAfter, dayText, momentText } from "../words/dates.js";
import { everyDays, label, layerLabel } from "../words/labels.js";
import { t } from "../words/message.js";
import { LiveElement } from "./element.js";
import { loading, troubleOf } from "./notice.js";
import { changeRecord } from "./record_dialog.js";
import { rhythmNote } from "./rhythm.js";
import { mailLink, phoneLink } from "./safe_link.js";
import { showToast } from "./toast.js";
import { undoing } from "./undoing.js";
import "./about_person.js";
import "./balance.js";
import "./erase_person.js";
import "./log_form.js";
import "./person_cards.js";
import "./person_timeline.js";
import "./profile.js";
import "./quick_line.js";
import "./tags.js";
/** @import { Person, TagEdit } from "../generated/contract.ts" */
/** @import { Loaded, With } from "./with.ts" */

const setByHand = (/** @type {string} */ words) => t("person.set_by_you", { words });
const joined = (/** @type {(string | undefined)[]} */ parts) => parts.filter(Boolean).join(", ");
const linkOr = (/** @type {string | undefined} */ link, /** @type {string} */ text) => (link ? html`<a href=${link}><bdi>${text}</bdi></a>` : html`<bdi>${text}</bdi>`);

/** @typedef {{ uid: string, person: Loaded<Person>, turn?: number }} Fields */

/** <gt-person>: one person with tags, quick line, promises, balance, rhythm, what is known of them, and the timeline. One element for each. */
export class PersonPage extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, uid: {}, person: { state: true }, problem: { state: true } };

  /** Reads the person again. */
  async load() {
    const { uid } = this;
    const turn = (this.turn = (this.turn ?? 0) + 1);
    const person = await this.read(() => this.session.bridge.getPerson({ uid }));
    // Answers may overtake each other; only the last question counts.
    if (person && turn === this.turn) this.person = person;
  }

  /** @param {TagEdit} edit */
  async #tag(edit) {
    const { bridge } = this.session;
    const answer = await this.attempt(() => bridge.editTags({ uid: this.uid }, edit));
    if (!answer) return false;
    this.person = answer.person;
    const done = edit.add ? t("person.tagged", { tag: edit.add[0] }) : t("person.untagged", { tag: edit.remove?.[0] });
    const text = answer.sent === false ? t("person.not_sent", { done, note: answer.note || t("person.next_sync") }) : done;
    showToast(text, undoing(this.session, answer.undo, () => this.load()));
    return true;
  }

  /** @param {Person["promises"][number]} promise */
  async #keep(promise) {
    const fields = { settled: dayAfter(new Date(), {}) };
    if (await this.attempt(() => changeRecord({ session: this.session, form: "promise", id: promise.record, fields, text: t("ledger.kept") }))) this.load();
  }

  #head() {
    const { person } = this;
    const place = joined([person.title, person.unit, person.organisation]);
    return html`<header class="page-head person-head">
      <p><a href="#/people">${t("places.people")}</a></p>
      <h1 tabindex="-1"><bdi>${person.name}</bdi></h1>
      ${place ? html`<p><bdi>${place}</bdi></p>` : nothing}
      <ul class="ways">
        ${person.emails.map((email) => html`<li>${linkOr(mailLink(email), email)}</li>`)}
        ${(person.phones ?? []).map((phone) => html`<li>${linkOr(phoneLink(phone), phone)}</li>`)}
      </ul>
    </header>`;
  }

  #facts() {
    const { person } = this;
    const rows = [
      ["last_contact", person.last_contact ? dayText(person.last_contact) : t("person.none_known")],
      ["rhythm", person.cadence_days ? setByHand(everyDays(person.cadence_days)) : person.rhythm?.usual_days ? everyDays(person.rhythm.usual_days) : t("person.no_rhythm")],
      ["state", label(person.state)],
      ["next_meeting", person.next_meeting && momentText(person.next_meeting)],
      ["circle", person.manual_layer === undefined ? layerLabel(person.layer) : setByHand(layerLabel(person.manual_layer))],
      ["birthday", person.birthday && birthdayText(person.birthday)],
      ["resting", person.snoozed_until && dayText(person.snoozed_until)],
      ["book", person.book],
    ].filter(([, value]) => value);
    return html`<section class="panel" aria-labelledby="glance-head"><h2 id="glance-head">${t("person.glance")}</h2>
      <dl class="facts">${rows.map(([key, value]) => html`<div><dt>${t(`person.${key}`)}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>
      ${rhythmNote(person.rhythm)}</section>`;
  }

  #promises() {
    const { promises } = this.person;
    if (promises.length === 0) return nothing;
    return html`<section class="panel" aria-labelledby="promises-head">
      <h2 id="promises-head">${t("ledger.promised")}</h2>
      <ul class="rows">${promises.map((promise) => html`<li class="due-row"><div>${promise.text}${promise.due ? html` <span class="quiet">${t("ledger.by", { day: dayText(promise.due) })}</span>` : nothing}</div>
        <button data-action="keep" aria-label=${t("ledger.keep_what", { what: promise.text })} @click=${() => this.#keep(promise)}>${t("ledger.keep")}</button></li>`)}</ul>
    </section>`;
  }

  #log() {
    const { session, person } = this;
    return html`<section class="panel" aria-labelledby="log-head">
      <h2 id="log-head">${t("person.log")}</h2>
      <gt-line .session=${session} .person=${{ uid: person.uid, name: person.name }} @logged=${() => this.load()}></gt-line>
      <details class="log-more" open><summary>${t("person.log_fields")}</summary><gt-log-form .session=${session} .uid=${person.uid} @logged=${() => this.load()}></gt-log-form></details>
    </section>`;
  }

  render() {
    const { person, session } = this;
    if (!person) return html`${troubleOf(this)}${this.problem ? html`<p><a href="#/people">${t("places.people")}</a></p>` : loading}`;
    const saved = (/** @type {CustomEvent<Person>} */ event) => (this.person = event.detail);
    return html`${this.#head()} ${troubleOf(this)}
      <div class="columns">
        <div>
          <section class="panel" aria-labelledby="tags-head">
            <h2 id="tags-head">${t("person.tags")}</h2>
            <gt-tags .tags=${person.tags} .roleNames=${person.roles} .disabled=${!person.can_tag} .hint=${person.tag_hint ?? ""} .edit=${(/** @type {TagEdit} */ edit) => this.#tag(edit)}></gt-tags>
          </section>
          ${this.#log()} ${this.#promises()}
          <gt-timeline .entries=${person.timeline} .notes=${person.notes ?? []} .uid=${person.uid}></gt-timeline>
        </div>
        <aside aria-label=${t("person.about")}>
          ${this.#facts()}
          <gt-balance .session=${session} .uid=${person.uid}></gt-balance>
          <gt-about-person .session=${session} .person=${person} @saved=${saved}></gt-about-person>
          <gt-profile .session=${session} .person=${person} @saved=${saved}></gt-profile>
          <gt-person-cards .session=${session} .cards=${person.cards} @split=${() => this.load()}></gt-person-cards>
          <gt-erase-person .session=${session} .uid=${person.uid} @erased=${() => (globalThis.location.hash = "#/people")}></gt-erase-person>
        </aside>
      </div>`;
  }
}
customElements.define("gt-person", PersonPage);
