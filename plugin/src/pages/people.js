import { html, nothing } from "lit";
import { contactsUnknownTo, rowMatches } from "../thunderbird/books.js";
import { hasPermission } from "../thunderbird/permission.js";
import { numberText, t } from "../words/message.js";
import { LiveElement } from "./element.js";
import { loading, troubleOf } from "./notice.js";
import { mayBeLocal, noFilters } from "./people_filters.js";
import { PeopleSource, allPeople } from "./people_source.js";
import "./bulk_tags.js";
import { mostChosen } from "./people_list.js";
import { hasSingleKeys } from "./single_keys.js";
/** @import { ContactRow } from "../thunderbird/books.js" */
/** @import { PeopleList } from "./people_list.js" */
/** @import { Filters } from "./people_filters.js" */
/** @import { FieldEvent, FormEvent, Told } from "./events.ts" */
/** @import { Loaded, With } from "./with.ts" */

const typingPause = 120;

/** @typedef {{ source: Loaded<PeopleSource>, next?: PeopleSource, query: string, filters: Filters, chosen: Set<string>, tooMany: number }} Fields */

/** <gt-people>: search as you type, filters, tagging of many at once, a list that stays fast with tens of thousands. */
export class PeoplePage extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, source: { state: true }, problem: { state: true }, filters: { state: true }, chosen: { state: true }, tooMany: { state: true } };
  #timer = 0;
  /** @type {ContactRow[]} */
  #contacts = [];
  /** Whether other people may be known since the books were last looked through; and how many were. */
  #isStale = true;
  #known = -1;
  #looking = new AbortController();

  constructor() {
    super();
    this.query = "";
    this.filters = noFilters;
    this.chosen = new Set();
    this.tooMany = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.listen(this.session, "sync", ({ detail }) => (this.#isStale ||= detail.phase === "finished"));
    this.listen(this.session, "state", () => (this.#isStale = true));
    this.listen(globalThis, "keydown", (event) => {
      const typing = event.target.closest?.("input, textarea, select, dialog");
      if (event.key !== "/" || typing || !hasSingleKeys() || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      this.#field?.focus();
    });
  }

  get #field() {
    return /** @type {HTMLInputElement | null} */ (this.querySelector("input[type=search]"));
  }

  get #list() {
    return /** @type {PeopleList | null} */ (this.querySelector("gt-people-list"));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#looking.abort();
    this.source?.close();
  }

  /** Searches again, then looks for whom only Thunderbird has. */
  async load() {
    await this.#search();
    await this.#lookIntoBooks();
  }

  /** Reads all people of the helper for that, so only when there may be others than before: not at each tag that is given. */
  async #lookIntoBooks() {
    const { source } = this;
    const countsAll = source && source.question === new PeopleSource(source.bridge, { query: "", filters: noFilters }).question;
    if (countsAll && source.remoteTotal !== this.#known) this.#isStale = true;
    if (!this.#isStale || !(await hasPermission("addressBooks"))) return;
    this.#isStale = false;
    this.#looking.abort();
    const { signal } = (this.#looking = new AbortController());
    const contacts = await this.read(() => this.#onlyInThunderbird(signal));
    if (signal.aborted) return;
    this.#isStale ||= !contacts;
    if (!contacts || (contacts.length === 0 && this.#contacts.length === 0)) return;
    this.#contacts = contacts;
    await this.#search();
  }

  /** @param {AbortSignal} signal */
  async #onlyInThunderbird(signal) {
    const people = await allPeople(this.session.bridge, signal);
    this.#known = people.length;
    return contactsUnknownTo(people, globalThis.messenger.addressBooks);
  }

  async #search() {
    const { query, filters } = this;
    this.next?.close();
    const local = mayBeLocal(filters) ? this.#contacts.filter((row) => rowMatches(row, query, filters.tag) && rowMatches(row, "", filters.role)) : [];
    const source = new PeopleSource(this.session.bridge, { query, filters, local });
    this.next = source;
    const opened = await this.read(async () => (await source.open(), await this.#fill(source), true));
    if (opened && this.next === source) this.source = source;
  }

  /**
   * The rows in view come before the list is changed over, or it would be blank for a moment.
   * @param {PeopleSource} source
   */
  async #fill(source) {
    if (source.question === this.source?.question) await source.need(...(this.#list?.inView ?? [0, 0]));
  }

  /** @param {FieldEvent} event */
  #typed(event) {
    this.query = event.target.value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(), typingPause);
  }

  /** @param {Filters} filters */
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

  /** @param {Set<string>} chosen */
  #choose(chosen) {
    Object.assign(this, { chosen, tooMany: 0 });
  }

  #bulk() {
    const { chosen, session } = this;
    const tooMany = this.tooMany || (chosen.size > mostChosen ? chosen.size : 0);
    if (tooMany) return html`<p class="notice" role="status">${t("people.too_many", { chosen: numberText(tooMany), most: mostChosen })} <button class="plain" data-action="clear-chosen" @click=${() => this.#choose(new Set())}>${t("people.clear")}</button></p>`;
    if (chosen.size === 0) return nothing;
    return html`<gt-bulk-tags .session=${session} .chosen=${chosen} @clear=${() => this.#choose(new Set())} @tagged=${() => this.#search()}></gt-bulk-tags>`;
  }

  #empty() {
    const { source } = this;
    const filtered = this.query || Object.values(this.filters).some(Boolean);
    return html`<div class="panel empty"><p>${source.emptyReason || t("people.nobody")}</p>
      ${filtered ? html`<button data-action="clear-filters" @click=${() => this.#clear()}>${t("people.clear_filters")}</button>` : html`<a class="button primary" href="#/accounts">${t("places.accounts")}</a>`}</div>`;
  }

  #clear() {
    this.query = "";
    if (this.#field) this.#field.value = "";
    this.#filtered(noFilters);
  }

  render() {
    const { source } = this;
    return html`<header class="page-head"><h1 tabindex="-1">${t("places.people")}</h1><p class="quiet" role="status">${this.#count()}</p></header>
      <form class="search" role="search" @submit=${(/** @type {FormEvent} */ event) => event.preventDefault()}>
        <label class="wide">${t("people.search")} <kbd aria-hidden="true">/</kbd>
          <input
            type="search" autocomplete="off" spellcheck="false" placeholder=${t("people.search_hint")} aria-keyshortcuts=${hasSingleKeys() ? "/" : nothing}
            role="combobox" aria-expanded=${source?.total ? "true" : "false"} aria-controls=${source ? "people-list" : nothing} aria-autocomplete="list"
            @input=${(/** @type {FieldEvent} */ event) => this.#typed(event)} @keydown=${(/** @type {KeyboardEvent} */ event) => this.#list?.press(event)}
          />
        </label>
        <gt-people-filters .tags=${source?.tags ?? []} .chosen=${this.filters} @filtered=${(/** @type {CustomEvent} */ { detail }) => this.#filtered(detail)}></gt-people-filters>
      </form>
      ${troubleOf(this)} ${this.#bulk()}
      ${source ? html`<gt-people-list .source=${source} .chosen=${this.chosen} @chosen=${(/** @type {Told<Set<string>>} */ { detail }) => this.#choose(detail)} @too-many=${(/** @type {Told<number>} */ { detail }) => (this.tooMany = detail)}></gt-people-list>` : this.problem ? nothing : loading}
      ${source && source.total === 0 ? this.#empty() : nothing}`;
  }
}
customElements.define("gt-people", PeoplePage);
