import { html } from "lit";
import { roles } from "../generated/vocabulary.js";
import { layerLabel, roleName } from "../words/labels.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
/** @import { People } from "../generated/contract.ts" */
/** @import { FieldEvent } from "./events.ts" */
/** @import { With } from "./with.ts" */

const layers = [5, 15, 50, 150, 0];
const silences = [30, 90, 180, 365];
/** @type {Readonly<Filters>} */
export const noFilters = Object.freeze({ tag: "", role: "", layer: "", silent_days: "" });

/** Whether a row that only Thunderbird has can match: its history is not known here. */
export const mayBeLocal = (/** @type {Filters} */ { layer, silent_days: days }) => layer === "" && days === "";

/** @typedef {{ tag: string, role: string, layer: string, silent_days: string }} Filters As they stand in the address; "" filters nothing. */
/** @typedef {{ tags: People["tags"], chosen: Filters }} Fields */

/** <gt-people-filters>: tag, role, circle and silence. Tells "filtered" with the whole choice, {tag, role, layer, silent_days}. */
export class PeopleFilters extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { tags: { attribute: false }, chosen: { attribute: false } };

  /**
   * @param {keyof Filters} name
   * @param {string} value
   */
  #set(name, value) {
    this.dispatchEvent(new CustomEvent("filtered", { detail: { ...this.chosen, [name]: value } }));
  }

  /**
   * @param {keyof Filters} name
   * @param {(readonly [string | number, string])[]} options
   */
  #choice(name, options) {
    const { [name]: chosen } = this.chosen;
    return html`<label>${t(`people.filter_${name}`)}
      <select data-filter=${name} @change=${(/** @type {FieldEvent} */ event) => this.#set(name, event.target.value)}>
        <option value="" .selected=${chosen === ""}>${t("people.all")}</option>
        ${options.map(([value, word]) => html`<option value=${value} .selected=${String(value) === chosen}>${word}</option>`)}
      </select></label>`;
  }

  render() {
    const roleNames = new Set(roles.map(({ role }) => String(role)));
    const tags = (this.tags ?? []).filter(({ tag }) => !roleNames.has(tag));
    return html`${this.#choice("role", roles.map(({ role }) => /** @type {const} */ ([role, roleName(role)])))}
      ${this.#choice("tag", tags.map(({ tag, count }) => /** @type {const} */ ([tag, t("people.tag_count", { tag, count: String(count) })])))}
      ${this.#choice("layer", layers.map((layer) => /** @type {const} */ ([layer, layerLabel(layer)])))}
      ${this.#choice("silent_days", silences.map((days) => /** @type {const} */ ([days, t("people.silent", { count: days })])))}`;
  }
}
customElements.define("gt-people-filters", PeopleFilters);
