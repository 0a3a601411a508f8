import { html, nothing } from "lit";
import { label } from "../words/labels.js";
import { numberText, t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { bar, figureLine } from "./figure.js";
/** @import { NetworkReport } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

const sides = ["internal", "external"];
const purposes = ["build", "maintain", "use"];

/** @typedef {{ behaviours: NetworkReport["behaviours"] }} Fields */

/** <gt-behaviours>: the six ways of networking: inside and outside × building, maintaining, using. */
export class Behaviours extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { behaviours: { attribute: false } };

  /**
   * @param {string} side
   * @param {string} purpose
   */
  #cell(side, purpose) {
    const cell = this.behaviours.cells.find((one) => one.side === side && one.purpose === purpose);
    if (!cell) return html`<td></td>`;
    return html`<td><strong class="count">${numberText(cell.count)}</strong>
      ${cell.share === undefined ? nothing : html`<span class="quiet">${numberText(cell.share, { style: "percent" })}</span>${bar(cell.share)}`}</td>`;
  }

  #unknown() {
    const { unknown_side: count, unknown_domains: domains } = this.behaviours;
    if (count === 0) return nothing;
    return html`<p class="quiet">${t("network.unknown_side", { count })}</p>
      ${domains.length ? html`<ul class="names">${domains.map(({ domain, touches }) => html`<li><bdi>${domain}</bdi> <span class="quiet">${numberText(touches)}</span></li>`)}</ul>` : nothing}`;
  }

  render() {
    return html`<section class="panel" aria-labelledby="behaviours-head">
      <h2 id="behaviours-head">${t("network.behaviours")}</h2>
      <p class="quiet">${t("network.behaviours_lead")}</p>
      <table class="six">
        <thead><tr><td></td>${purposes.map((purpose) => html`<th scope="col">${label(purpose)}</th>`)}</tr></thead>
        <tbody>${sides.map((side) => html`<tr><th scope="row">${label(side)}</th>${purposes.map((purpose) => this.#cell(side, purpose))}</tr>`)}</tbody>
      </table>
      ${figureLine(this.behaviours.evenness)} ${this.#unknown()}
      <details><summary>${t("network.about_six")}</summary><p>${t("network.about_six_text")}</p><p>${t("network.about_promotion")}</p></details>
    </section>`;
  }
}
customElements.define("gt-behaviours", Behaviours);
