import { html } from "lit";
import { t } from "../words/message.js";
import { GoodElement, freshId } from "./element.js";
import "./person_picker.js";
/** @import { Who } from "../generated/contract.ts" */
/** @import { Told } from "./events.ts" */
/** @import { PersonPicker } from "./person_picker.js" */
/** @import { With } from "./with.ts" */

/** @typedef {{ name?: string, label: string, value: Who[] }} Fields */

/** <gt-people-picker>: several people, each with a button that takes them out again. `value` is a list of {uid, name}. */
export class PeoplePicker extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, name: {}, label: {}, value: { attribute: false } };
  #id = freshId("people");

  /** @param {Who[]} value */
  #set(value) {
    this.value = value;
    this.dispatchEvent(new CustomEvent("picked", { detail: value, bubbles: true }));
  }

  /** @param {Told<Who | null> & { target: PersonPicker }} event */
  #add(event) {
    event.stopPropagation();
    const person = event.detail;
    if (!person) return;
    const picker = event.target;
    if (!this.value.some(({ uid }) => uid === person.uid)) this.#set([...this.value, person]);
    picker.value = null;
    /** @type {HTMLInputElement} */ (picker.querySelector("[role=combobox]")).value = "";
  }

  render() {
    const { value } = this;
    return html`<div role="group" aria-labelledby=${this.#id}>
      <span id=${this.#id}>${this.label}</span>
      <ul class="chips">
        ${value.map((person) => html`<li><button type="button" class="chip" aria-label=${t("pick.remove", { person: person.name })} data-remove=${person.uid} @click=${() => this.#set(value.filter((one) => one !== person))}><bdi>${person.name}</bdi> <span aria-hidden="true">✕</span></button></li>`)}
      </ul>
      <gt-person-picker .session=${this.session} .label=${t("pick.add")} @picked=${(/** @type {Told<Who | null> & { target: PersonPicker }} */ event) => this.#add(event)}></gt-person-picker>
    </div>`;
  }
}
customElements.define("gt-people-picker", PeoplePicker);
