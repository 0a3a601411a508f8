import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { channels, directions, giveKinds } from "../generated/vocabulary.js";
import { dayAfter } from "../words/dates.js";
import { label } from "../words/labels.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { showToast } from "./toast.js";

const kinds = ["touch", "note", "gave", "received", "promised"];
const sizes = ["1", "2", "3"];
const options = (words) => words.map((word) => html`<option value=${word}>${label(word)}</option>`);

/** The request of schemas/openapi.json LogRequest from the form's fields; a day other than today becomes local noon. */
export function logRequest(fields, now = new Date()) {
  const request = { kind: fields.kind };
  if (fields.kind === "touch") Object.assign(request, { channel: fields.channel, direction: fields.direction });
  if (fields.kind === "gave" || fields.kind === "received") Object.assign(request, { give_kind: fields.give_kind, size: Number(fields.size) });
  if (fields.kind === "promised" && fields.due) request.due = fields.due;
  if (fields.text?.trim()) request.text = fields.text.trim();
  if (fields.day && fields.day !== dayAfter(now, {})) request.at = new Date(`${fields.day}T12:00:00`).toISOString();
  return request;
}

/** <gt-log-form>: logs a contact, note, gift or promise. Tells "logged" with the LogAnswer. */
export class LogForm extends GoodElement {
  static properties = { session: { attribute: false }, uid: {}, kind: { state: true }, round: { state: true }, problem: { state: true } };

  constructor() {
    super();
    this.kind = "touch";
    this.round = 0;
  }

  async #log(event) {
    event.preventDefault();
    const request = logRequest(Object.fromEntries(new FormData(event.target)));
    const { bridge } = this.session;
    const answer = await this.attempt(() => bridge.logRecord({ uid: this.uid }, request));
    if (!answer) return;
    this.kind = "touch";
    this.round += 1;
    showToast(t("log.logged"), () => bridge.undo({}, { undo: answer.undo }));
    this.dispatchEvent(new CustomEvent("logged", { detail: answer, bubbles: true }));
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
    return keyed(this.round, html`<form class="log" @submit=${(event) => this.#log(event)}>
      <fieldset class="kinds">
        <legend>${t("log.happened")}</legend>
        ${kinds.map((kind) => html`<label><input type="radio" name="kind" value=${kind} .checked=${this.kind === kind} @change=${() => (this.kind = kind)} />${t(`log.${kind}`)}</label>`)}
      </fieldset>
      <div class="line">
        ${this.#fields()}
        <label>${t("log.day")} <input type="date" name="day" .value=${dayAfter(new Date(), {})} max=${dayAfter(new Date(), {})} required /></label>
      </div>
      <label class="wide">${t(this.kind === "promised" ? "log.what" : "log.note")} <textarea name="text" rows="2" maxlength="10000" ?required=${needsText}></textarea></label>
      <div class="actions"><button class="primary" type="submit" data-action="log">${t("log.log")}</button></div>
      ${problemNotice(this.problem)}
    </form>`);
  }
}
customElements.define("gt-log-form", LogForm);
