import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { dayText } from "../words/dates.js";
import { label } from "../words/labels.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { roleOf } from "./tags.js";

const rowHeight = 48;
const spare = 6;

const routeOf = (row) => (row.uid && row.id === undefined ? `#/people/${encodeURIComponent(row.uid)}` : `#/book/${encodeURIComponent(row.id)}`);

/**
 * <gt-people-list>: a list box that holds only the rows in view. Arrow keys, Page, Home, End and Enter; Space or the box chooses
 * a row, with Shift all up to it. Tells "chosen" with the Set of chosen UIDs.
 */
export class PeopleList extends GoodElement {
  static properties = { source: { attribute: false }, chosen: { attribute: false }, active: { state: true }, first: { state: true } };

  constructor() {
    super();
    this.active = -1;
    this.first = 0;
    this.chosen = new Set();
  }

  willUpdate(changed) {
    if (!changed.has("source")) return;
    this.active = -1;
    this.first = 0;
    this.turned = undefined;
  }

  updated(changed) {
    const box = this.querySelector(".people");
    if (changed.has("source") && box) box.scrollTop = 0;
    // Through the object model, because the pages' policy refuses style attributes.
    this.querySelector(".runway").style.height = `${this.source.total * rowHeight}px`;
    for (const row of this.querySelectorAll("[role=option]")) row.style.transform = `translateY(${row.dataset.index * rowHeight}px)`;
    this.#fill();
    this.#tellActive();
  }

  firstUpdated() {
    const observer = new ResizeObserver(() => this.requestUpdate());
    observer.observe(this.querySelector(".people"));
  }

  #shown() {
    const height = this.querySelector(".people")?.clientHeight || 600;
    return Math.ceil(height / rowHeight) + 2 * spare;
  }

  async #fill() {
    const { source } = this;
    const read = await source.need(this.first, this.first + this.#shown()).catch(() => false);
    if (read && source === this.source) this.requestUpdate();
  }

  #scrolled(event) {
    this.first = Math.max(0, Math.floor(event.target.scrollTop / rowHeight) - spare);
  }

  /** Takes a key of the list or of the search field. */
  press(event) {
    const page = Math.max(1, Math.floor(this.querySelector(".people").clientHeight / rowHeight) - 1);
    const last = this.source.total - 1;
    const inField = event.target.matches?.("input");
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

  #activate(index) {
    this.active = index;
    const box = this.querySelector(".people");
    const top = index * rowHeight;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + rowHeight > box.scrollTop + box.clientHeight) box.scrollTop = top + rowHeight - box.clientHeight;
    this.first = Math.max(0, Math.floor(box.scrollTop / rowHeight) - spare);
  }

  #tell(chosen) {
    this.dispatchEvent(new CustomEvent("chosen", { detail: chosen }));
  }

  #uidAt(index) {
    const row = this.source.row(index);
    return row && row.id === undefined ? row.uid : undefined;
  }

  /** Turns one row over; `through` gives all rows from the last one turned to here what that one has. */
  async #choose(index, through = false) {
    const chosen = new Set(this.chosen);
    const from = through && this.turned !== undefined ? this.turned : index;
    const first = Math.min(from, index);
    const last = Math.max(from, index);
    await this.source.need(first, last + 1).catch(() => false);
    const adds = through ? chosen.has(this.#uidAt(from)) || from === index : !chosen.has(this.#uidAt(index));
    for (let at = first; at <= last; at += 1) {
      const uid = this.#uidAt(at);
      if (uid && adds) chosen.add(uid);
      else if (uid) chosen.delete(uid);
    }
    this.turned = index;
    this.#tell(chosen);
  }

  async #chooseAll() {
    await this.source.need(0, this.source.total).catch(() => false);
    const uids = Array.from({ length: this.source.total }, (_, at) => this.#uidAt(at)).filter(Boolean);
    this.#tell(new Set(uids));
  }

  #clicked(event, index) {
    if (event.target.closest(".tick")) this.#choose(index, event.shiftKey);
    else this.#open(index);
  }

  #open(index) {
    const row = this.source.row(index);
    if (row) globalThis.location.hash = routeOf(row);
  }

  #tellActive() {
    const shown = this.active >= 0 && this.querySelector(`#person-row-${this.active}`);
    for (const owner of [this.querySelector(".people"), this.closest("gt-people")?.querySelector("input[type=search]")]) {
      if (shown) owner?.setAttribute("aria-activedescendant", shown.id);
      else owner?.removeAttribute("aria-activedescendant");
    }
  }

  #row(index) {
    const row = this.source.row(index);
    const local = row?.id !== undefined;
    const email = row?.email ?? row?.emails?.[0];
    return html`<div
      role="option" id="person-row-${index}" data-index=${index} aria-selected=${index === this.active ? "true" : "false"}
      aria-setsize=${this.source.total} aria-posinset=${index + 1} aria-checked=${local || !row ? nothing : this.chosen.has(row.uid) ? "true" : "false"} @click=${(event) => this.#clicked(event, index)}
    >
      <span class="tick ${!local && this.chosen.has(row?.uid) ? "ticked" : ""}" aria-hidden="true" ?hidden=${local}></span>
      ${row
        ? html`<span class="who"><bdi class="name">${row.name}</bdi> <bdi class="quiet">${[row.organisation, email].filter(Boolean).join(" · ")}</bdi></span>
            <span class="tags">${row.tags.slice(0, 4).map((tag) => html`<bdi class="chip ${roleOf(tag) ? "role" : ""}">${tag}</bdi>`)}</span>
            <span class="last quiet">${local ? html`<span class="mark">${t("people.only_thunderbird")}</span>` : row.last_contact ? dayText(row.last_contact) : label(row.state)}</span>`
        : nothing}
    </div>`;
  }

  render() {
    const end = Math.min(this.source.total, this.first + this.#shown());
    const indexes = Array.from({ length: Math.max(0, end - this.first) }, (_, at) => this.first + at);
    return html`<div class="people" id="people-list" role="listbox" tabindex="0" aria-label=${t("places.people")} aria-multiselectable="true" ?hidden=${this.source.total === 0} @scroll=${(event) => this.#scrolled(event)} @keydown=${(event) => this.press(event)}>
      <div class="runway" role="presentation">${repeat(indexes, (index) => index, (index) => this.#row(index))}</div>
    </div>`;
  }
}
customElements.define("gt-people-list", PeopleList);
