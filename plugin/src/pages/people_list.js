import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { dayText } from "../words/dates.js";
import { label } from "../words/labels.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { troubleOf } from "./notice.js";
import { roleOf } from "./tags.js";
/** @import { PersonRow } from "../generated/contract.ts" */
/** @import { ContactRow } from "../thunderbird/books.js" */
/** @import { PeopleSource } from "./people_source.js" */
/** @import { With } from "./with.ts" */

/** Pixels; larger when the user's text needs it. */
const leastHeight = 48;
const spare = 6;
/** Sent to the bridge at once (schemas/openapi.json: PeopleTagEdit). */
export const mostChosen = 500;

/** @typedef {PersonRow | ContactRow} Row */
const isLocal = (/** @type {Row | undefined} */ row) => row !== undefined && "id" in row;
const routeOf = (/** @type {Row} */ row) => ("id" in row ? `#/book/${encodeURIComponent(row.id)}` : `#/people/${encodeURIComponent(row.uid)}`);

/** @typedef {{ source: PeopleSource, chosen: Set<string>, active: number, first: number, rowHeight: number, turned?: number }} Fields */

/**
 * <gt-people-list>: a list box that holds only the rows in view. Arrow keys, Page, Home, End and Enter; Space or the box chooses
 * a row, with Shift all up to it. A key for a row that is on its way waits for it. Tells "chosen" with the Set of chosen UIDs, or
 * "too-many" with the number when more would be chosen than go at once.
 */
