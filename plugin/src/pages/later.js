import { html, nothing } from "lit";
import { dayAfter } from "../words/dates.js";
import { askInDialog } from "./dialog.js";
import { GoodElement, freshId } from "./element.js";

const choices = [
  ["week", "In 1 week", { days: 7 }],
  ["month", "In 1 month", { months: 1 }],
  ["date", "On a day…", null],
];

/** <gt-later>: a menu button; tells the event "later" with detail = the chosen day (YYYY-MM-DD). */
export class Later extends GoodElement {
  static properties = { open: { state: true }, name: {} };
  #id = freshId("later");

  connectedCallback() {
    super.connectedCallback();
    this.listen(this, "focusout", (event) => {
      if (!this.contains(event.relatedTarget)) this.open = false;
    });
  }

  async #toggle(open) {
    this.open = open;
    await this.updateComplete;
    if (open) this.querySelector("[role=menuitem]").focus();
    else this.querySelector("button").focus();
  }

  async #choose(step) {
    await this.#toggle(false);
    const day = step ? dayAfter(new Date(), step) : await this.#askDay();
    if (day) this.dispatchEvent(new CustomEvent("later", { detail: day }));
  }

  async #askDay() {
    const first = dayAfter(new Date(), { days: 1 });
    const fields = html`<label>Not before <input type="date" name="day" required min=${first} .value=${dayAfter(new Date(), { days: 14 })} /></label>`;
    const answer = await askInDialog({ title: "Come back to it later", yes: "Remind me then", fields });
    return answer?.day;
  }

  #key(event) {
    const items = [...this.querySelectorAll("[role=menuitem]")];
    const at = items.indexOf(document.activeElement);
    const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    if (event.key === "Escape") this.#toggle(false);
    else if (event.key in moves) items.at(moves[event.key] % items.length).focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  render() {
    return html`<span class="menu-place">
      <button
        aria-haspopup="menu"
        aria-expanded=${this.open ? "true" : "false"}
        aria-controls=${this.open ? this.#id : nothing}
        data-action="later"
        @click=${() => this.#toggle(!this.open)}
      >
        Later <span aria-hidden="true">▾</span>
      </button>
      ${this.open
        ? html`<ul class="menu" role="menu" id=${this.#id} aria-label="Later" @keydown=${(event) => this.#key(event)}>
            ${choices.map(
              ([key, word, step]) =>
                html`<li role="none">
                  <button role="menuitem" tabindex="-1" data-choice=${key} @click=${() => this.#choose(step)}>${word}</button>
                </li>`,
            )}
          </ul>`
        : nothing}
    </span>`;
  }
}
customElements.define("gt-later", Later);
