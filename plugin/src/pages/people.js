import { html, nothing } from "lit";
import { roles } from "../generated/vocabulary.js";
import { contactsUnknownTo, rowMatches } from "../thunderbird/books.js";
import { hasPermission } from "../thunderbird/permission.js";
import { label } from "../words/labels.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { PeopleSource, allPeople } from "./people_source.js";
import "./people_list.js";

const typingPause = 120;

/** <gt-people>: search as you type, filter by tag or role, a list that stays fast with tens of thousands. */
export class PeoplePage extends GoodElement {
  static properties = { session: { attribute: false }, source: { state: true }, problem: { state: true }, tag: { state: true } };
  #timer = null;
  #contacts = [];

  constructor() {
    super();
    this.query = "";
    this.tag = "";
  }

  connectedCallback() {
    super.connectedCallback();
    this.listen(this.session, "changed", () => this.#reload());
    this.listen(globalThis, "keydown", (event) => {
      const typing = event.target.closest?.("input, textarea, select, dialog");
      if (event.key !== "/" || typing || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      this.querySelector("input[type=search]").focus();
    });
    this.#reload();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.source?.close();
  }

  async #reload() {
    await this.#search();
    if (!(await hasPermission("addressBooks"))) return;
    const contacts = await this.attempt(async () =>
      contactsUnknownTo(await allPeople(this.session.bridge), globalThis.messenger.addressBooks),
    );
    if (!contacts || (contacts.length === 0 && this.#contacts.length === 0)) return;
    this.#contacts = contacts;
    await this.#search();
  }

  async #search() {
    const { query, tag } = this;
    this.next?.close();
    const local = this.#contacts.filter((row) => rowMatches(row, query, tag));
    const source = new PeopleSource(this.session.bridge, { query, tag, local });
    this.next = source;
    const opened = await this.attempt(async () => (await source.open(), true));
    if (opened && this.next === source) this.source = source;
  }

  #typed(event) {
    this.query = event.target.value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(), typingPause);
  }

  #filtered(tag) {
    this.tag = tag;
    this.#search();
  }

  #filter() {
    const tags = this.source?.tags ?? [];
    const roleNames = new Set(roles.map((row) => row.role));
    const option = (word, text) => html`<option value=${word} .selected=${word === this.tag}>${text}</option>`;
    return html`<label>Tag or role
      <select data-action="filter" @change=${(event) => this.#filtered(event.target.value)}>
        ${option("", "All")}
        <optgroup label="Roles">${roles.map(({ role }) => option(role, label(role)))}</optgroup>
        <optgroup label="Tags">${tags.filter(({ tag }) => !roleNames.has(tag)).map(({ tag, count }) => option(tag, `${tag} (${count})`))}</optgroup>
      </select>
    </label>`;
  }

  #count() {
    const { source } = this;
    if (!source) return "Loading…";
    const people = source.total === 1 ? "1 person" : `${source.total.toLocaleString("en-GB")} people`;
    return source.local.length ? `${people}, ${source.local.length} of them only in Thunderbird` : people;
  }

  render() {
    const { source } = this;
    return html`<header class="page-head">
        <h1 tabindex="-1">People</h1>
        <p class="quiet" role="status">${this.#count()}</p>
      </header>
      <form class="search" role="search" @submit=${(event) => event.preventDefault()}>
        <label class="wide">Search <kbd aria-hidden="true">/</kbd>
          <input
            type="search" autocomplete="off" spellcheck="false" placeholder="Name, company, address, tag" aria-keyshortcuts="/"
            role="combobox" aria-expanded="true" aria-controls="people-list" aria-autocomplete="list"
            @input=${(event) => this.#typed(event)} @keydown=${(event) => this.querySelector("gt-people-list")?.press(event)}
          />
        </label>
        ${this.#filter()}
      </form>
      ${problemNotice(this.problem)}
      ${source ? html`<gt-people-list .source=${source}></gt-people-list>` : nothing}
      ${source && source.total === 0 ? html`<div class="panel empty"><p>${source.emptyReason || "Nobody matches."}</p></div>` : nothing}`;
  }
}
customElements.define("gt-people", PeoplePage);
