import { html, nothing } from "lit";
import { momentText } from "../words/dates.js";
import { askInDialog } from "./dialog.js";
import { GoodElement, freshId } from "./element.js";
import { loading, problemNotice } from "./notice.js";
import { showToast } from "./toast.js";

const kinds = { create: "Created", update: "Changed", remove: "Deleted" };
const atOnce = 50;

/** <gt-change-log>: what was written to which server and when, newest first; each write can be taken back. */
export class ChangeLog extends GoodElement {
  static properties = { session: { attribute: false }, changes: { state: true }, total: { state: true }, problem: { state: true } };
  #id = freshId("changes");
  #shown = atOnce;

  connectedCallback() {
    super.connectedCallback();
    this.listen(this.session, "changed", () => this.#load());
    this.#load();
  }

  async #load() {
    this.#take(await this.attempt(() => this.session.bridge.listChanges({ limit: this.#shown })));
  }

  #take(answer) {
    if (!answer) return false;
    this.changes = answer.changes;
    this.total = answer.total;
    return true;
  }

  #more() {
    this.#shown += atOnce;
    this.#load();
  }

  async #undo(change) {
    const text = "The earlier version is written back to the server, unless somebody changed the entry in the meantime.";
    if (!(await askInDialog({ title: `Take back: ${kinds[change.kind].toLowerCase()} ${change.item}?`, text, yes: "Write it back" }))) return;
    if (this.#take(await this.attempt(() => this.session.bridge.undoChange({ id: change.id }, {})))) showToast("Written back.");
  }

  #row(change) {
    return html`<tr>
      <td><time>${momentText(change.at)}</time></td>
      <td>${kinds[change.kind]} <bdi class="name">${change.item}</bdi>
        ${change.lines.map((line) => html`<div class="quiet"><bdi>${line}</bdi></div>`)}</td>
      <td><bdi>${change.collection_name}</bdi> <span class="quiet"><bdi>${change.account_name}</bdi></span></td>
      <td>${change.undone ? html`<span class="quiet">taken back</span>` : change.may_undo ? html`<button class="plain" data-action="undo-change" aria-label="Take back: ${change.item}" @click=${() => this.#undo(change)}>Take back…</button>` : nothing}</td>
    </tr>`;
  }

  #list() {
    if (!this.changes) return this.problem ? nothing : loading;
    if (this.changes.length === 0) return html`<p class="quiet">Nothing was written to a server yet. Goodturn writes only tags, and only where you turned that on, and your own records if you keep them on a server.</p>`;
    return html`<table>
        <thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Where</th><th scope="col"><span class="unseen">Take back</span></th></tr></thead>
        <tbody>${this.changes.map((change) => this.#row(change))}</tbody>
      </table>
      ${this.total > this.changes.length ? html`<p><button data-action="more-changes" @click=${() => this.#more()}>Show more of ${this.total}</button></p>` : nothing}`;
  }

  render() {
    return html`<section class="panel" aria-labelledby=${this.#id}>
      <h2 id=${this.#id}>Written to your servers</h2>
      ${problemNotice(this.problem)} ${this.#list()}
    </section>`;
  }
}
customElements.define("gt-change-log", ChangeLog);
