import { html, nothing } from "lit";
import { isMessage, numberText, t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { bar, figureLine } from "./figure.js";
/** @import { Dimension } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

const atOnce = 6;
const share = (/** @type {number} */ value) => numberText(value, { style: "percent" });

/** Name of a dimension: the helper's six have words, the user's own are shown as they are. */
const dimensionName = (/** @type {Pick<Dimension, "name" | "own">} */ { name, own }) => {
  const key = `network.dimension_${name.replaceAll(" ", "_")}`;
  return !own && isMessage(key) ? t(key) : name;
};

/** @typedef {{ dimensions: Dimension[] }} Fields */

/** <gt-variety>: for each dimension how the people, and the time with them, fall into groups. */
export class Variety extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { dimensions: { attribute: false } };

  /** @param {Dimension["groups"][number]} row */
  #group({ group, people, heads, time }) {
    return html`<tr>
      <th scope="row"><bdi>${group}</bdi></th>
      <td class="number">${numberText(people)}</td>
      <td class="shares"><span class="number">${share(heads)}</span>${bar(heads)}</td>
      <td class="shares"><span class="number">${share(time)}</span>${bar(time, "second")}</td>
    </tr>`;
  }

  /** @param {Dimension["groups"]} groups */
  #groups(groups) {
    return html`<table class="variety">
      <thead><tr><th scope="col">${t("network.group")}</th><th scope="col" class="number">${t("network.people")}</th><th scope="col">${t("network.by_heads")}</th><th scope="col">${t("network.by_time")}</th></tr></thead>
      <tbody>${groups.map((group) => this.#group(group))}</tbody>
    </table>`;
  }

  /** @param {Dimension} dimension */
  #dimension(dimension) {
    const { groups, known, unknown, heads, time, homophily } = dimension;
    return html`<details class="dimension" ?open=${dimension === this.dimensions[0]}>
      <summary>${dimensionName(dimension)} <span class="quiet">${known ? t("network.known_of", { known, all: known + unknown }) : t("network.not_enough")}</span></summary>
      ${figureLine(heads)} ${known ? html`${figureLine(time)} ${figureLine(homophily)}` : nothing}
      ${groups.length ? this.#groups(groups.slice(0, atOnce)) : nothing}
      ${groups.length > atOnce ? html`<details><summary>${t("network.more_groups", { count: groups.length - atOnce })}</summary>${this.#groups(groups.slice(atOnce))}</details>` : nothing}
    </details>`;
  }

  render() {
    return html`<section class="panel" aria-labelledby="variety-head">
      <h2 id="variety-head">${t("network.variety")}</h2>
      <p class="quiet">${t("network.variety_lead")}</p>
      ${this.dimensions.map((dimension) => this.#dimension(dimension))}
    </section>`;
  }
}
customElements.define("gt-variety", Variety);