export class PeopleList extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { source: { attribute: false }, chosen: { attribute: false }, active: { state: true }, first: { state: true }, rowHeight: { state: true }, problem: { state: true } };

  #begins = false;
  /** @type {unknown[]} */
  #asked = [];
  #choices = Promise.resolve();
  #observer = new ResizeObserver(() => this.#measure());

  constructor() {
    super();
    this.active = -1;
    this.first = 0;
    this.rowHeight = leastHeight;
    this.chosen = new Set();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  /**
   * Another question begins at the top; the same one, asked anew since something changed, stays where one is.
   * @param {Map<string, unknown>} changed
   */
  willUpdate(changed) {
    const before = /** @type {PeopleSource | undefined} */ (changed.get("source"));
    this.#begins = changed.has("source") && before?.question !== this.source.question;
    if (changed.has("source")) this.active = this.#begins ? -1 : Math.min(this.active, this.source.total - 1);
    if (!this.#begins) return;
    this.first = 0;
    this.turned = undefined;
  }

  /** The first row that is drawn, and the one behind the last. */
  get inView() {
    return /** @type {[number, number]} */ ([this.first, this.first + this.#shown()]);
  }

  get #box() {
    return /** @type {HTMLElement} */ (this.querySelector(".people"));
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    const { rowHeight } = this;
    const before = /** @type {number | undefined} */ (changed.get("rowHeight"));
    // Through the object model, because the pages' policy refuses style attributes.
    /** @type {HTMLElement} */ (this.querySelector(".runway")).style.height = `${this.source.total * rowHeight}px`;
    if (this.#begins) this.#box.scrollTop = 0;
    else if (before) this.#box.scrollTop *= rowHeight / before;
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[role=option]"))) {
      row.style.height = `${rowHeight}px`;
      row.style.transform = `translateY(${Number(row.dataset.index) * rowHeight}px)`;
    }
    this.#tellActive();
    // What failed is read again when somebody asks for it, not at every drawing.
    const view = [this.source, ...this.inView];
    if (view.every((one, at) => one === this.#asked[at])) return;
    this.#asked = view;
    this.load();
  }

  firstUpdated() {
    for (const part of this.querySelectorAll(".people, .probe")) this.#observer.observe(part);
  }

  #measure() {
    const text = this.querySelector(".probe")?.getBoundingClientRect().height ?? 0;
    this.rowHeight = Math.max(leastHeight, Math.ceil(text));
    this.requestUpdate();
  }

  #shown() {
    const height = this.querySelector(".people")?.clientHeight || 600;
    return Math.ceil(height / this.rowHeight) + 2 * spare;
  }

  /** Reads the rows in view. */
  async load() {
    const { source } = this;
    const [first, end] = this.inView;
    if ((await this.#reads(first, end)) && source === this.source) this.requestUpdate();
  }

  /**
   * Reads rows; false when that failed, which is then said, or when the list shows something else by now.
   * @param {number} first
   * @param {number} last
   */
  async #reads(first, last) {
    const { source } = this;
    const done = await this.read(async () => (await source.need(first, last), true));
    return Boolean(done) && source === this.source;
  }

  /** @param {Event & { target: HTMLElement }} event */
  #scrolled({ target }) {
    this.first = Math.max(0, Math.floor(target.scrollTop / this.rowHeight) - spare);
  }

  /**
   * Takes a key of the list or of the search field.
   * @param {KeyboardEvent} event
   */
  press(event) {
    const page = Math.max(1, Math.floor(this.#box.clientHeight / this.rowHeight) - 1);
    const last = this.source.total - 1;
    const inField = event.target instanceof HTMLInputElement;
    /** @type {Record<string, number>} */
    const moves = { ArrowDown: this.active + 1, ArrowUp: this.active - 1, PageDown: this.active + page, PageUp: this.active - page };
    if (!inField) Object.assign(moves, { Home: 0, End: last });
    if (event.key === "Enter" && this.active >= 0) this.#open(this.active);
    else if (event.key === " " && !inField && this.active >= 0) this.#choose(this.active, event.shiftKey);
    else if (event.key === "Escape" && this.chosen.size > 0) this.#tell(new Set());
    else if (event.key === "a" && (event.ctrlKey || event.metaKey) && !inField) this.#chooseAll();
    else if (event.key in moves && last >= 0) this.#activate(Math.max(0, Math.min(last, moves[event.key])));
    else return;
    event.preventDefault();
  }

  /** @param {number} index */
  #activate(index) {
    this.active = index;
    const box = this.#box;
    const top = index * this.rowHeight;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + this.rowHeight > box.scrollTop + box.clientHeight) box.scrollTop = top + this.rowHeight - box.clientHeight;
    this.first = Math.max(0, Math.floor(box.scrollTop / this.rowHeight) - spare);
  }

  /** @param {Set<string>} chosen */
  #tell(chosen) {
    this.chosen = chosen;
    this.dispatchEvent(new CustomEvent("chosen", { detail: chosen }));
  }

  /** @param {number} count */
  #tellTooMany(count) {
    this.dispatchEvent(new CustomEvent("too-many", { detail: count }));
  }

  /**
   * Turns one row over; `through` gives all rows from the last one turned to here what that one has. One after the other, since
   * rows may have to come first.
   * @param {number} index
   */
  #choose(index, through = false) {
    const from = through && this.turned !== undefined ? this.turned : index;
    this.turned = index;
    this.#choices = this.#choices.then(() => this.#turn(from, index, through));
  }

  /**
   * @param {number} from
   * @param {number} index
   * @param {boolean} through
   */
  async #turn(from, index, through) {
    const [first, last] = [Math.min(from, index), Math.max(from, index)];
    if (last - first >= mostChosen) return this.#tellTooMany(last - first + 1);
    if (!(await this.#reads(first, last))) return undefined;
    const chosen = new Set(this.chosen);
    const adds = through ? from === index || chosen.has(this.source.uidAt(from) ?? "") : !chosen.has(this.source.uidAt(index) ?? "");
    for (let at = first; at <= last; at += 1) {
      const uid = this.source.uidAt(at);
      if (uid && adds) chosen.add(uid);
      else if (uid) chosen.delete(uid);
    }
    return this.#tell(chosen);
  }

  async #chooseAll() {
    const { remoteTotal: count } = this.source;
    if (count > mostChosen) return this.#tellTooMany(count);
    if (!(await this.#reads(0, count))) return undefined;
    return this.#tell(new Set(Array.from({ length: count }, (_, at) => this.source.uidAt(at) ?? "")));
  }

  /**
   * @param {MouseEvent & { target: Element }} event
   * @param {number} index
   */
  #clicked(event, index) {
    if (event.target.closest(".tick")) return this.#choose(index, event.shiftKey);
    this.active = index;
    return this.#open(index);
  }

  /** @param {number} index */
  async #open(index) {
    if (!this.source.row(index) && !(await this.#reads(index, index))) return;
    const row = this.source.row(index);
    if (row && this.isConnected && index === this.active) globalThis.location.hash = routeOf(row);
  }

  #tellActive() {
    const shown = this.active >= 0 && this.querySelector(`#person-row-${this.active}`);
    for (const owner of [this.#box, this.closest("gt-people")?.querySelector("input[type=search]")]) {
      if (shown) owner?.setAttribute("aria-activedescendant", shown.id);
      else owner?.removeAttribute("aria-activedescendant");
    }
  }

  /** @param {Row} row */
  #cells(row) {
    const email = "id" in row ? row.emails[0] : row.email;
    const last = "id" in row ? html`<span class="mark">${t("people.only_thunderbird")}</span>` : row.last_contact ? dayText(row.last_contact) : label(row.state);
    return html`<span class="who"><bdi class="name">${row.name}</bdi> <bdi class="quiet">${[row.organisation, email].filter(Boolean).join(" · ")}</bdi></span>
      <span class="tags">${row.tags.slice(0, 4).map((tag) => html`<bdi class="chip ${roleOf(tag) ? "role" : ""}">${tag}</bdi>`)}</span>
      <span class="last quiet">${last}</span>`;
  }

  /** @param {number} index */
  #row(index) {
    const row = this.source.row(index);
    const local = isLocal(row);
    const isChosen = this.chosen.has(this.source.uidAt(index) ?? "");
    return html`<div
      role="option" id="person-row-${index}" data-index=${index} aria-selected=${index === this.active ? "true" : "false"} aria-label=${row ? nothing : t("common.loading")}
      aria-setsize=${this.source.total} aria-posinset=${index + 1} aria-checked=${local || !row ? nothing : isChosen ? "true" : "false"} @click=${(/** @type {MouseEvent & { target: Element }} */ event) => this.#clicked(event, index)}
    >
      <span class="tick ${isChosen ? "ticked" : ""}" aria-hidden="true" ?hidden=${local}></span>
      ${row ? this.#cells(row) : nothing}
    </div>`;
  }

  render() {
    const end = Math.min(this.source.total, this.first + this.#shown());
    const indexes = Array.from({ length: Math.max(0, end - this.first) }, (_, at) => this.first + at);
    return html`<div class="probe" aria-hidden="true"><span class="who"><bdi class="name">&nbsp;</bdi> <bdi class="quiet">&nbsp;</bdi></span></div>
    <div class="people" id="people-list" role="listbox" tabindex="0" aria-label=${t("places.people")} aria-multiselectable="true" ?hidden=${this.source.total === 0} @scroll=${(/** @type {Event & { target: HTMLElement }} */ event) => this.#scrolled(event)} @keydown=${(/** @type {KeyboardEvent} */ event) => this.press(event)}>
      <div class="runway" role="presentation">${repeat(indexes, (index) => index, (index) => this.#row(index))}</div>
    </div>
    ${troubleOf(this)}`;
  }
}
customElements.define("gt-people-list", PeopleList);
