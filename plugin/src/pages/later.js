import { html, nothing } from "lit";
import { dayAfter } from "../words/dates.js";
import { t } from "../words/message.js";
import { askInDialog } from "./dialog.js";
import { GoodElement, freshId } from "./element.js";
/** @import { With } from "./with.ts" */

/** @typedef {{ days?: number, months?: number }} Step */
/** @type {[string, Step | null][]} */
const choices = [
  ["week", { days: 7 }],
  ["month", { months: 1 }],
  ["date", null],
  ["they-write", null],
];

/** @typedef {{ open?: boolean, name?: string }} Fields */

/** <gt-later>: a menu button; tells "later" with detail {until: YYYY-MM-DD} or {snooze: "they-write"}. */
export class Later extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { open: { state: true }, name: {} };
  #id = freshId("later");

  connectedCallback() {
    super.connectedCallback();
    this.listen(this, "focusout", (event) => {
      if (!this.contains(event.relatedTarget)) this.open = false;
    });
  }

  /** @param {boolean | undefined} open */
  async #toggle(open) {
    this.open = open;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(open ? "[role=menuitem]" : "button"))?.focus();
  }

  /**
   * @param {string} key
   * @param {Step | null} step
   */
  async #choose(key, step) {
    await this.#toggle(false);
    const until = step ? dayAfter(new Date(), step) : key === "date" ? await this.#askDay() : undefined;
    const detail = key === "they-write" ? { snooze: key } : { until };
    if (detail.until || detail.snooze) this.dispatchEvent(new CustomEvent("later", { detail }));
  }

  async #askDay() {
    const first = dayAfter(new Date(), { days: 1 });
    const fields = html`<label>${t("week.not_before")} <input type="date" name="day" required min=${first} .value=${dayAfter(new Date(), { days: 14 })} /></label>`;
    const answer = await askInDialog({ title: t("week.later_title"), yes: t("week.later_yes"), no: t("record.leave"), fields });
    return answer?.day;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const items = [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[role=menuitem]"))];
    const at = items.findIndex((item) => item === document.activeElement);
    /** @type {Record<string, number>} */
    const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    if (event.key === "Escape") this.#toggle(false);
    else if (event.key in moves) items.at(moves[event.key] % items.length)?.focus();
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
        ${t("week.later")} <span aria-hidden="true">▾</span>
      </button>
      ${this.open
        ? html`<ul class="menu" role="menu" id=${this.#id} aria-label=${t("week.later")} @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event)}>
            ${choices.map(
              ([key, step]) =>
                html`<li role="none">
                  <button role="menuitem" tabindex="-1" data-choice=${key} @click=${() => this.#choose(key, step)}>${t(`week.later_${key.replace("-", "_")}`)}</button>
                </li>`,
            )}
          </ul>`
        : nothing}
    </span>`;
  }
}
customElements.define("gt-later", Later);
