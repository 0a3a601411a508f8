import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { GoodElement, freshId } from "./element.js";
import { groups } from "./places.js";

const shownIn = (group) => group.places.filter((place) => place.label);

/** <gt-navigation>: all places in groups; in a narrow column they fold behind one button that names the current place. */
export class Navigation extends GoodElement {
  static properties = { place: { attribute: false }, open: { state: true } };
  #id = freshId("places");

  connectedCallback() {
    super.connectedCallback();
    this.listen(globalThis, "hashchange", () => (this.open = false));
    this.listen(this, "keydown", (event) => {
      if (event.key !== "Escape" || !this.open) return;
      this.open = false;
      this.querySelector("button").focus();
    });
  }

  #current() {
    const id = this.place?.under ?? this.place?.id;
    return groups.flatMap((group) => group.places).find((place) => place.id === id);
  }

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
