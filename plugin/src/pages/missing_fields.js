import { html } from "lit";
import { sentence } from "../words/labels.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
/** @import { With } from "./with.ts" */
/** @import { FormEvent } from "./events.ts" */

/** @typedef {{ missing: string[] }} Fields */

/** <gt-missing-fields>: asks for the {fields} that a text needs. Tells "given" with all values so far by name. */
export class MissingFields extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { missing: { attribute: false } };
  #given = {};

  /** @param {FormEvent} event */
  #give(event) {
    event.preventDefault();
    this.#given = { ...this.#given, ...Object.fromEntries(new FormData(event.target)) };
    this.dispatchEvent(new CustomEvent("given", { detail: this.#given }));
  }

  render() {
    return html`<form class="line" @submit=${(/** @type {FormEvent} */ event) => this.#give(event)}>
      ${this.missing.map((name) => html`<label>${sentence(name)} <input name=${name} maxlength="300" required /></label>`)}
      <button type="submit" data-action="give-fields">${t("scripts.fill")}</button>
    </form>`;
  }
}
customElements.define("gt-missing-fields", MissingFields);
