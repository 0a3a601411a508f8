import { html, nothing } from "lit";
import { rich, t } from "../words/message.js";
import { contactRow, tagContact } from "../thunderbird/books.js";
import { GoodElement } from "./element.js";
import { loading } from "./notice.js";
import { mailLink } from "./safe_link.js";
import { showToast } from "./toast.js";
import "./tags.js";

/** <gt-contact>: someone who is only in a Thunderbird address book; tags go straight into that book. */
export class ContactPage extends GoodElement {
  static properties = { session: { attribute: false }, contact: {}, row: { state: true }, problem: { state: true } };

  willUpdate(changed) {
    if (!changed.has("contact")) return;
    this.row = null;
    this.#take(() => contactRow(this.contact, globalThis.messenger.addressBooks));
  }

  async #take(read) {
    const row = await this.attempt(read);
    if (row) this.row = row;
    return Boolean(row);
  }

  async #tag(edit) {
    const { contact } = this;
    const books = globalThis.messenger.addressBooks;
    if (!(await this.#take(() => tagContact(contact, edit, books)))) return;
    const back = { add: edit.remove ?? [], remove: edit.add ?? [] };
    showToast(edit.add ? t("sender.tagged", { tag: edit.add[0] }) : t("sender.untagged", { tag: edit.remove[0] }), () => this.#take(() => tagContact(contact, back, books)));
  }

  render() {
    const { row } = this;
    if (this.problem && !row) return html`<div class="notice" role="alert"><p>${t("contact.gone")}</p></div><p><a href="#/people">${t("places.people")}</a></p>`;
    if (!row) return loading;
    return html`<header class="page-head person-head">
        <p><a href="#/people">${t("places.people")}</a></p>
        <h1 tabindex="-1"><bdi>${row.name}</bdi></h1>
        <p><bdi>${row.organisation}</bdi></p>
        <ul class="ways">${row.emails.map((email) => html`<li>${mailLink(email) ? html`<a href=${mailLink(email)}><bdi>${email}</bdi></a>` : html`<bdi>${email}</bdi>`}</li>`)}</ul>
      </header>
      <section class="panel">
        <p><span class="mark">${t("contact.only")}</span> ${rich("contact.about", { book: html`<bdi>${row.book}</bdi>` })}</p>
      </section>
      <section class="panel" aria-labelledby="tags-head">
        <h2 id="tags-head">${t("contact.tags")}</h2>
        <gt-tags .tags=${row.tags} .disabled=${!row.canTag} .hint=${row.canTag ? "" : t("contact.read_only")} @edit=${(event) => this.#tag(event.detail)}></gt-tags>
        ${this.problem ? html`<p role="alert">${this.problem.message}</p>` : nothing}
      </section>`;
  }
}
customElements.define("gt-contact", ContactPage);
