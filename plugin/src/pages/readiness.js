import { html, nothing } from "lit";
import { numberText, t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { bar, figureLine } from "./figure.js";

const parts = ["roles", "bench", "balanced", "warm"];

/** <gt-readiness>: what a crisis would find, with its four parts. */
export class Readiness extends GoodElement {
  static properties = { crisis: { attribute: false } };

  #part(name) {
    const figure = this.crisis[name];
    const known = figure.value !== undefined;
    return html`<li>
      <div class="line spread"><h3>${t(`network.part_${name}`)}</h3>${known ? html`<strong>${numberText(figure.value, { style: "percent" })}</strong>` : html`<span class="quiet">${t("network.not_enough")}</span>`}</div>
      ${known ? bar(figure.value) : nothing} ${figureLine(figure)}
    </li>`;
  }

  render() {
    const { advice, readiness } = this.crisis;
    return html`<section class="panel" aria-labelledby="readiness-head">
      <h2 id="readiness-head">${t("network.readiness")}</h2>
      ${figureLine(readiness)}
      ${advice === "none" ? nothing : html`<p class="notice">${t(`network.advice_${advice.replaceAll("-", "_")}`)}</p>`}
      <ul class="parts">${parts.map((name) => this.#part(name))}</ul>
    </section>`;
  }
}
customElements.define("gt-readiness", Readiness);
