import { html, nothing } from "lit";
import { momentText } from "../words/dates.js";
import { t } from "../words/message.js";
import { bothTimes } from "./both_times.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { showToast } from "./toast.js";
import { undoing } from "./undoing.js";
/** @import { FieldEvent, FormEvent } from "./events.ts" */
/** @import { With } from "./with.ts" */

/** @typedef {{ from?: string, until?: string }} QuietHours */
/** @typedef {{ budget: number, popUpFrom?: string, hours?: QuietHours | null }} Fields */

/** <gt-week-limits>: how many follow-ups a week, and when it stays quiet. Tells "limited" after a change. */
export class WeekLimits extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, budget: { attribute: false }, popUpFrom: { attribute: false }, hours: { state: true }, problem: { state: true } };

  /** @param {Event & { target: HTMLDetailsElement }} event */
  async #open(event) {
    if (!event.target.open || this.hours) return;
    const answer = await this.attempt(() => this.session.bridge.getOwnProfile());
    if (answer) this.hours = answer.profile.quiet_hours ?? {};
  }

  /**
   * @param {string} text
   * @param {(() => Promise<unknown>) | null} undo
   */
  #told(text, undo) {
    const told = () => this.dispatchEvent(new CustomEvent("limited", { bubbles: true }));
    showToast(text, undo && (() => undo().then(told)));
    told();
  }

  /** @param {FieldEvent} event */
  async #setBudget({ target: field }) {
    if (!field.reportValidity() || field.value === "") return;
    const { bridge } = this.session;
    const { budget: before } = this;
    const wanted = Number(field.value);
    if (await this.attempt(() => bridge.editSettings({}, { weekly_budget: wanted }))) this.#told(t("week.budget_set", { count: wanted }), () => bridge.editSettings({}, { weekly_budget: before }));
    else field.value = String(before);
  }

  /** @param {FormEvent} event */
  async #setHours(event) {
    event.preventDefault();
    const { bridge } = this.session;
    const { from, until } = Object.fromEntries(new FormData(event.target));
    const answer = await this.attempt(() => bridge.editOwnProfile({}, { quiet_hours: from && until ? { from, until } : null }));
    if (!answer) return;
    this.hours = answer.profile.quiet_hours ?? {};
    this.#told(from && until ? t("week.quiet_set", { from, until }) : t("week.quiet_off"), undoing(this.session, answer.undo, () => (this.hours = null)));
  }

  #form() {
    const { hours = {} } = this;
    return html`<div class="line"><label>${t("week.budget")} <input type="number" min="0" max="20" data-action="week-budget" .value=${String(this.budget)} @change=${(/** @type {FieldEvent} */ event) => this.#setBudget(event)} /></label></div>
      <form class="line" @input=${bothTimes} @submit=${(/** @type {FormEvent} */ event) => this.#setHours(event)}>
        <label>${t("week.quiet_from")} <input type="time" name="from" .value=${hours?.from ?? ""} /></label>
        <label>${t("week.quiet_until")} <input type="time" name="until" .value=${hours?.until ?? ""} /></label>
        <button type="submit" data-action="quiet-hours">${t("week.quiet_save")}</button>
      </form>
      ${this.popUpFrom && new Date(this.popUpFrom) > new Date() ? html`<p class="quiet">${t("week.quiet_now", { moment: momentText(this.popUpFrom) })}</p>` : nothing}`;
  }

  render() {
    return html`<details class="limits" @toggle=${(/** @type {Event & { target: HTMLDetailsElement }} */ event) => this.#open(event)}><summary>${t("week.limits")}</summary>
      ${this.#form()} ${problemNotice(this.problem)}</details>`;
  }
}
customElements.define("gt-week-limits", WeekLimits);
