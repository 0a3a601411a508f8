import { html, nothing } from "lit";
import { bookCounts } from "../thunderbird/books.js";
import { askPermission, hasPermission } from "../thunderbird/permission.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { loading, troubleOf } from "./notice.js";
/** @import { BookCount } from "../thunderbird/books.js" */
/** @import { With } from "./with.ts" */

/** @typedef {{ allowed?: boolean, books?: BookCount[] }} Fields */

/** <gt-thunderbird-books>: Thunderbird's own address books with their counts, after it was allowed to look. */
export class ThunderbirdBooks extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { allowed: { state: true }, books: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  /** Reads again what is shown. */
  async load() {
    this.allowed = await hasPermission("addressBooks");
    if (this.allowed) this.books = await this.read(() => bookCounts(globalThis.messenger.addressBooks));
  }

  async #allow() {
    await askPermission("addressBooks").catch(() => false);
    await this.load();
  }

  #list() {
    if (!this.books) return this.problem ? troubleOf(this) : loading;
    if (this.books.length === 0) return html`<p class="quiet">${t("welcome.no_books")}</p>`;
    return html`<ul class="rows">${this.books.map(({ name, contacts }) => html`<li><bdi class="name">${name}</bdi> <span class="quiet">${t("welcome.contacts", { count: contacts })}</span></li>`)}</ul>
      <p class="quiet">${t("welcome.books_shown")}</p>`;
  }

  render() {
    if (this.allowed === undefined) return nothing;
    return this.allowed
      ? this.#list()
      : html`<p>${t("welcome.books_why")}</p><button data-action="allow-books" @click=${() => this.#allow()}>${t("welcome.books_allow")}</button>`;
  }
}
customElements.define("gt-thunderbird-books", ThunderbirdBooks);
