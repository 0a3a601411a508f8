import { html } from "lit";
import { label, layerLabel } from "../words/labels.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { dotsOf } from "./network_layout.js";
import { personLink, personList } from "./who.js";
/** @import { Circles } from "../generated/contract.ts" */
/** @import { Dot } from "./network_layout.js" */
/** @import { With } from "./with.ts" */

/** @typedef {{ circles: Circles }} Fields */

/** <gt-network-table>: what the picture shows, as a table: everybody in touch, circle, pocket, whom they know. */
export class NetworkTable extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { circles: { attribute: false } };

  /**
   * @param {Dot} dot
   * @param {Dot[]} dots
   */
  #row(dot, dots) {
    return html`<tr>
      <th scope="row">${personLink(dot)}</th>
      <td>${label(dot.liveliness)}</td>
      <td>${layerLabel(dot.layer)}</td>
      <td>${dot.pocket ? t("network.in_pocket", { pocket: dot.pocket }) : t("network.in_no_pocket")}</td>
      <td>${dot.knows.length ? personList(dot.knows.map((at) => dots[at])) : html`<span class="quiet">${t("network.knows_nobody")}</span>`}</td>
    </tr>`;
  }

  render() {
    const dots = dotsOf(this.circles);
    const sorted = [...dots].sort((a, b) => (a.pocket || Infinity) - (b.pocket || Infinity) || a.name.localeCompare(b.name));
    const heads = ["person", "state", "circle", "pocket", "knows"].map((name) => html`<th scope="col">${t(`network.head_${name}`)}</th>`);
    return html`<div class="wide-table" tabindex="0" role="region" aria-label=${t("network.table")}>
      <table><thead><tr>${heads}</tr></thead><tbody>${sorted.map((dot) => this.#row(dot, dots))}</tbody></table>
    </div>`;
  }
}
customElements.define("gt-network-table", NetworkTable);
