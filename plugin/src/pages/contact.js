import { html, nothing } from "lit";
import { contactRow, tagContact } from "../thunderbird/books.js";
import { askPermission, hasPermission } from "../thunderbird/permission.js";
import { rich, t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { loading, problemNotice, troubleOf } from "./notice.js";
import { mailLink } from "./safe_link.js";
import { showToast } from "./toast.js";
import "./tags.js";
/** @import { ContactRow } from "../thunderbird/books.js" */
/** @import { TagChange } from "./tags.js" */
/** @import { With } from "./with.ts" */

/** As Thunderbird says it (ext-addressBook.js). */
const isGone = (/** @type {{ message: string } | null | undefined} */ problem) => /could not be found/.test(problem?.message ?? "");

/** @typedef {{ contact: string, row?: ContactRow, allowed?: boolean }} Fields */

/** <gt-contact>: someone who is only in a Thunderbird address book; tags go straight into that book. One element for each. */
export class ContactPage extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { contact: {}, row: { state: true }, allowed: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  /** Reads the contact again. */
  async load() {
    this.allowed = await hasPermission("addressBooks");
    if (this.allowed) this.row = (await this.read(() => contactRow(this.contact, globalThis.messenger.addressBooks))) ?? this.row;
  }

  async #allow() {
    await askPermission("addressBooks").catch(() => false);
    await this.load();
  }

  /** @param {TagChange} edit */
  async #write(edit) {
    const written = await this.attempt(() => tagContact(this.contact, edit, globalThis.messenger.addressBooks));
    if (written) this.row = written.row;
    return written;
  }

  /** @param {TagChange} edit */
  async #tag(edit) {
    const written = await this.#write(edit);
    if (!written) return false;
    const { back } = written;
    showToast(edit.add ? t("sender.tagged", { tag: edit.add[0] }) : t("sender.untagged", { tag: edit.remove?.[0] }), back && (() => this.#write(back)));
    return true;
  }

  /** Why there is nobody to show. */
  #missing() {
    if (this.allowed === false) return html`<p>${t("welcome.books_why")}</p><button data-action="allow-books" @click=${() => this.#allow()}>${t("welcome.books_allow")}</button>`;
    if (!this.problem) return loading;
    return isGone(this.problem) ? problemNotice({ title: t("contact.gone"), message: t("contact.gone_about") }, () => this.load()) : troubleOf(this);
  }

  render() {
    const { row } = this;
    const back = html`<p><a href="#/people">${t("places.people")}</a></p>`;
    if (!row) return html`<h1 tabindex="-1">${t("contact.head")}</h1>${this.#missing()}${back}`;
    return html`<header class="page-head person-head">
        ${back}
        <h1 tabindex="-1"><bdi>${row.name}</bdi></h1>
        <p><bdi>${row.organisation}</bdi></p>
        <ul class="ways">${row.emails.map((email) => html`<li>${mailLink(email) ? html`<a href=${mailLink(email)}><bdi>${email}</bdi></a>` : html`<bdi>${email}</bdi>`}</li>`)}</ul>
      </header>
      <section class="panel">
        <p><span class="mark">${t("contact.only")}</span> ${rich("contact.about", { book: html`<bdi>${row.book}</bdi>` })}</p>
      </section>
      <section class="panel" aria-labelledby="tags-head">
        <h2 id="tags-head">${t("contact.tags")}</h2>
        <gt-tags .tags=${row.tags} .disabled=${!row.canTag} .hint=${row.canTag ? nothing : t("contact.read_only")} .edit=${(/** @type {TagChange} */ edit) => this.#tag(edit)}></gt-tags>
        ${troubleOf(this)}
      </section>`;
  }
}
customElements.define("gt-contact", ContactPage);
