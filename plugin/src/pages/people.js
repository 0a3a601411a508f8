import { html, nothing } from "lit";
import { contactsUnknownTo, rowMatches } from "../thunderbird/books.js";
import { hasPermission } from "../thunderbird/permission.js";
import { numberText, t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { loading, problemNotice } from "./notice.js";
import { mayBeLocal, noFilters } from "./people_filters.js";
import { PeopleSource, allPeople } from "./people_source.js";
import "./bulk_tags.js";
import "./people_list.js";

const typingPause = 120;
/** Sent to the bridge at once (schemas/openapi.json: PeopleTagEdit). */
const mostChosen = 500;

/** <gt-people>: search as you type, filters, tagging of many at once, a list that stays fast with tens of thousands. */
export class PeoplePage extends GoodElement {
  static properties = { session: { attribute: false }, source: { state: true }, problem: { state: true }, filters: { state: true }, chosen: { state: true } };
  #timer = null;
  #contacts = [];

  constructor() {
    super();
    this.query = "";
    this.filters = noFilters;
    this.chosen = new Set();
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
    const contacts = await this.attempt(async () => contactsUnknownTo(await allPeople(this.session.bridge), globalThis.messenger.addressBooks));
    if (!contacts || (contacts.length === 0 && this.#contacts.length === 0)) return;
    this.#contacts = contacts;
    await this.#search();
  }

  async #search() {
    const { query, filters } = this;
    this.next?.close();
    const local = mayBeLocal(filters) ? this.#contacts.filter((row) => rowMatches(row, query, filters.tag) && rowMatches(row, "", filters.role)) : [];
    const source = new PeopleSource(this.session.bridge, { query, filters, local });
    this.next = source;
    const opened = await this.attempt(async () => (await source.open(), true));
    if (opened && this.next === source) this.source = source;
  }

  #typed(event) {
    this.query = event.target.value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(), typingPause);
  }

  #filtered(filters) {
    this.filters = filters;
    this.#search();
  }

  #count() {
    const { source } = this;
    if (!source) return nothing;
    const people = t("people.found", { count: source.total });
    return source.local.length ? t("people.found_local", { people, local: source.local.length }) : people;
  }

  #bulk() {
    const { chosen, session } = this;
    if (chosen.size === 0) return nothing;
    if (chosen.size > mostChosen) return html`<p class="notice" role="status">${t("people.too_many", { chosen: numberText(chosen.size), most: mostChosen })} <button class="plain" data-action="clear-chosen" @click=${() => (this.chosen = new Set())}>${t("people.clear")}</button></p>`;
    return html`<gt-bulk-tags .session=${session} .chosen=${chosen} @clear=${() => (this.chosen = new Set())} @tagged=${() => this.#search()}></gt-bulk-tags>`;
  }

  #empty() {
    const { source } = this;
    const filtered = this.query || Object.values(this.filters).some(Boolean);
    return html`<div class="panel empty"><p>${source.emptyReason || t("people.nobody")}</p>
      ${filtered ? html`<button data-action="clear-filters" @click=${() => this.#clear()}>${t("people.clear_filters")}</button>` : html`<a class="button primary" href="#/accounts">${t("places.accounts")}</a>`}</div>`;
  }

  #clear() {
    this.query = "";
    this.querySelector("input[type=search]").value = "";
    this.#filtered(noFilters);
  }

  render() {
    const { source } = this;
    return html`<header class="page-head"><h1 tabindex="-1">${t("places.people")}</h1><p class="quiet" role="status">${this.#count()}</p></header>
      <form class="search" role="search" @submit=${(event) => event.preventDefault()}>
        <label class="wide">${t("people.search")} <kbd aria-hidden="true">/</kbd>
          <input
            type="search" autocomplete="off" spellcheck="false" placeholder=${t("people.search_hint")} aria-keyshortcuts="/"
            role="combobox" aria-expanded="true" aria-controls="people-list" aria-autocomplete="list"
            @input=${(event) => this.#typed(event)} @keydown=${(event) => this.querySelector("gt-people-list")?.press(event)}
          />
        </label>
        <gt-people-filters .tags=${source?.tags ?? []} .chosen=${this.filters} @filtered=${({ detail }) => this.#filtered(detail)}></gt-people-filters>
      </form>
      ${problemNotice(this.problem)} ${this.#bulk()}
      ${source ? html`<gt-people-list .source=${source} .chosen=${this.chosen} @chosen=${({ detail }) => (this.chosen = detail)}></gt-people-list>` : this.problem ? nothing : loading}
      ${source && source.total === 0 ? this.#empty() : nothing}`;
  }
}
customElements.define("gt-people", PeoplePage);
