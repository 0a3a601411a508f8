import { html, nothing } from "lit";
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
    showToast(edit.add ? `Tagged ${edit.add[0]}.` : `Tag ${edit.remove[0]} removed.`, () => this.#take(() => tagContact(contact, back, books)));
  }

  render() {
    const { row } = this;
    if (this.problem && !row) return html`<div class="notice" role="alert"><p>Thunderbird has no such contact any more.</p></div><p><a href="#/people">People</a></p>`;
    if (!row) return loading;
    return html`<header class="page-head person-head">
        <p><a href="#/people">People</a></p>
        <h1 tabindex="-1"><bdi>${row.name}</bdi></h1>
        <p><bdi>${row.organisation}</bdi></p>
        <ul class="ways">${row.emails.map((email) => html`<li>${mailLink(email) ? html`<a href=${mailLink(email)}><bdi>${email}</bdi></a>` : html`<bdi>${email}</bdi>`}</li>`)}</ul>
      </header>
      <section class="panel">
        <p><span class="mark">only in Thunderbird</span> This person is in the book <bdi>${row.book}</bdi>, which Goodturn's helper does not sync. Tags go straight into that book; nothing is told to the helper.</p>
      </section>
      <section class="panel" aria-labelledby="tags-head">
        <h2 id="tags-head">Tags and roles</h2>
        <gt-tags .tags=${row.tags} .disabled=${!row.canTag} .hint=${row.canTag ? "" : "This book can only be read."} @edit=${(event) => this.#tag(event.detail)}></gt-tags>
        ${this.problem ? html`<p role="alert">${this.problem.message}</p>` : nothing}
      </section>`;
  }
}
customElements.define("gt-contact", ContactPage);
