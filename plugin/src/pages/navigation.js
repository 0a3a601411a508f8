import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { GoodElement, freshId } from "./element.js";
import { groups } from "./places.js";
/** @import { Place } from "./places.js" */
/** @import { With } from "./with.ts" */

/** @typedef {typeof groups[number]} Group */
const shownIn = (/** @type {Group} */ group) => group.places.flatMap(({ id, label }) => (label ? [{ id, label }] : []));

/** @typedef {{ place?: Place, open?: boolean }} Fields */

/** <gt-navigation>: all places in groups; in a narrow column they fold behind one button that names the current place. */
export class Navigation extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { place: { attribute: false }, open: { state: true } };
  #id = freshId("places");

  connectedCallback() {
    super.connectedCallback();
    this.listen(globalThis, "hashchange", () => (this.open = false));
    this.listen(this, "keydown", (event) => {
      if (event.key !== "Escape" || !this.open) return;
      this.open = false;
      this.querySelector("button")?.focus();
    });
  }

  #current() {
    const id = this.place?.under ?? this.place?.id;
    return groups.flatMap((group) => group.places).find((place) => place.id === id);
  }

  /**
   * @param {Group} group
   * @param {number} at
   */
  #group(group, at) {
    const current = this.#current();
    const head = `${this.#id}-${at}`;
    return html`<section>
      <h2 id=${head}>${t(group.label)}</h2>
      <ul aria-labelledby=${head}>
        ${shownIn(group).map(({ id, label }) => html`<li><a href="#/${id}" aria-current=${current?.id === id ? "page" : nothing}>${t(label)}</a></li>`)}
      </ul>
    </section>`;
  }

  render() {
    return html`<nav aria-label=${t("places.navigation")}>
      <span class="brand" aria-hidden="true">${t("places.product")}</span>
      <button class="fold" aria-expanded=${this.open ? "true" : "false"} aria-controls=${this.#id} @click=${() => (this.open = !this.open)}>
        ${t(this.#current()?.label ?? "places.product")} <span aria-hidden="true">▾</span>
      </button>
      <div class="places ${this.open ? "open" : ""}" id=${this.#id}>${groups.map((group, at) => this.#group(group, at))}</div>
    </nav>`;
  }
}
customElements.define("gt-navigation", Navigation);
