import { html, nothing } from "lit";
import { wordOf } from "../words/labels.js";
import { numberText, t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { bar, figureLine } from "./figure.js";
/** @import { NetworkReport } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

const parts = /** @type {const} */ (["roles", "bench", "balanced", "warm"]);

/** @typedef {{ crisis: NetworkReport["crisis"] }} Fields */

/** <gt-readiness>: what a crisis would find, with its four parts. */
export class Readiness extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { crisis: { attribute: false } };

  /** @param {typeof parts[number]} name */
  #part(name) {
    const figure = this.crisis[name];
    const { value } = figure;
    return html`<li>
      <div class="line spread"><h3>${t(`network.part_${name}`)}</h3>${value !== undefined ? html`<strong>${numberText(value, { style: "percent" })}</strong>` : html`<span class="quiet">${t("network.not_enough")}</span>`}</div>
      ${value !== undefined ? bar(value) : nothing} ${figureLine(figure)}
    </li>`;
  }

  render() {
    const { advice, readiness } = this.crisis;
    return html`<section class="panel" aria-labelledby="readiness-head">
      <h2 id="readiness-head">${t("network.readiness")}</h2>
      ${figureLine(readiness)}
      ${advice === "none" ? nothing : html`<p class="notice">${wordOf("network.advice_", advice)}</p>`}
      <ul class="parts">${parts.map((name) => this.#part(name))}</ul>
    </section>`;
  }
}
customElements.define("gt-readiness", Readiness);
