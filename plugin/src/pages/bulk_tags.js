import { html, nothing } from "lit";
import { roles } from "../generated/vocabulary.js";
import { roleName } from "../words/labels.js";
import { t } from "../words/message.js";
import { GoodElement, freshId } from "./element.js";
import { problemNotice } from "./notice.js";
import { showToast } from "./toast.js";
import { undoing } from "./undoing.js";
/** @import { With } from "./with.ts" */
/** @import { FormEvent } from "./events.ts" */

/** @typedef {{ chosen: Set<string>, busy?: boolean, note?: string }} Fields */

/** <gt-bulk-tags>: gives or takes one tag for all chosen people, as one action with one undo. Tells "clear", and "tagged" when it is done. */
export class BulkTags extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, chosen: { attribute: false }, busy: { state: true }, note: { state: true }, problem: { state: true } };
  #id = freshId("bulk");

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("chosen")) this.note = "";
  }

  /** @param {FormEvent & SubmitEvent} event */
  async #tag(event) {
    event.preventDefault();
    const word = event.target.elements.tag.value.trim();
    const adds = event.submitter?.dataset.action !== "untag-all";
    const { bridge } = this.session;
    const people = [...this.chosen];
    this.busy = true;
    const answer = await this.attempt(() => bridge.tagPeople({}, { people, ...(adds ? { add: [word] } : { remove: [word] }) }));
    this.busy = false;
    if (!answer) return;
    const told = () => this.dispatchEvent(new CustomEvent("tagged", { bubbles: true }));
    const text = t(adds ? "people.tagged" : "people.untagged", { count: answer.changed, tag: word });
    showToast(text, undoing(this.session, answer.undo, told));
    told();
    const left = answer.untagged.length ? t("people.left_alone", { count: answer.untagged.length, why: answer.untagged[0].why }) : "";
    this.note = [left, answer.note].filter(Boolean).join(" ");
  }

  render() {
    const { chosen, busy } = this;
    return html`<form class="panel bulk" aria-label=${t("people.bulk")} @submit=${(/** @type {FormEvent & SubmitEvent} */ event) => this.#tag(event)}>
      <div class="line">
        <strong role="status">${t("people.chosen", { count: chosen.size })}</strong>
        <label>${t("people.tag_or_role")} <input name="tag" list=${this.#id} maxlength="100" required autocomplete="off" /></label>
        <datalist id=${this.#id}>${roles.map(({ role }) => html`<option value=${role}>${roleName(role)}</option>`)}</datalist>
        <button type="submit" class="primary" data-action="tag-all" ?disabled=${busy}>${t("people.tag_all")}</button>
        <button type="submit" data-action="untag-all" ?disabled=${busy}>${t("people.untag_all")}</button>
        <button type="button" class="plain" data-action="clear-chosen" @click=${() => this.dispatchEvent(new CustomEvent("clear"))}>${t("people.clear")}</button>
      </div>
      ${this.note ? html`<p class="notice">${this.note}</p>` : nothing} ${problemNotice(this.problem)}
    </form>`;
  }
}
customElements.define("gt-bulk-tags", BulkTags);
