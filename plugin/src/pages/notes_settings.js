import { html, nothing } from "lit";
import { rich, t } from "../words/message.js";
import { askInDialog } from "./dialog.js";
import { LiveElement, passFocus } from "./element.js";
import { loading, troubleOf } from "./notice.js";
import "./notes_found.js";
import "./notes_writing.js";
import { showToast } from "./toast.js";
/** @import { NotesState, NotesSurvey } from "../generated/contract.ts" */
/** @import { FormEvent, Told } from "./events.ts" */
/** @import { Loaded, With } from "./with.ts" */

/** @typedef {{ notes: Loaded<NotesState>, choosing?: boolean, preview?: NotesSurvey | null, busy?: boolean }} Fields */

/** <gt-notes-settings>: the folder of Markdown notes: looked at, read, followed, written to, left. */
export class NotesSettings extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, notes: { state: true }, choosing: { state: true }, preview: { state: true }, busy: { state: true }, problem: { state: true } };
  #folder = "";

  /** Reads again which folder is read, and what was found. */
  async load() {
    this.notes = (await this.read(() => this.session.bridge.getNotes())) ?? this.notes;
  }

  /**
   * Runs a change; the answer is the new state.
   * @param {() => Promise<NotesState>} change
   * @param {string} [text]
   */
  async #change(change, text) {
    this.busy = true;
    const notes = await this.attempt(change);
    this.busy = false;
    if (notes) this.notes = notes;
    if (notes && text) showToast(text);
    return Boolean(notes);
  }

  /** @param {FormEvent} event */
  async #look(event) {
    event.preventDefault();
    this.#folder = event.target.elements.folder.value.trim();
    this.preview = null;
    this.busy = true;
    this.preview = await this.attempt(() => this.session.bridge.previewNotes({}, { folder: this.#folder }));
    this.busy = false;
  }

  async #take() {
    if (!(await this.#change(() => this.session.bridge.chooseNotes({}, { folder: this.#folder }), t("notes.taken")))) return;
    this.#back();
    await this.updateComplete;
    passFocus(this.querySelector("[data-action=notes-read]"));
  }

  #back() {
    Object.assign(this, { choosing: false, preview: null, problem: null });
  }

  async #leave() {
    if (!(await askInDialog({ title: t("notes.leave_ask"), text: t("notes.leave_about"), yes: t("notes.leave_yes") }))) return;
    if (!(await this.#change(() => this.session.bridge.leaveNotes(), t("notes.left")))) return;
    await this.updateComplete;
    passFocus(this.querySelector("[name=folder]"));
  }

  /** @param {{ writes: boolean, heading?: string }} choice */
  async #write(choice) {
    const text = t(choice.heading ? "notes.heading_is" : choice.writes ? "notes.writes" : "notes.writes_no_more");
    await this.#change(() => this.session.bridge.writeNotes({}, choice), text);
    this.requestUpdate();
  }

  #form() {
    return html`<form class="fields" @submit=${(/** @type {FormEvent} */ event) => this.#look(event)}>
        <label class="wide">${t("notes.folder")} <input name="folder" required maxlength="4096" autocomplete="off" spellcheck="false" dir="ltr" placeholder=${t("notes.folder_like")} aria-describedby="notes-folder-about" .value=${this.#folder || this.notes.folder} /></label>
        <p class="quiet" id="notes-folder-about">${t("notes.folder_about")}</p>
        <div class="actions">
          <button class=${this.preview ? "" : "primary"} type="submit" data-action="notes-look" ?disabled=${this.busy}>${t("notes.look")}</button>
          ${this.notes.folder ? html`<button type="button" data-action="notes-back" @click=${() => this.#back()}>${t("common.back")}</button>` : nothing}
        </div>
      </form>
      ${this.busy ? html`<p class="quiet" role="status">${t("notes.looking")}</p>` : nothing}
      ${this.preview ? this.#previewed(this.preview) : nothing}`;
  }

  /** @param {NotesSurvey} preview */
  #previewed(preview) {
    return html`<div data-preview><gt-notes-found .session=${this.session} .found=${preview}></gt-notes-found>
      <p class="quiet">${t("notes.nothing_kept")}</p>
      <div class="actions"><button class="primary" data-action="notes-take" ?disabled=${this.busy} @click=${() => this.#take()}>${t("notes.take")}</button></div></div>`;
  }

  #answers() {
    const { answers } = this.notes;
    if (answers.length === 0) return nothing;
    return html`<details data-answers><summary>${t("notes.answers", { count: answers.length })}</summary><ul class="rows">
      ${answers.map(({ name, person }) => html`<li class="line spread"><span>${rich(person ? "notes.is" : "notes.is_nobody", { name: html`<bdi>${name}</bdi>`, person: html`<bdi>${person?.name}</bdi>` })}</span>
        <button class="plain" data-again=${name} aria-label=${t("notes.again_name", { name })} @click=${() => this.#change(() => this.session.bridge.answerNoteName({}, { name }))}>${t("notes.again")}</button></li>`)}
    </ul></details>`;
  }

  #watch() {
    const { watch = "off" } = this.notes;
    if (watch === "away" || watch === "too-many") return html`<p class="notice" data-watch=${watch}>${t(`notes.watch_${watch.replace("-", "_")}`)}</p>`;
    return html`<p class="quiet">${t("notes.watch_on")}</p>`;
  }

  #chosen() {
    return html`<p>${rich("notes.reads", { folder: html`<bdi><code>${this.notes.folder}</code></bdi>` })}</p>
      ${this.#watch()}
      <gt-notes-found open .session=${this.session} .found=${this.notes.found} @answered=${(/** @type {Told<{ name: string, person: string | null }>} */ { detail }) => this.#change(() => this.session.bridge.answerNoteName({}, detail), t("notes.answered"))}></gt-notes-found>
      ${this.#answers()}
      <gt-notes-writing .state=${this.notes} @chosen=${(/** @type {Told<{ writes: boolean, heading?: string }>} */ { detail }) => this.#write(detail)}></gt-notes-writing>
      <div class="actions">
        <button data-action="notes-read" ?disabled=${this.busy} @click=${() => this.#change(() => this.session.bridge.readNotes(), t("notes.read_done"))}>${t("notes.read")}</button>
        <button data-action="notes-other" @click=${() => (this.choosing = true)}>${t("notes.change")}</button>
        <button data-action="notes-leave" @click=${() => this.#leave()}>${t("notes.leave")}</button>
      </div>`;
  }

  #body() {
    if (!this.notes) return this.problem ? nothing : loading;
    if (this.notes.folder && !this.choosing) return this.#chosen();
    return html`<p>${t("notes.why")}</p>${this.#form()}`;
  }

  render() {
    return html`<section class="panel" aria-labelledby="notes-head">
      <h2 id="notes-head">${t("notes.head")}</h2>
      ${this.#body()} ${troubleOf(this)}
    </section>`;
  }
}
customElements.define("gt-notes-settings", NotesSettings);
