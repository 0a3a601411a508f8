import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { dayText } from "../words/dates.js";
import { label } from "../words/labels.js";
import { GoodElement } from "./element.js";
import { roleOf } from "./tags.js";

const rowHeight = 48;
const spare = 6;

const routeOf = (row) => (row.uid && row.id === undefined ? `#/people/${encodeURIComponent(row.uid)}` : `#/book/${encodeURIComponent(row.id)}`);

/** <gt-people-list>: a list box that holds only the rows in view. Arrow keys, Page, Home, End and Enter. */
export class PeopleList extends GoodElement {
  static properties = { source: { attribute: false }, active: { state: true }, first: { state: true } };

  constructor() {
    super();
    this.active = -1;
    this.first = 0;
  }

  willUpdate(changed) {
    if (!changed.has("source")) return;
    this.active = -1;
    this.first = 0;
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
      aria-setsize=${this.source.total} aria-posinset=${index + 1} @click=${() => this.#open(index)}
    >
      ${row
        ? html`<span class="who"><bdi class="name">${row.name}</bdi> <bdi class="quiet">${[row.organisation, email].filter(Boolean).join(" · ")}</bdi></span>
            <span class="tags">${row.tags.slice(0, 4).map((tag) => html`<bdi class="chip ${roleOf(tag) ? "role" : ""}">${tag}</bdi>`)}</span>
            <span class="last quiet">${local ? html`<span class="mark">only in Thunderbird</span>` : row.last_contact ? dayText(row.last_contact) : label(row.state)}</span>`
        : nothing}
    </div>`;
  }

  render() {
    const end = Math.min(this.source.total, this.first + this.#shown());
    const indexes = Array.from({ length: Math.max(0, end - this.first) }, (_, at) => this.first + at);
    return html`<div class="people" id="people-list" role="listbox" tabindex="0" aria-label="People" ?hidden=${this.source.total === 0} @scroll=${(event) => this.#scrolled(event)} @keydown=${(event) => this.press(event)}>
      <div class="runway" role="presentation">${repeat(indexes, (index) => index, (index) => this.#row(index))}</div>
    </div>`;
  }
}
customElements.define("gt-people-list", PeopleList);
