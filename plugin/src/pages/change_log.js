import { html, nothing } from "lit";
import { momentText } from "../words/dates.js";
import { wordOf } from "../words/labels.js";
import { t } from "../words/message.js";
import { askInDialog } from "./dialog.js";
import { LiveElement, freshId } from "./element.js";
import { loading, troubleOf } from "./notice.js";
import { showToast } from "./toast.js";
/** @import { Change } from "../generated/contract.ts" */
/** @import { Loaded, With } from "./with.ts" */

const atOnce = 50;

/** @typedef {{ changes: Loaded<Change[]>, total: Loaded<number> }} Fields */

/** <gt-change-log>: what was written to which server and when, newest first; each write can be taken back. */
export class ChangeLog extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, changes: { state: true }, total: { state: true }, problem: { state: true } };
  #id = freshId("changes");
  #shown = atOnce;

  /** Reads again what is shown. */
  async load() {
    this.#take(await this.read(() => this.session.bridge.listChanges({ limit: this.#shown })));
  }

  /** @param {{ changes: Change[], total: number } | undefined} answer */
  #take(answer) {
    if (!answer) return false;
    this.changes = answer.changes;
    this.total = answer.total;
    return true;
  }

  #more() {
    this.#shown += atOnce;
    this.load();
  }

  /** @param {Change} change */
  async #undo(change) {
    const question = { title: wordOf("changes.undo_ask_", change.kind, { item: change.item }), text: t("changes.undo_about"), yes: t("changes.undo_yes") };
    if (!(await askInDialog(question))) return;
    if (this.#take(await this.attempt(() => this.session.bridge.undoChange({ id: change.id }, {})))) showToast(t("changes.undone"));
  }

  /** @param {Change} change */
  #row(change) {
    return html`<tr>
      <td><time datetime=${change.at}>${momentText(change.at)}</time></td>
      <td>${wordOf("changes.", change.kind)} <bdi class="name">${change.item}</bdi>
        ${change.lines.map((line) => html`<div class="quiet"><bdi>${line}</bdi></div>`)}</td>
      <td><bdi>${change.collection_name}</bdi> <span class="quiet"><bdi>${change.account_name}</bdi></span></td>
      <td>${change.undone ? html`<span class="quiet">${t("changes.was_undone")}</span>` : change.may_undo ? html`<button class="plain" data-action="undo-change" aria-label=${t("changes.undo_item", { item: change.item })} @click=${() => this.#undo(change)}>${t("changes.undo")}</button>` : nothing}</td>
    </tr>`;
  }

  #list() {
    if (!this.changes) return this.problem ? nothing : loading;
    if (this.changes.length === 0) return html`<p class="quiet">${t("changes.none")}</p>`;
    return html`<table class="stacks">
        <thead><tr><th scope="col">${t("changes.when")}</th><th scope="col">${t("changes.what")}</th><th scope="col">${t("changes.where")}</th><th scope="col"><span class="unseen">${t("changes.take_back")}</span></th></tr></thead>
        <tbody>${this.changes.map((change) => this.#row(change))}</tbody>
      </table>
      ${this.total > this.changes.length ? html`<p><button data-action="more-changes" @click=${() => this.#more()}>${t("changes.more", { total: this.total })}</button></p>` : nothing}`;
  }

  render() {
    return html`<section class="panel" aria-labelledby=${this.#id}>
      <h2 id=${this.#id}>${t("changes.head")}</h2>
      ${troubleOf(this)} ${this.#list()}
    </section>`;
  }
}
customElements.define("gt-change-log", ChangeLog);
