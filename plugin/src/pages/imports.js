import { html, nothing } from "lit";
import { rich, t } from "../words/message.js";
import { GoodElement, passFocus } from "./element.js";
import { dropped, endings, mostBytes, mostFiles, sendFiles } from "./import_files.js";
import "./import_preview.js";
import { troubleOf } from "./notice.js";
import { showToast } from "./toast.js";
import { undoing } from "./undoing.js";
/** @import { ImportChoice, ImportEvent, ImportPreview, ImportTaken } from "../generated/contract.ts" */
/** @import { FieldEvent, Told } from "./events.ts" */
/** @import { With } from "./with.ts" */

/** @typedef {"" | "sending" | "comparing" | "taking"} Work */
/** @typedef {{ work: Work, share: number, over?: boolean, refused?: string[], preview?: ImportPreview | null, taken?: ImportTaken | null, cancelled?: boolean }} Fields */

const sizeOf = (/** @type {File[]} */ files) => files.reduce((sum, file) => sum + file.size, 0);

/** <gt-imports>: files of other programs, shown first and taken on the user's word. */
export class ImportsPage extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, work: { state: true }, share: { state: true }, over: { state: true }, refused: { state: true }, preview: { state: true }, taken: { state: true }, cancelled: { state: true }, problem: { state: true } };
  #import = "";
  #stop = new AbortController();

  constructor() {
    super();
    this.work = /** @type {Work} */ ("");
    this.share = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.listen(this.session, "import", (event) => this.#heard(event.detail));
    // Anywhere on the page: a file that is dropped beside a target would take the place of the page.
    this.listen(window, "dragover", (event) => this.#draggedOver(event));
    this.listen(window, "dragleave", (event) => event.relatedTarget === null && (this.over = false));
    this.listen(window, "drop", (event) => this.#dropped(event));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    // A taking goes on: who agreed and looks elsewhere meanwhile has not changed their mind.
    if (this.work !== "taking") this.#forget();
  }

  /** Nothing is read before files are chosen. */
  load() {}

  /** @param {ImportEvent} event */
  #heard({ id, done, total }) {
    if (id === this.#import && this.work === "taking") this.share = total ? done / total : 0;
  }

  /** Ends what is under way and lets the helper forget the files. */
  #forget() {
    this.#stop.abort();
    this.#stop = new AbortController();
    const id = this.#import;
    this.#import = "";
    if (id) this.session.bridge.cancelImport({ id }).catch(() => null);
  }

  /** What of the files cannot be taken; null where nothing is in the way. */
  #refusal(/** @type {File[]} */ files) {
    if (files.length > mostFiles) return { title: t("imports.too_many"), message: t("imports.too_many_advice") };
    if (sizeOf(files) > mostBytes) return { title: t("imports.too_large"), message: t("imports.too_large_advice") };
    return null;
  }

  /** Whether files may be chosen now. */
  get #isFree() {
    return !this.work && !this.preview;
  }

  /** @param {DragEvent} event */
  #draggedOver(event) {
    const { dataTransfer } = event;
    if (!dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.over = this.#isFree;
    dataTransfer.dropEffect = this.over ? "copy" : "none";
  }

  /** @param {DragEvent} event */
  async #dropped(event) {
    this.over = false;
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (!this.#isFree) return;
    const { taken, refused } = dropped(event.dataTransfer);
    // As if they had been chosen there: what becomes of them gets the focus from it.
    /** @type {HTMLElement | null} */ (this.querySelector("[name=files]"))?.focus();
    await this.#open(taken, refused);
  }

  /** @param {FieldEvent} event */
  async #chosen(event) {
    const files = [...(event.target.files ?? [])];
    event.target.value = "";
    if (files.length > 0) await this.#open(files);
  }

  /**
   * @param {File[]} files
   * @param {string[]} [refused] names of what else was dropped
   */
  async #open(files, refused = []) {
    this.#forget();
    Object.assign(this, { preview: null, taken: null, cancelled: false, share: 0, refused });
    this.problem = this.#refusal(files);
    if (this.problem || files.length === 0) return;
    await this.#look(files);
  }

  async #look(/** @type {File[]} */ files) {
    const { bridge } = this.session;
    const { signal } = this.#stop;
    this.work = "sending";
    const preview = await this.attempt(async () => {
      await sendFiles(bridge, files, { signal, began: (id) => (this.#import = id), came: (share) => (this.share = share) });
      this.work = "comparing";
      return bridge.lookAtImport({ id: this.#import }, undefined, { signal });
    });
    if (signal.aborted) return;
    this.work = "";
    this.preview = preview;
    if (!preview) return this.#forget();
    await this.updateComplete;
    const element = /** @type {GoodElement} */ (this.querySelector("gt-import-preview"));
    await element.updateComplete;
    passFocus(element.querySelector("h2"));
  }

  /** @param {ImportChoice} choice */
  async #take(choice) {
    const { session } = this;
    const id = this.#import;
    Object.assign(this, { work: "taking", share: 0 });
    const taken = await this.attempt(() => session.bridge.takeImport({ id }, choice));
    this.work = "";
    if (this.problem?.kind === "cancelled") return this.#cancelledNow();
    if (!taken) return;
    this.#import = "";
    Object.assign(this, { preview: null, refused: [], taken });
    showToast(t("imports.taken", { count: taken.items }), undoing(session, taken.undo, () => (this.taken = null)));
    await this.updateComplete;
    passFocus(this.querySelector("[data-taken] a"));
  }

  async #cancelledNow() {
    Object.assign(this, { work: "", preview: null, problem: null, cancelled: true });
    await this.updateComplete;
    passFocus(this.querySelector("[name=files]"));
  }

  #cancel() {
    const isTaking = this.work === "taking";
    this.#forget();
    // The answer of a taking says whether it was in time.
    if (!isTaking) this.#cancelledNow();
  }

  async #leave() {
    this.#forget();
    Object.assign(this, { preview: null, refused: [] });
    await this.updateComplete;
    passFocus(this.querySelector("[name=files]"));
  }

  #progress() {
    if (!this.work) return nothing;
    const isKnown = this.work !== "comparing";
    const text = t(`imports.${this.work}`, { share: Math.floor(100 * this.share) });
    return html`<section class="panel">
      <p role="status">${text}</p>
      <progress aria-label=${text} max="1" value=${isKnown ? this.share : nothing}></progress>
      <div class="actions"><button data-action="cancel-import" @click=${() => this.#cancel()}>${t("imports.cancel")}</button></div>
    </section>`;
  }

  #outcome() {
    if (this.cancelled) return html`<p role="status" data-cancelled>${t("imports.cancelled")}</p>`;
    if (!this.taken) return nothing;
    return html`<p data-taken>${t("imports.taken", { count: this.taken.items })} <a href="#/people">${t("imports.see_people")}</a></p>`;
  }

  #chooser() {
    return html`<section class="panel fields target" ?data-over=${this.over}>
      <label class="wide">${t("imports.choose")} <input type="file" name="files" multiple accept=${endings.join()} aria-describedby="imports-help imports-drop" @change=${(/** @type {FieldEvent} */ event) => this.#chosen(event)} /></label>
      <p id="imports-drop">${t(this.over ? "imports.drop_now" : "imports.drop")}</p>
      <p class="quiet" id="imports-help">${t("imports.choose_help")}</p>
    </section>`;
  }

  #refused() {
    if (!this.refused?.length) return nothing;
    return html`<div class="notice" role="alert" data-refused><strong>${t("imports.refused")}</strong>
      <p>${rich("imports.refused_files", { files: html`<bdi>${this.refused.join(", ")}</bdi>` })}</p></div>`;
  }

  render() {
    return html`<header class="page-head"><h1 tabindex="-1">${t("places.imports")}</h1></header>
      <p class="quiet">${t("imports.lead")}</p>
      ${this.#isFree ? this.#chooser() : nothing}
      ${troubleOf(this)} ${this.#refused()} ${this.#progress()} ${this.#outcome()}
      ${this.preview && !this.work ? html`<gt-import-preview .preview=${this.preview} @take=${(/** @type {Told<ImportChoice>} */ event) => this.#take(event.detail)} @leave=${() => this.#leave()}></gt-import-preview>` : nothing}`;
  }
}
customElements.define("gt-imports", ImportsPage);
