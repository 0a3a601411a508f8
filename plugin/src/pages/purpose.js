import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { LiveElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { showToast } from "./toast.js";
import { undoing } from "./undoing.js";
/** @import { Purpose as Asked } from "../generated/contract.ts" */
/** @import { FormEvent } from "./events.ts" */
/** @import { With } from "./with.ts" */

/** @typedef {{ purpose?: Asked }} Fields */

/** <gt-purpose>: for whom the user's networking is good, as a line above the list; asked for once and never again. */
export class Purpose extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, purpose: { state: true }, problem: { state: true } };

  /** Reads again what is shown. */
  async load() {
    this.purpose = (await this.session.bridge.getPurpose().catch(() => null)) ?? this.purpose;
  }

  /** @param {string} text */
  async #answer(text) {
    const { bridge } = this.session;
    const answer = await this.attempt(() => bridge.answerPurpose({}, { text }));
    if (!answer) return;
    this.purpose = answer;
    showToast(t(text ? "record.saved" : "week.purpose_left"), undoing(this.session, answer.undo, () => this.load()));
  }

  #ask() {
    const save = (/** @type {FormEvent} */ event) => {
      event.preventDefault();
      this.#answer(event.target.elements.purpose.value.trim());
    };
    return html`<form class="panel purpose" @submit=${save}>
      <div class="line"><label class="wide">${t("week.purpose_ask")} <input name="purpose" maxlength="300" required /></label>
        <button type="submit" data-action="purpose">${t("record.save")}</button>
        <button type="button" class="plain" data-action="no-purpose" @click=${() => this.#answer("")}>${t("week.purpose_not_now")}</button></div>
      ${problemNotice(this.problem)}
    </form>`;
  }

  render() {
    const { purpose } = this;
    if (purpose?.text) return html`<p class="purpose-line"><bdi>${purpose.text}</bdi> <a href="#/goals">${t("week.purpose_change")}</a></p>`;
    return purpose?.should_ask ? this.#ask() : nothing;
  }
}
customElements.define("gt-purpose", Purpose);
