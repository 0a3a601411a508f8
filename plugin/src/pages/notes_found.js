import { html, nothing } from "lit";
import { rich, t } from "../words/message.js";
import { askInDialog } from "./dialog.js";
import { GoodElement } from "./element.js";
import "./person_picker.js";
/** @import { NoteName, NotePerson, NotesSurvey } from "../generated/contract.ts" */
/** @import { FieldEvent } from "./events.ts" */
/** @import { With } from "./with.ts" */

const most = 20;
const nobody = "nobody";

/** @param {NotePerson} person */
const labelOf = ({ name, organisation, email }) => [name, organisation, email].filter(Boolean).join(", ");

/** @typedef {{ found: NotesSurvey, open?: boolean }} Fields */

/**
 * <gt-notes-found>: what notes say of whom. `found` is a NotesSurvey; with `open` names can be answered: event "answered"
 * (detail: {name, person}, null is nobody).
 */
export class NotesFound extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, found: { attribute: false }, open: { type: Boolean } };

  /**
   * @param {string} name
   * @param {string | null} person
   */
  #answer(name, person) {
    this.dispatchEvent(new CustomEvent("answered", { detail: { name, person } }));
  }

  /** @param {NoteName} one */
  async #ask({ name }) {
    const fields = html`<gt-person-picker .session=${this.session} name="person" label=${t("notes.who")}></gt-person-picker>
      <label class="switch"><input type="checkbox" name="nobody" data-confirms /> ${t("notes.nobody")}</label>`;
    const answer = await askInDialog({ title: t("notes.who_ask", { name }), text: t("notes.who_about"), yes: t("notes.who_yes"), fields });
    if (answer?.nobody) this.#answer(name, null);
    else if (answer?.person) this.#answer(name, answer.person);
  }

  /**
   * @template Row
   * @param {Row[]} rows
   * @param {(row: Row) => unknown} show
   */
  #some(rows, show) {
    return html`<ul class="rows">${rows.slice(0, most).map((row) => html`<li>${show(row)}</li>`)}</ul>
      ${rows.length > most ? html`<p class="quiet">${t("notes.more", { count: rows.length - most })}</p>` : nothing}`;
  }

  /** @param {NoteName} one */
  #matched({ name, entries, people: [person] }) {
    return html`<span>${rich("notes.is", { name: html`<bdi>${name}</bdi>`, person: html`<a href=${`#/people/${encodeURIComponent(person.uid)}`}><bdi>${person.name}</bdi></a>` })}</span> <span class="quiet">${t("notes.entries", { count: entries })}</span>`;
  }

  /** @param {NoteName} one */
  #unclear({ name, people }) {
    if (!this.open) return html`<bdi>${name}</bdi>: <span class="quiet">${people.map(labelOf).join("; ")}</span>`;
    return html`<label><span>${rich("notes.means", { name: html`<bdi>${name}</bdi>` })}</span>
      <select data-name=${name} @change=${(/** @type {FieldEvent} */ { target }) => target.value && this.#answer(name, target.value === nobody ? null : target.value)}>
        <option value="">${t("notes.not_said")}</option>
        ${people.map((person) => html`<option value=${person.uid}>${labelOf(person)}</option>`)}
        <option value=${nobody}>${t("notes.nobody")}</option>
      </select></label>`;
  }

  /** @param {NoteName} one */
  #unknown(one) {
    return html`<div class="line spread"><bdi>${one.name}</bdi>
      ${this.open ? html`<button class="plain" data-who=${one.name} aria-label=${t("notes.say_name", { name: one.name })} @click=${() => this.#ask(one)}>${t("notes.say")}</button>` : nothing}</div>`;
  }

  #names() {
    const { matched, unclear, unknown } = this.found;
    return html`${matched.length ? html`<details data-matched><summary>${t("notes.matched", { count: matched.length })}</summary>${this.#some(matched, (one) => this.#matched(one))}</details>` : nothing}
      ${unclear.length ? html`<h3>${t("notes.unclear")}</h3><p class="quiet">${t("notes.unclear_about")}</p>${this.#some(unclear, (one) => this.#unclear(one))}` : nothing}
      ${unknown.length ? html`<h3>${t("notes.unknown")}</h3><p class="quiet">${t("notes.unknown_about")}</p>${this.#some(unknown, (one) => this.#unknown(one))}` : nothing}`;
  }

  render() {
    const { notes, entries, matched, other_links: links, skipped } = this.found;
    const counts = matched.length ? `${t("notes.found", { count: notes })} ${t("notes.found_entries", { count: entries, people: matched.length })}` : t("notes.found_nobody", { count: notes });
    return html`<p data-counts role="status">${notes ? counts : t("notes.found_nothing")} ${links ? html`<span class="quiet">${t("notes.links", { count: links })}</span>` : nothing}</p>
      ${this.#names()}
      ${skipped.length ? html`<details data-skipped><summary>${t("notes.skipped", { count: skipped.length })}</summary>${this.#some(skipped, ({ file, why }) => html`<bdi>${file}</bdi> <span class="quiet">${why}</span>`)}</details>` : nothing}`;
  }
}
customElements.define("gt-notes-found", NotesFound);
