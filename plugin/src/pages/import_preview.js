import { html, nothing } from "lit";
import { wordOf } from "../words/labels.js";
import { rich, t } from "../words/message.js";
import { GoodElement, freshId } from "./element.js";
import { countTaken } from "./import_files.js";
/** @import { ImportColumn, ImportEntry, ImportPreview, ImportSource } from "../generated/contract.ts" */
/** @import { FieldEvent } from "./events.ts" */
/** @import { With } from "./with.ts" */

const kinds = /** @type {const} */ (["people", "events", "notes"]);
const fates = /** @type {const} */ (["new", "unsure", "here-already", "erased"]);
const word = (/** @type {string} */ name) => name.replaceAll("-", "_");

/** @typedef {{ preview: ImportPreview, unsure?: boolean, book?: number }} Fields */

/** <gt-import-preview>: what would come of the files. Events "take" (detail: the choice) and "leave". */
export class ImportPreviewElement extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { preview: { attribute: false }, unsure: { state: true }, book: { state: true } };
  #id = freshId("import");

  constructor() {
    super();
    this.unsure = true;
  }

  /** Nothing is read from the helper. */
  load() {}

  /** @param {"new" | "unsure"} fate */
  #people(fate) {
    return this.preview.entries.filter((entry) => entry.kind === "person" && entry.fate === fate);
  }

  #counts() {
    const { preview } = this;
    const lines = kinds.flatMap((kind) => fates.map((fate) => ({ kind, fate, count: preview[kind][fate] }))).filter(({ count }) => count > 0);
    return html`<ul class="counts" data-counts>
      ${lines.map(({ kind, fate, count }) => html`<li data-count=${`${kind} ${fate}`}>${t(`imports.${kind}_${word(fate)}`, { count })}</li>`)}
      ${preview.messages_left_out ? html`<li>${t("imports.messages_left_out", { count: preview.messages_left_out })}</li>` : nothing}
      ${preview.not_read.length ? html`<li data-not-read>${rich("imports.not_read", { files: html`<bdi>${preview.not_read.join(", ")}</bdi>` })}</li>` : nothing}
    </ul>`;
  }

  #sources() {
    return html`<table>
      <thead><tr><th scope="col">${t("imports.file")}</th><th scope="col">${t("imports.from")}</th><th scope="col" class="number">${t("imports.items")}</th></tr></thead>
      <tbody>${this.preview.sources.map(({ name, program, items }) => html`<tr><th scope="row"><bdi>${name}</bdi></th><td>${program}</td><td class="number">${items}</td></tr>`)}</tbody>
    </table>`;
  }

  /** @param {ImportEntry} entry */
  #likeness({ name, like }) {
    if (!like) return nothing;
    const person = html`<a href="#/people/${encodeURIComponent(like.uid)}"><bdi>${like.name}</bdi></a>`;
    const reasons = like.reasons.map(({ sign, value }) => wordOf("duplicates.sign_", sign, { value }));
    return html`<li>${rich("imports.unsure_as", { name: html`<bdi class="name">${name}</bdi>`, person })} <span class="mark">${wordOf("duplicates.is_", like.certainty)}</span> <span class="quiet"><bdi>${reasons.join(" · ")}</bdi></span></li>`;
  }

  #unsure() {
    const { preview } = this;
    if (preview.people.unsure === 0) return nothing;
    const shown = this.#people("unsure");
    const more = preview.people.unsure - shown.length;
    return html`<h3 id="${this.#id}-unsure">${t("imports.unsure")}</h3>
      <ul class="rows" aria-labelledby="${this.#id}-unsure" data-unsure>${shown.map((entry) => this.#likeness(entry))}${more ? html`<li class="quiet">${t("imports.names_more", { count: more })}</li>` : nothing}</ul>
      <label class="switch"><input type="checkbox" data-action="unsure" .checked=${this.unsure} @change=${(/** @type {FieldEvent} */ event) => (this.unsure = event.target.checked)} /> ${t("imports.unsure_take")}</label>`;
  }

  #names() {
    const { preview } = this;
    if (preview.people.new === 0) return nothing;
    const shown = this.#people("new");
    const more = preview.people.new - shown.length;
    return html`<details data-names><summary>${t("imports.names")}</summary>
      <ul class="names">${shown.map(({ name }) => html`<li><bdi>${name || t("imports.nameless")}</bdi></li>`)}${more ? html`<li class="quiet">${t("imports.names_more", { count: more })}</li>` : nothing}</ul></details>`;
  }

  /** @param {ImportColumn} column */
  #column({ column, becomes, cells }) {
    return html`<tr data-becomes=${becomes}><th scope="row"><bdi>${column}</bdi></th><td>${wordOf("imports.becomes_", becomes)}</td><td class="number">${cells}</td></tr>`;
  }

  /** @param {ImportSource} source */
  #columns({ name, columns }) {
    if (columns.length === 0) return nothing;
    const isOne = this.preview.sources.length === 1;
    return html`<details data-columns><summary>${isOne ? t("imports.columns") : rich("imports.columns_of", { file: html`<bdi>${name}</bdi>` })}</summary>
      <table>
        <thead><tr><th scope="col">${t("imports.column")}</th><th scope="col">${t("imports.becomes")}</th><th scope="col" class="number">${t("imports.cells")}</th></tr></thead>
        <tbody>${columns.map((column) => this.#column(column))}</tbody>
      </table></details>`;
  }

  /** Which address book people go to, where there is more than one. */
  #bookChoice() {
    const { books, people_into: here } = this.preview;
    if (books.length === 0) return nothing;
    return html`<label>${t("imports.book")} <select name="book" @change=${(/** @type {FieldEvent} */ event) => (this.book = Number(event.target.value) || undefined)}>
      <option value="" .selected=${!this.book}>${t("imports.book_here", { book: here })}</option>
      ${books.map(({ id, name, account }) => html`<option value=${id} .selected=${this.book === id}>${t("imports.book_of", { book: name, account })}</option>`)}
    </select></label>`;
  }

  /** Address books that could be chosen. */
  #closed() {
    const closed = this.preview.books_closed;
    if (closed.length === 0) return nothing;
    return html`<p class="quiet" data-closed>${rich("imports.books_closed", { books: html`<bdi>${closed.join(", ")}</bdi>`, place: html`<a href="#/accounts">${t("places.accounts")}</a>` })}</p>`;
  }

  #wherePeople() {
    const { books, people_into: here, sources } = this.preview;
    const chosen = books.find(({ id }) => id === this.book);
    const isLog = sources.some(({ program }) => program === "Monica");
    const where = chosen ? rich("imports.where_book", { book: html`<bdi>${chosen.name}</bdi>` }) : rich("imports.where_people", { book: html`<bdi>${here}</bdi>` });
    return html`${this.#bookChoice()} <p data-where>${where} ${t(isLog ? "imports.own_log" : "imports.no_touch")}</p> ${this.#closed()}`;
  }

  #where() {
    const { people, events, notes, events_into: calendar } = this.preview;
    return html`<h3>${t("imports.where")}</h3>
      ${people.new + people.unsure ? this.#wherePeople() : nothing}
      ${events.new ? html`<p>${rich("imports.where_events", { book: html`<bdi>${calendar}</bdi>` })}</p>` : nothing}
      ${notes.new + notes.unsure ? html`<p>${t("imports.where_notes")}</p>` : nothing}`;
  }

  #tell(/** @type {string} */ type) {
    const detail = { unsure: Boolean(this.unsure), ...(this.book ? { book: this.book } : {}) };
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  render() {
    const possible = countTaken(this.preview, true);
    const count = countTaken(this.preview, Boolean(this.unsure));
    return html`<section class="panel" aria-labelledby=${this.#id}>
      <h2 id=${this.#id} tabindex="-1">${t("imports.found")}</h2>
      ${this.#sources()} ${this.#counts()} ${possible ? nothing : html`<p data-nothing>${t("imports.nothing_new")}</p>`}
      ${this.#unsure()} ${this.#names()} ${this.preview.sources.map((source) => this.#columns(source))} ${possible ? this.#where() : nothing}
      <div class="actions">
        ${possible ? html`<button class="primary" data-action="take" ?disabled=${count === 0} @click=${() => this.#tell("take")}>${t("imports.take", { count })}</button>` : nothing}
        <button data-action="leave-import" @click=${() => this.#tell("leave")}>${t("imports.leave")}</button>
      </div>
    </section>`;
  }
}
customElements.define("gt-import-preview", ImportPreviewElement);
