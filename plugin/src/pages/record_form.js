import { html } from "lit";
import { label } from "../words/labels.js";
import { isMessage, t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { changedFields, journalKind, recordFields, shownValue } from "./record_fields.js";
import "./people_picker.js";
import "./person_picker.js";
/** @import { Field, FormName, Save, StoredItem, Values } from "./record_fields.js" */
/** @import { With } from "./with.ts" */
/** @import { JournalFields, Who } from "../generated/contract.ts" */
/** @import { FormEvent } from "./events.ts" */

const wordOf = (/** @type {Field} */ { labels }, /** @type {string} */ word) => (labels ? t(`${labels}${word}`) : word === "" ? t("record.none") : label(word));

/** @typedef {{ form: FormName, item: StoredItem | null, preset: Values | null, fixed: Values, names: Record<string, string>, save?: Save, busy?: boolean }} Fields */

/**
 * <gt-record-form>: the fields of one journal item, new or stored. `form` is a key of recordFields, `item` the stored item,
 * `preset` what a new one begins with, `fixed` what is sent with a new one, `names` {uid: name} of people in it. `save`, when given, takes the changed fields instead of the
 * journal. Tells "saved" with the answer (a JournalChange), "leave" when nothing is to be kept.
 */
export class RecordForm extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, form: {}, item: { attribute: false }, preset: { attribute: false }, fixed: { attribute: false }, names: { attribute: false }, save: { attribute: false }, busy: { state: true }, problem: { state: true } };
  /** @type {Record<string, string[]>} */
  #people = {};

  /**
   * What the form shows of a field: of the stored item, or of what a new one begins with.
   * @param {Pick<Field, "type" | "name">} field
   */
  #shown(field) {
    return shownValue(field, this.item ?? this.preset);
  }

  /** @param {string | number} uid */
  #named(uid) {
    return uid ? { uid, name: this.names?.[uid] ?? uid } : null;
  }

  /** @param {JournalFields} changed */
  #keep(changed) {
    const { bridge } = this.session;
    const kind = journalKind(this.form);
    return this.item ? bridge.changeInJournal({ kind, id: this.item.id ?? "" }, changed) : bridge.addToJournal({ kind }, { ...this.fixed, ...changed });
  }

  /** @param {FormEvent} event */
  async #save(event) {
    event.preventDefault();
    const fields = recordFields[this.form];
    /** @type {Values} */
    const values = Object.fromEntries(new FormData(event.target));
    for (const { name, type } of fields) {
      if (type === "people") values[name] = this.#people[name] ?? this.#shown({ name, type });
      if (type === "choices") values[name] = new FormData(event.target).getAll(name);
      if (type === "flag") values[name] = event.target.elements[name].checked;
    }
    const wanted = changedFields(fields, values, this.item);
    this.busy = true;
    const change = await this.attempt(() => (this.save ?? ((changed) => this.#keep(changed)))(wanted));
    this.busy = false;
    if (change) this.dispatchEvent(new CustomEvent("saved", { detail: change, bubbles: true }));
  }

  /**
   * @param {Field} field
   * @param {string} name
   */
  #person(field, name) {
    const value = this.#named(this.#shown(field));
    return html`<gt-person-picker .session=${this.session} .name=${field.name} .label=${name} .value=${value} ?required=${field.required}></gt-person-picker>`;
  }

  /**
   * @param {Field} field
   * @param {string} name
   */
  #people_(field, name) {
    const value = this.#shown(field).map((/** @type {string | number} */ uid) => this.#named(uid));
    const picked = (/** @type {CustomEvent<Who[]>} */ event) => (this.#people[field.name] = event.detail.map(({ uid }) => uid));
    return html`<gt-people-picker .session=${this.session} .label=${name} .value=${value} @picked=${picked}></gt-people-picker>`;
  }

  /**
   * @param {Field} field
   * @param {string} name
   */
  #choice(field, name) {
    const stored = this.#shown(field);
    // A stored item that leaves it open stays so until somebody chooses.
    const all = field.words ?? [];
    const words = this.item && stored === "" ? ["", ...all.filter(Boolean)] : all;
    const shown = stored || words[0];
    return html`<label>${name} <select name=${field.name}>${words.map((word) => html`<option value=${word} ?selected=${word === shown}>${wordOf(field, word)}</option>`)}</select></label>`;
  }

  /**
   * @param {Field} field
   * @param {string} name
   */
  #choices(field, name) {
    const shown = this.#shown(field);
    return html`<fieldset class="kinds"><legend>${name}</legend>${field.words?.map((word) => html`<label><input type="checkbox" name=${field.name} value=${word} .checked=${shown.includes(word)} /> ${wordOf(field, word)}</label>`)}</fieldset>`;
  }

  /**
   * @param {Field} field
   * @param {string} name
   */
  #input(field, name) {
    const { type, max, step } = field;
    const kind = type === "day" || type === "moment" ? "date" : type === "number" ? "number" : "text";
    const hint = `record.hint_${field.name}`;
    return html`<label class=${kind === "text" ? "wide" : ""}>${name}
      <input type=${kind} name=${field.name} maxlength="300" min=${type === "number" ? "0" : ""} max=${max ?? ""} step=${step ?? ""} ?required=${field.required} .value=${this.#shown(field)} placeholder=${isMessage(hint) ? t(hint) : ""} /></label>`;
  }

  /** @param {Field} field */
  #field(field) {
    const own = `record.${this.form}_${field.name}`;
    const name = t(isMessage(own) ? own : `record.${field.name}`);
    if (field.type === "person") return this.#person(field, name);
    if (field.type === "people") return this.#people_(field, name);
    if (field.type === "choice") return this.#choice(field, name);
    if (field.type === "choices") return this.#choices(field, name);
    if (field.type === "flag") return html`<label class="switch"><input type="checkbox" name=${field.name} .checked=${this.#shown(field)} /> ${name}</label>`;
    if (field.type === "long") return html`<label class="wide">${name} <textarea name=${field.name} rows="4" maxlength="10000" ?required=${field.required} .value=${this.#shown(field)}></textarea></label>`;
    return this.#input(field, name);
  }

  render() {
    return html`<form class="record" @submit=${(/** @type {FormEvent} */ event) => this.#save(event)}>
      ${recordFields[this.form].map((field) => this.#field(field))}
      ${problemNotice(this.problem)}
      <div class="actions">
        <button class="primary" type="submit" data-action="save" ?disabled=${this.busy}>${t("record.save")}</button>
        <button type="button" data-action="leave" @click=${() => this.dispatchEvent(new CustomEvent("leave", { bubbles: true }))}>${t("record.leave")}</button>
      </div>
    </form>`;
  }
}
customElements.define("gt-record-form", RecordForm);
