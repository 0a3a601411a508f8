import { html, nothing } from "lit";
import { momentText } from "../words/dates.js";
import { t } from "../words/message.js";
import { LiveElement, freshId } from "./element.js";
import { loading, troubleOf } from "./notice.js";
import { showToast } from "./toast.js";
import { undoing } from "./undoing.js";
/** @import { TrashEntry } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

/** @typedef {{ entries?: TrashEntry[] }} Fields */

/** <gt-trash>: entries that a sync removed here because the server no longer has them; each can be brought back. */
export class Trash extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, entries: { state: true }, problem: { state: true } };
  #id = freshId("trash");

  /** Reads again what is shown. */
  async load() {
    const answer = await this.read(() => this.session.bridge.listTrash());
    if (answer) this.entries = answer.entries;
  }

  /** @param {TrashEntry} entry */
  async #restore(entry) {
    const answer = await this.attempt(() => this.session.bridge.restoreFromTrash({ id: entry.id }, {}));
    if (!answer) return;
    this.entries = answer.entries;
    showToast(t("changes.restored"), undoing(this.session, answer.undo, () => this.load()));
  }

  /** @param {TrashEntry} entry */
  #row(entry) {
    return html`<li class="line spread">
      <div><bdi class="name">${entry.item}</bdi> <span class="quiet"><bdi>${entry.collection_name}</bdi> · ${entry.reason} · ${momentText(entry.at)}</span></div>
      <button class="plain" data-action="restore" aria-label=${t("changes.restore_item", { item: entry.item })} @click=${() => this.#restore(entry)}>${t("changes.restore")}</button>
    </li>`;
  }

  #list() {
    if (!this.entries) return this.problem ? nothing : loading;
    if (this.entries.length === 0) return html`<p class="quiet">${t("changes.no_trash")}</p>`;
    return html`<ul class="rows">${this.entries.map((entry) => this.#row(entry))}</ul>`;
  }

  render() {
    return html`<section class="panel" aria-labelledby=${this.#id}>
      <h2 id=${this.#id}>${t("changes.trash")}</h2>
      ${troubleOf(this)} ${this.#list()}
    </section>`;
  }
}
customElements.define("gt-trash", Trash);
