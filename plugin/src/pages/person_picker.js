import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { GoodElement, freshId } from "./element.js";
/** @import { PersonRow, Who } from "../generated/contract.ts" */
/** @import { FieldEvent } from "./events.ts" */
/** @import { With } from "./with.ts" */

const typingPause = 120;
const most = 8;

/** @typedef {{ name?: string, label: string, value?: Who | null, required?: boolean, found: PersonRow[], active: number, searching?: boolean }} Fields */

/**
 * <gt-person-picker>: a field that finds a person as one types. In a form it stands under `name` with the person's UID.
 * Tells "picked" with {uid, name}, or null when the choice was taken back.
 */
export class PersonPicker extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, name: {}, label: {}, value: { attribute: false }, required: { type: Boolean }, found: { state: true }, active: { state: true }, searching: { state: true } };
  #id = freshId("picker");
  #timer = 0;
  #turn = 0;

  constructor() {
    super();
    /**
     * @type {PersonRow[]}
     */
    this.found = [];
    this.active = -1;
  }

  connectedCallback() {
    super.connectedCallback();
    this.listen(this, "focusout", (event) => {
      if (!this.contains(event.relatedTarget)) this.found = [];
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  get #field() {
    return /** @type {HTMLInputElement} */ (this.querySelector("[role=combobox]"));
  }

  updated() {
    const field = this.#field;
    const lacks = field.value.trim() !== "" && !this.value;
    field.setCustomValidity(lacks ? t("pick.choose") : "");
  }

  /** @param {FieldEvent} event */
  #typed(event) {
    const words = event.target.value.trim();
    if (this.value && words !== this.value.name) this.#tell(null);
    clearTimeout(this.#timer);
    // What is still listed, or on its way, answers fewer letters than stand there now.
    this.searching = true;
    this.#turn += 1;
    this.#timer = setTimeout(() => this.#search(words), typingPause);
  }

  /** @param {string} words */
  async #search(words) {
    const turn = (this.#turn += 1);
    const answer = words ? await this.session.bridge.listPeople({ query: words, limit: most }).catch(() => null) : { people: [] };
    if (turn !== this.#turn) return;
    this.searching = false;
    if (!answer || this.value) return;
    this.found = answer.people;
    this.active = answer.people.length ? 0 : -1;
  }

  /** @param {Who | null | undefined} value */
  #tell(value) {
    this.value = value;
    this.dispatchEvent(new CustomEvent("picked", { detail: value, bubbles: true }));
  }

  /** @param {PersonRow} person */
  #pick(person) {
    this.found = [];
    const field = this.#field;
    field.value = person.name;
    field.focus();
    this.#tell({ uid: person.uid, name: person.name });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { found } = this;
    if (found.length === 0) return;
    if (event.key === "ArrowDown") this.active = (this.active + 1) % found.length;
    else if (event.key === "ArrowUp") this.active = (this.active + found.length - 1) % found.length;
    else if (event.key === "Escape") this.found = [];
    else if (event.key !== "Enter") return;
    else if (!this.searching) this.#pick(found[this.active]);
    event.preventDefault();
    event.stopPropagation();
  }

  /**
   * @param {PersonRow} person
   * @param {number} at
   */
  #option(person, at) {
    const more = [person.organisation, person.email].filter(Boolean).join(" · ");
    return html`<li role="option" id="${this.#id}-${at}" aria-selected=${at === this.active ? "true" : "false"} data-pick=${person.uid}
      @pointerdown=${(/** @type {PointerEvent} */ event) => (event.preventDefault(), this.#pick(person))}><bdi>${person.name}</bdi>${more ? html` <bdi class="quiet">${more}</bdi>` : nothing}</li>`;
  }

  render() {
    const { found, active } = this;
    const open = found.length > 0;
    return html`<label class="picker">${this.label}
      <input role="combobox" autocomplete="off" spellcheck="false" aria-autocomplete="list" ?required=${this.required} data-field=${this.name ?? nothing}
        aria-expanded=${open ? "true" : "false"} aria-controls=${this.#id} aria-activedescendant=${open && active >= 0 ? `${this.#id}-${active}` : nothing}
        .value=${this.value?.name ?? this.#field?.value ?? ""}
        @input=${(/** @type {FieldEvent} */ event) => this.#typed(event)} @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event)} />
      ${this.name ? html`<input type="hidden" name=${this.name} .value=${this.value?.uid ?? ""} />` : nothing}
      <ul class="found" role="listbox" id=${this.#id} aria-label=${t("pick.found")} aria-busy=${this.searching ? "true" : "false"} ?hidden=${!open}>${found.map((person, at) => this.#option(person, at))}</ul>
    </label>`;
  }
}
customElements.define("gt-person-picker", PersonPicker);
