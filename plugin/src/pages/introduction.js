import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { live } from "lit/directives/live.js";
import { dayAfter, dayText } from "../words/dates.js";
import { wordOf } from "../words/labels.js";
import { t } from "../words/message.js";
import { GoodElement, freshId } from "./element.js";
import { draftOf } from "./introduction_draft.js";
import { problemNotice } from "./notice.js";
import { changeRecord, deleteRecord, editRecord } from "./record_dialog.js";
import { personLink } from "./who.js";
import "./draft.js";
/** @import { JournalFields } from "../generated/contract.ts" */
/** @import { Listed } from "./introduction_draft.js" */
/** @import { With } from "./with.ts" */
/** @import { FieldEvent, FormEvent } from "./events.ts" */

const answers = ["not-asked", "asked", "yes", "no"];
/** @typedef {"a" | "b"} Side */
/** @typedef {{ item: Listed }} Fields */

/** <gt-introduction>: one introduction: what each of the two said, what comes next, a draft for it. Tells "changed". */
export class Introduction extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, item: { attribute: false }, problem: { state: true } };
  #id = freshId("introduction");

  /** @param {() => Promise<unknown>} action */
  async #after(action) {
    if (await this.attempt(action)) this.dispatchEvent(new CustomEvent("changed", { bubbles: true }));
  }

  /**
   * @param {JournalFields} fields
   * @param {string} text
   */
  #change(fields, text) {
    const { session, item } = this;
    this.#after(() => changeRecord({ session, form: "introduction", id: item.id, fields, text }));
  }

  #edit() {
    const { session, item } = this;
    const names = { [item.a]: item.a_name, [item.b]: item.b_name };
    this.#after(() => editRecord({ session, form: "introduction", item, names, title: t("introductions.edit") }));
  }

  #delete() {
    const { session, item } = this;
    this.#after(() => deleteRecord({ session, form: "introduction", id: item.id, title: t("introductions.delete_title"), text: t("introductions.delete_text") }));
  }

  /** @param {Side} side */
  #consent(side) {
    const { item } = this;
    const name = item[`${side}_name`];
    const field = /** @type {const} */ (`consent_${side}`);
    const set = (/** @type {FieldEvent} */ event) => this.#change({ [field]: event.target.value }, t("introductions.answer_noted", { person: name }));
    return html`<label>${t("introductions.what_said", { person: name })}
      <select data-consent=${side} @change=${set}>${answers.map((word) => html`<option value=${word} .selected=${live((item[field] ?? "not-asked") === word)}>${wordOf("introductions.consent_", word)}</option>`)}</select></label>`;
  }

  #sent() {
    this.#change({ sent: dayAfter(new Date(), {}) }, t("introductions.sent_noted"));
  }

  /** After a draft to one of the two was opened, that one counts as asked. */
  #opened() {
    const side = /** @type {Record<string, Side | undefined>} */ ({ "ask-a": "a", "ask-b": "b" })[this.item.next];
    if (side) this.#change({ [`consent_${side}`]: "asked" }, t("introductions.asked_noted", { person: this.item[`${side}_name`] }));
  }

  /** @param {FormEvent} event */
  #outcome(event) {
    event.preventDefault();
    this.#change({ outcome: event.target.elements.outcome.value.trim() || null }, t("record.saved"));
  }

  #step() {
    const { item, session } = this;
    const draft = draftOf(item);
    if (item.next === "done") {
      return html`<form class="line" @submit=${(/** @type {FormEvent} */ event) => this.#outcome(event)}>
        <label class="wide">${t("introductions.outcome")} <input name="outcome" maxlength="300" .value=${item.outcome ?? ""} /></label><button type="submit">${t("record.save")}</button></form>`;
    }
    if (!draft) return nothing;
    const subject = t(`introductions.draft_${draft.key}_subject`, draft.words);
    const body = t(`introductions.draft_${draft.key}`, draft.words);
    // Another step is another letter: what was written to one is not to stand in that to the other.
    return html`${keyed(item.next, html`<gt-draft .session=${session} .people=${draft.to} .subject=${subject} .body=${body} @opened=${() => this.#opened()}></gt-draft>`)}
      ${item.next === "introduce" ? html`<div class="actions"><button class="primary" data-action="sent" @click=${() => this.#sent()}>${t("introductions.is_sent")}</button></div>` : nothing}`;
  }

  render() {
    const { item } = this;
    const person = (/** @type {Side} */ side) => personLink({ uid: item[side], name: item[`${side}_name`] });
    return html`<article class="panel" aria-labelledby=${this.#id} data-introduction=${item.id}>
      <header><h3 id=${this.#id} tabindex="-1">${person("a")} <span aria-hidden="true">↔</span> ${person("b")}</h3>
        <span class="mark">${wordOf("introductions.next_", item.next)}</span>
        <span class="aside quiet">${item.sent ? t("introductions.sent_on", { day: dayText(item.sent) }) : dayText(item.day)}</span></header>
      ${item.reason ? html`<p class="why">${item.reason}</p>` : nothing}
      <div class="line">${this.#consent("a")} ${this.#consent("b")}</div>
      ${this.#step()} ${problemNotice(this.problem)}
      <div class="row-actions">
        <button class="plain" data-action="edit" @click=${() => this.#edit()}>${t("ledger.edit")}</button>
        <button class="plain" data-action="delete" @click=${() => this.#delete()}>${t("record.delete")}</button>
      </div>
    </article>`;
  }
}
customElements.define("gt-introduction", Introduction);
