import { html, nothing } from "lit";
import { rich, t } from "../words/message.js";
import { askToErase, countLines } from "./agree.js";
import { GoodElement } from "./element.js";
import { troubleOf } from "./notice.js";
import { showToast } from "./toast.js";
/** @import { Exported, ExportEvent, HomeErasure } from "../generated/contract.ts" */
/** @import { FieldEvent } from "./events.ts" */
/** @import { With } from "./with.ts" */

/** @typedef {{ busy?: boolean, share?: number | null, exported?: Exported | null, reflections?: boolean }} Fields */

/** <gt-own-copy>: everything as open files, and everything erased. */
export class OwnCopy extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, busy: { state: true }, share: { state: true }, exported: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.listen(this.session, "export", (event) => this.#heard(event.detail));
  }

  /** Nothing is read before the user asks. */
  load() {}

  /** @param {ExportEvent} event */
  #heard({ done, total }) {
    if (this.busy) this.share = total ? Math.floor((100 * done) / total) : null;
  }

  async #export() {
    this.busy = true;
    this.share = null;
    this.exported = await this.attempt(() => this.session.bridge.exportEverything({}, { reflections: Boolean(this.reflections) }));
    this.busy = false;
  }

  /** @param {HomeErasure} home */
  #question(home) {
    const { items, messages, passwords, copies, places } = home;
    return {
      title: t("erase.all_ask"),
      yes: t("erase.all_yes"),
      takes: countLines([["items", items], ["messages", messages], ["passwords", passwords], ["copies", copies]]),
      leaves: [...places.map((name) => t("erase.place", { name })), ...(home.records_on_server ? [t("erase.records_on_server")] : [])],
    };
  }

  async #erase() {
    const { bridge } = this.session;
    const home = await this.attempt(() => bridge.lookAtErasure());
    if (!home || !(await askToErase(this.#question(home)))) return;
    this.exported = null;
    if (await this.attempt(() => bridge.eraseEverything({}, { confirm: true }))) showToast(t("erase.all_done"));
  }

  #outcome() {
    const { exported } = this;
    if (this.busy) return html`<p role="status">${typeof this.share === "number" ? t("erase.exporting_share", { share: this.share }) : t("erase.exporting")}</p>`;
    if (!exported) return nothing;
    return html`<p role="status">${rich("erase.exported", { folder: html`<code><bdi>${exported.folder}</bdi></code>` })} <span class="quiet">${t("erase.exported_items", { count: exported.items })}${exported.left_out ? html`. ${t("erase.left_out", { count: exported.left_out })}` : nothing}</span></p>`;
  }

  render() {
    return html`<section class="panel fields" aria-labelledby="own-copy-head">
      <h2 id="own-copy-head">${t("erase.head")}</h2>
      <p id="export-about">${t("erase.export_about")}</p>
      <label class="switch"><input type="checkbox" data-action="reflections" @change=${(/** @type {FieldEvent} */ event) => (this.reflections = event.target.checked)} /> ${t("erase.export_reflections")}</label>
      <div class="actions"><button data-action="export" aria-describedby="export-about" ?disabled=${this.busy} @click=${() => this.#export()}>${t("erase.export")}</button></div>
      ${this.#outcome()}
      <p id="erase-about">${t("erase.all_about")}</p>
      <div class="actions"><button data-action="erase-everything" aria-describedby="erase-about" ?disabled=${this.busy} @click=${() => this.#erase()}>${t("erase.all")}</button></div>
      ${troubleOf(this)}
    </section>`;
  }
}
customElements.define("gt-own-copy", OwnCopy);
