import { html, nothing, svg } from "lit";
import { dayText, monthText } from "../words/dates.js";
import { numberText, t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { figureLine } from "./figure.js";
import "./self_check.js";
import { personList } from "./who.js";
/** @import { TrendReport, Who } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

const height = 120;
const step = 50;

/** @typedef {{ trend: TrendReport }} Fields */

/** <gt-trend>: how many people were active at the ends of the last twelve months, who came and went, who begins. */
export class Trend extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, trend: { attribute: false } };

  /**
   * @param {{ end: string, active: number }} month
   * @param {number} at
   * @param {number} most
   */
  #column({ end, active }, at, most) {
    const tall = most ? (active / most) * (height - 34) : 0;
    const middle = at * step + step / 2;
    return svg`<rect x=${at * step + 9} y=${height - 18 - tall} width=${step - 18} height=${tall} rx="3" />
      <text x=${middle} y=${height - 23 - tall}>${numberText(active)}</text>
      <text class="month" x=${middle} y=${height - 4}>${monthText(end)}</text>`;
  }

  #columns() {
    const { months } = this.trend;
    const most = Math.max(...months.map((month) => month.active));
    return html`<svg class="trend" viewBox="0 0 ${months.length * step} ${height}" aria-hidden="true">${months.map((month, at) => this.#column(month, at, most))}</svg>
      <table class="unseen"><caption>${t("network.trend")}</caption><thead><tr><th scope="col">${t("network.month_end")}</th><th scope="col">${t("network.active_people")}</th></tr></thead>
        <tbody>${months.map(({ end, active }) => html`<tr><th scope="row">${dayText(end)}</th><td>${numberText(active)}</td></tr>`)}</tbody></table>`;
  }

  /**
   * @param {string} word
   * @param {Who[]} people
   */
  #people(word, people) {
    return people.length ? html`<h3>${word}</h3>${personList(people)}` : nothing;
  }

  #quarters() {
    const { quarters } = this.trend;
    return html`<details><summary>${t("network.by_quarter")}</summary>
      <table><thead><tr><th scope="col">${t("network.quarter")}</th><th scope="col">${t("network.newcomers")}</th><th scope="col">${t("network.you_began")}</th></tr></thead>
        <tbody>${quarters.map((row) => html`<tr><th scope="row">${dayText(row.first)} – ${dayText(row.last)}</th>
          <td>${row.newcomers.length ? personList(row.newcomers) : html`<span class="quiet">${t("network.nobody")}</span>`}</td>
          <td>${row.started.whole ? t("network.part_of", row.started) : html`<span class="quiet">${t("network.not_known")}</span>`}</td></tr>`)}</tbody></table>
    </details>`;
  }

  render() {
    const { trend } = this;
    return html`<section class="panel" aria-labelledby="trend-head">
      <h2 id="trend-head">${t("network.trend")}</h2>
      ${figureLine(trend.slope)} ${trend.months.length ? this.#columns() : nothing}
      ${this.#people(t("network.gained"), trend.gained)} ${this.#people(t("network.lost"), trend.lost)}
      ${figureLine(trend.initiative)} ${figureLine(trend.juniors)}
      ${trend.initiative_fell ? html`<p class="notice">${t("network.initiative_fell")}</p>` : nothing}
      ${figureLine(trend.relatedness)} <gt-self-check .session=${this.session}></gt-self-check> ${this.#quarters()}
    </section>`;
  }
}
customElements.define("gt-trend", Trend);
