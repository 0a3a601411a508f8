import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
/** @import { NoteLine, NotesState } from "../generated/contract.ts" */
/** @import { FieldEvent } from "./events.ts" */
/** @import { With } from "./with.ts" */

const longest = 100;

/** @typedef {{ state: NotesState }} Fields */

/** <gt-notes-writing>: whether what is logged goes into notes, under which heading, and what went there. Event "chosen" (detail: {writes, heading}). */
export class NotesWriting extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { state: { attribute: false } };

  /** @param {{ writes: boolean, heading?: string }} detail */
  #choose(detail) {
    this.dispatchEvent(new CustomEvent("chosen", { detail }));
  }

  /** @param {FieldEvent} event */
  #heading({ target: field }) {
    if (field.reportValidity()) this.#choose({ writes: true, heading: field.value });
  }

  /** @param {NoteLine} line */
  #line({ file, line, state, why }) {
    return html`<li><bdi>${line}</bdi> <span class="quiet"><bdi>${file}</bdi>${state === "written" ? nothing : html` · ${t(`notes.line_${state}`)}`}</span>
      ${why ? html`<p class="quiet">${why}</p>` : nothing}</li>`;
  }

  render() {
    const { writes, heading, lines } = this.state;
    return html`<h3>${t("notes.writing")}</h3>
      <label class="switch"><input type="checkbox" role="switch" data-action="notes-write" aria-describedby="notes-write-about" .checked=${writes} @change=${(/** @type {FieldEvent} */ { target }) => this.#choose({ writes: target.checked })} /> ${t("notes.write")}</label>
      <p class="quiet" id="notes-write-about">${t("notes.write_about")}</p>
      ${writes ? html`<label>${t("notes.heading")} <input data-action="notes-heading" required maxlength=${longest} .value=${heading} @change=${(/** @type {FieldEvent} */ event) => this.#heading(event)} /></label>` : nothing}
      ${lines.length ? html`<details data-lines ?open=${lines.some(({ state }) => state !== "written")}><summary>${t("notes.lines", { count: lines.length })}</summary><ul class="rows">${lines.map((line) => this.#line(line))}</ul></details>` : nothing}`;
  }
}
customElements.define("gt-notes-writing", NotesWriting);
