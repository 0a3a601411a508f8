import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { GoodElement, freshId } from "./element.js";

const typingPause = 120;
const most = 8;

/**
 * <gt-person-picker>: a field that finds a person as one types. In a form it stands under `name` with the person's UID.
 * Tells "picked" with {uid, name}, or null when the choice was taken back.
 */
export class PersonPicker extends GoodElement {
  static properties = { session: { attribute: false }, name: {}, label: {}, value: { attribute: false }, required: { type: Boolean }, found: { state: true }, active: { state: true } };
  #id = freshId("picker");
  #timer = null;
  #turn = 0;

  constructor() {
    super();
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

  updated() {
    const field = this.querySelector("[role=combobox]");
    const lacks = field.value.trim() !== "" && !this.value;
    field.setCustomValidity(lacks ? t("pick.choose") : "");
  }

  #typed(event) {
    const words = event.target.value.trim();
    if (this.value && words !== this.value.name) this.#tell(null);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(words), typingPause);
    this.requestUpdate();
  }

  async #search(words) {
    const turn = (this.#turn += 1);
    const answer = words ? await this.session.bridge.listPeople({ query: words, limit: most }).catch(() => null) : { people: [] };
    if (turn !== this.#turn || !answer || this.value) return;
    this.found = answer.people;
    this.active = answer.people.length ? 0 : -1;
  }

  #tell(value) {
    this.value = value;
    this.dispatchEvent(new CustomEvent("picked", { detail: value, bubbles: true }));
  }

  #pick(person) {
    this.found = [];
    const field = this.querySelector("[role=combobox]");
    field.value = person.name;
    field.focus();
    this.#tell({ uid: person.uid, name: person.name });
  }

  #key(event) {
    const { found } = this;
    if (found.length === 0) return;
    if (event.key === "ArrowDown") this.active = (this.active + 1) % found.length;
    else if (event.key === "ArrowUp") this.active = (this.active + found.length - 1) % found.length;
    else if (event.key === "Enter") this.#pick(found[this.active]);
    else if (event.key === "Escape") this.found = [];
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #option(person, at) {
    const more = [person.organisation, person.email].filter(Boolean).join(" · ");
    return html`<li role="option" id="${this.#id}-${at}" aria-selected=${at === this.active ? "true" : "false"} data-pick=${person.uid}
      @pointerdown=${(event) => (event.preventDefault(), this.#pick(person))}><bdi>${person.name}</bdi>${more ? html` <bdi class="quiet">${more}</bdi>` : nothing}</li>`;
  }

  render() {
    const { found, active } = this;
    const open = found.length > 0;
    return html`<label class="picker">${this.label}
      <input role="combobox" autocomplete="off" spellcheck="false" aria-autocomplete="list" ?required=${this.required} data-field=${this.name ?? nothing}
        aria-expanded=${open ? "true" : "false"} aria-controls=${this.#id} aria-activedescendant=${open && active >= 0 ? `${this.#id}-${active}` : nothing}
        .value=${this.value?.name ?? this.querySelector("[role=combobox]")?.value ?? ""}
        @input=${(event) => this.#typed(event)} @keydown=${(event) => this.#key(event)} />
      ${this.name ? html`<input type="hidden" name=${this.name} .value=${this.value?.uid ?? ""} />` : nothing}
      <ul class="found" role="listbox" id=${this.#id} aria-label=${t("pick.found")} ?hidden=${!open}>${found.map((person, at) => this.#option(person, at))}</ul>
    </label>`;
  }
}
customElements.define("gt-person-picker", PersonPicker);
