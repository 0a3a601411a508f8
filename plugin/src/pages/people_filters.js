import { html } from "lit";
import { roles } from "../generated/vocabulary.js";
import { layerLabel, roleName } from "../words/labels.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";

const layers = [5, 15, 50, 150, 0];
const silences = [30, 90, 180, 365];
export const noFilters = Object.freeze({ tag: "", role: "", layer: "", silent_days: "" });

/** Whether a row that only Thunderbird has can match: its history is not known here. */
export const mayBeLocal = ({ layer, silent_days: days }) => layer === "" && days === "";

/** <gt-people-filters>: tag, role, circle and silence. Tells "filtered" with the whole choice, {tag, role, layer, silent_days}. */
export class PeopleFilters extends GoodElement {
  static properties = { tags: { attribute: false }, chosen: { attribute: false } };

  #set(name, value) {
    this.dispatchEvent(new CustomEvent("filtered", { detail: { ...this.chosen, [name]: value } }));
  }

  #choice(name, options) {
    const chosen = String(this.chosen[name]);
    return html`<label>${t(`people.filter_${name}`)}
      <select data-filter=${name} @change=${(event) => this.#set(name, event.target.value)}>
        <option value="" .selected=${chosen === ""}>${t("people.all")}</option>
        ${options.map(([value, word]) => html`<option value=${value} .selected=${String(value) === chosen}>${word}</option>`)}
      </select></label>`;
  }

  render() {
    const roleNames = new Set(roles.map(({ role }) => role));
    const tags = (this.tags ?? []).filter(({ tag }) => !roleNames.has(tag));
    return html`${this.#choice("role", roles.map(({ role }) => [role, roleName(role)]))}
      ${this.#choice("tag", tags.map(({ tag, count }) => [tag, t("people.tag_count", { tag, count: String(count) })]))}
      ${this.#choice("layer", layers.map((layer) => [layer, layerLabel(layer)]))}
      ${this.#choice("silent_days", silences.map((days) => [days, t("people.silent", { count: days })]))}`;
  }
}
customElements.define("gt-people-filters", PeopleFilters);
