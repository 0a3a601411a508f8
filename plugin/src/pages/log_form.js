import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { channels, directions, giveKinds } from "../generated/vocabulary.js";
import { dayAfter } from "../words/dates.js";
import { label } from "../words/labels.js";
import { t } from "../words/message.js";
import { GoodElement, passFocus } from "./element.js";
import { problemNotice } from "./notice.js";
import { showToast } from "./toast.js";
/** @import { LogRequest } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */
/** @import { FormEvent } from "./events.ts" */

const kinds = ["touch", "note", "gave", "received", "promised"];
const sizes = ["1", "2", "3"];
const options = (/** @type {readonly string[]} */ words) => words.map((word) => html`<option value=${word}>${label(word)}</option>`);

/**
 * The request of schemas/openapi.json LogRequest from the form's fields; a day other than today becomes local noon.
 * @param {Record<string, string>} fields
 */
export function logRequest(fields, now = new Date()) {
  const request = /** @type {LogRequest} */ ({ kind: fields.kind });
  if (fields.kind === "touch") Object.assign(request, { channel: fields.channel, direction: fields.direction });
  if (fields.kind === "gave" || fields.kind === "received") Object.assign(request, { give_kind: fields.give_kind, size: Number(fields.size) });
  if (fields.kind === "promised" && fields.due) request.due = fields.due;
  if (fields.text?.trim()) request.text = fields.text.trim();
  if (fields.day && fields.day !== dayAfter(now, {})) request.at = new Date(`${fields.day}T12:00:00`).toISOString();
  return request;
}

/** @param {HTMLFormElement} form */
const fieldsOf = (form) => /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));

/** @typedef {{ uid: string, kind: string, round: number, busy?: boolean }} Fields */

/** <gt-log-form>: logs a contact, note, gift or promise. Tells "logged" with the LogAnswer. */
export class LogForm extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, uid: {}, kind: { state: true }, round: { state: true }, busy: { state: true }, problem: { state: true } };

  /** What the form begins with. */
  #usual = "touch";

  constructor() {
    super();
    this.kind = this.#usual;
    this.round = 0;
  }

  firstUpdated() {
    this.#usual = this.kind;
  }

  /** @param {FormEvent} event */
  async #log(event) {
    event.preventDefault();
    if (this.busy) return;
    const form = event.target;
    const sent = fieldsOf(form);
    const request = logRequest(sent);
    const { bridge } = this.session;
    this.busy = true;
    const answer = await this.attempt(() => bridge.logRecord({ uid: this.uid }, request));
    this.busy = false;
    if (!answer) return;
    // What was typed while the answer was on its way stays: it is the next entry.
    if (JSON.stringify(fieldsOf(form)) === JSON.stringify(sent)) Object.assign(this, { kind: this.#usual, round: this.round + 1 });
    showToast(answer.hint ? `${t("log.logged")} ${t("log.large_gift")}` : t("log.logged"), () => bridge.undo({}, { undo: answer.undo }));
    this.dispatchEvent(new CustomEvent("logged", { detail: answer, bubbles: true }));
    await this.updateComplete;
    passFocus(this.querySelector("[data-action=log]"));
  }

  #fields() {
    const { kind } = this;
    if (kind === "touch") {
      return html`<label>${t("log.how")} <select name="channel">${options(channels)}</select></label>
        <label>${t("log.who")} <select name="direction">${options(directions)}</select></label>`;
    }
    if (kind === "gave" || kind === "received") {
      return html`<label>${t("log.what")} <select name="give_kind">${options(giveKinds)}</select></label>
        <label>${t("log.size")} <select name="size">${sizes.map((size) => html`<option value=${size}>${t(`log.size_${size}`)}</option>`)}</select></label>`;
    }
    return kind === "promised" ? html`<label>${t("log.by")} <input type="date" name="due" /></label>` : nothing;
  }

  render() {
    const needsText = this.kind === "note" || this.kind === "promised";
    // A fresh form after each entry: reset() would empty the fields whose values were set by binding.
    return keyed(this.round, html`<form class="log" @submit=${(/** @type {FormEvent} */ event) => this.#log(event)}>
      <fieldset class="kinds">
        <legend>${t("log.happened")}</legend>
        ${kinds.map((kind) => html`<label><input type="radio" name="kind" value=${kind} .checked=${this.kind === kind} @change=${() => (this.kind = kind)} />${t(`log.${kind}`)}</label>`)}
      </fieldset>
      <div class="line">
        ${this.#fields()}
        <label>${t("log.day")} <input type="date" name="day" .value=${dayAfter(new Date(), {})} max=${dayAfter(new Date(), {})} required /></label>
      </div>
      <label class="wide">${t(this.kind === "promised" ? "log.what" : "log.note")} <textarea name="text" rows="2" maxlength="10000" ?required=${needsText}></textarea></label>
      <div class="actions"><button class="primary" type="submit" data-action="log" ?disabled=${this.busy}>${t("log.log")}</button></div>
      ${problemNotice(this.problem)}
    </form>`);
  }
}
customElements.define("gt-log-form", LogForm);
