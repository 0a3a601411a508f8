import { html, nothing } from "lit";
import { momentText } from "../words/dates.js";
import { wordOf } from "../words/labels.js";
import { rich, t } from "../words/message.js";
import { LiveElement, freshId } from "./element.js";
import { loading, troubleOf } from "./notice.js";
import { showToast } from "./toast.js";
import { undoing } from "./undoing.js";
/** @import { Conflict } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

/** @typedef {{ conflicts?: Conflict[] }} Fields */

/** <gt-conflicts>: values that both sides changed, side by side; take one or both. Tells "counted" with their number. */
export class Conflicts extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, conflicts: { state: true }, problem: { state: true } };
  #id = freshId("conflicts");

  /** Reads again what is shown. */
  async load() {
    const answer = await this.read(() => this.session.bridge.listConflicts());
    if (answer) this.conflicts = answer.conflicts;
  }

  /**
   * @param {Conflict} conflict
   * @param {"here" | "there" | "both"} take
   */
  async #take(conflict, take) {
    const answer = await this.attempt(() => this.session.bridge.resolveConflict({ id: conflict.id }, { take }));
    if (!answer) return;
    this.conflicts = answer.conflicts;
    showToast(t(`changes.took_${take}`), undoing(this.session, answer.undo, () => this.load()));
  }

  /**
   * @param {string} head
   * @param {string} value
   * @param {"here" | "there"} take
   * @param {string} word
   * @param {Conflict} conflict
   */
  #value(head, value, take, word, conflict) {
    return html`<div class="side">
      <h4>${head}</h4>
      ${value ? html`<p class="text"><bdi>${value}</bdi></p>` : html`<p class="quiet">${t("changes.nothing")}</p>`}
      <button data-take=${take} aria-label=${t("changes.property_of", { action: word, property: conflict.property_words, item: conflict.item })} @click=${() => this.#take(conflict, take)}>${word}</button>
    </div>`;
  }

  /** @param {Conflict} conflict */
  #row(conflict) {
    return html`<li class="conflict">
      <h3>${rich("changes.conflict_head", { item: html`<bdi>${conflict.item}</bdi>`, property: conflict.property_words })}</h3>
      <p class="quiet">${wordOf("changes.cause_", conflict.cause)} <bdi>${conflict.collection_name}</bdi>, ${momentText(conflict.at)}</p>
      <div class="sides">
        ${this.#value(t("changes.here"), conflict.here, "here", t("changes.use_mine"), conflict)}
        ${this.#value(t("changes.there"), conflict.there, "there", t("changes.keep_theirs"), conflict)}
        ${conflict.both_possible ? html`<button data-take="both" aria-label=${t("changes.property_of", { action: t("changes.keep_both"), property: conflict.property_words, item: conflict.item })} @click=${() => this.#take(conflict, "both")}>${t("changes.keep_both")}</button>` : nothing}
      </div>
    </li>`;
  }

  #list() {
    if (!this.conflicts) return this.problem ? nothing : loading;
    if (this.conflicts.length === 0) return html`<p class="quiet">${t("changes.no_conflicts")}</p>`;
    return html`<ul class="rows">${this.conflicts.map((conflict) => this.#row(conflict))}</ul>`;
  }

  render() {
    return html`<section class="panel" aria-labelledby=${this.#id}>
      <h2 id=${this.#id}>${t("changes.conflicts")}</h2>
      ${troubleOf(this)} ${this.#list()}
    </section>`;
  }
}
customElements.define("gt-conflicts", Conflicts);
