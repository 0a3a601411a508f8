import { html, nothing } from "lit";
import { dayText, dayAfter } from "../words/dates.js";
import { t } from "../words/message.js";
import { bothTimes } from "./both_times.js";
import { LiveElement } from "./element.js";
import { troubleOf } from "./notice.js";
import { showToast } from "./toast.js";
import { undoing } from "./undoing.js";
/** @import { OwnProfile, OwnProfileEdit } from "../generated/contract.ts" */
/** @import { FieldEvent, FormEvent } from "./events.ts" */
/** @import { Loaded, With } from "./with.ts" */

const workdays = /** @type {const} */ (["mo", "tu", "we", "th", "fr", "sa", "su"]);
/** @typedef {typeof workdays[number]} Workday */

/** @typedef {{ profile: Loaded<OwnProfile> }} Fields */

/** <gt-restraint>: quiet hours and working days, a hard time of one's own, only giving, learning from answers, tasks around meetings. */
export class Restraint extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, profile: { state: true }, problem: { state: true } };

  /** Reads again what is shown. */
  async load() {
    this.profile = (await this.read(() => this.session.bridge.getOwnProfile()))?.profile ?? this.profile;
  }

  /**
   * @param {OwnProfileEdit} edit
   * @param {string} text
   */
  async #save(edit, text) {
    const { bridge } = this.session;
    const answer = await this.attempt(() => bridge.editOwnProfile({}, edit));
    if (!answer) return false;
    this.profile = answer.profile;
    showToast(text, undoing(this.session, answer.undo, () => this.load()));
    return true;
  }

  /**
   * @param {FieldEvent} event
   * @param {(on: boolean) => OwnProfileEdit} edit
   * @param {string} on
   * @param {string} off
   */
  async #switch({ target: box }, edit, on, off) {
    if (!(await this.#save(edit(box.checked), box.checked ? on : off))) box.checked = !box.checked;
  }

  /** @param {FormEvent} event */
  #hours(event) {
    event.preventDefault();
    const { from, until } = Object.fromEntries(new FormData(event.target));
    this.#save({ quiet_hours: from ? { from, until } : null }, from ? t("settings.hours_are", { from, until }) : t("settings.hours_gone"));
  }

  /** @param {FieldEvent & { currentTarget: Element }} event */
  async #days({ target: box, currentTarget: group }) {
    const ticked = /** @type {NodeListOf<HTMLInputElement>} */ (group.querySelectorAll("input:checked"));
    const chosen = [...ticked].map(({ value }) => /** @type {Workday} */ (value));
    if (!(await this.#save({ workdays: chosen }, t("settings.workdays_are", { count: chosen.length })))) box.checked = !box.checked;
  }

  #when() {
    const { quiet_hours: hours = {}, workdays: chosen = [] } = this.profile;
    return html`<form class="line" @input=${bothTimes} @submit=${(/** @type {FormEvent} */ event) => this.#hours(event)}>
        <label>${t("settings.hours_from")} <input type="time" name="from" .value=${hours.from ?? ""} /></label>
        <label>${t("settings.hours_until")} <input type="time" name="until" .value=${hours.until ?? ""} /></label>
        <button type="submit" data-action="quiet-hours">${t("settings.hours_set")}</button>
      </form>
      <fieldset class="days" @change=${(/** @type {FieldEvent & { currentTarget: Element }} */ event) => this.#days(event)}><legend>${t("settings.workdays")}</legend>
        <div class="kinds">${workdays.map((day) => html`<label><input type="checkbox" name="workdays" value=${day} .checked=${chosen.includes(day)} /> ${t(`settings.day_${day}`)}</label>`)}</div>
      </fieldset>`;
  }

  #fields() {
    const { crisis, purist, without_learning: without, without_meeting_tasks: silent } = this.profile;
    return html`${this.#when()}
      <label class="switch"><input type="checkbox" role="switch" data-action="crisis" aria-describedby="crisis-about" .checked=${Boolean(crisis)}
        @change=${(/** @type {FieldEvent} */ event) => this.#switch(event, (on) => ({ crisis: on ? dayAfter(new Date(), {}) : null }), t("settings.crisis_on"), t("settings.crisis_off"))} /> ${t("settings.crisis")}</label>
      <p class="quiet" id="crisis-about">${t("settings.crisis_about")} ${crisis ? t("settings.crisis_since", { day: dayText(crisis) }) : nothing}</p>
      <label class="switch"><input type="checkbox" role="switch" data-action="purist" aria-describedby="purist-about" .checked=${Boolean(purist)}
        @change=${(/** @type {FieldEvent} */ event) => this.#switch(event, (on) => ({ purist: on }), t("settings.purist_on"), t("settings.purist_off"))} /> ${t("settings.purist")}</label>
      <p class="quiet" id="purist-about">${t("settings.purist_about")}</p>
      <label class="switch"><input type="checkbox" role="switch" data-action="learning" aria-describedby="learning-about" .checked=${!without}
        @change=${(/** @type {FieldEvent} */ event) => this.#switch(event, (on) => ({ without_learning: !on }), t("settings.learning_on"), t("settings.learning_off"))} /> ${t("settings.learning")}</label>
      <p class="quiet" id="learning-about">${t("settings.learning_about")}</p>
      <label class="switch"><input type="checkbox" role="switch" data-action="meetings" aria-describedby="meetings-about" .checked=${!silent}
        @change=${(/** @type {FieldEvent} */ event) => this.#switch(event, (on) => ({ without_meeting_tasks: !on }), t("settings.meetings_on"), t("settings.meetings_off"))} /> ${t("settings.meetings")}</label>
      <p class="quiet" id="meetings-about">${t("settings.meetings_about")}</p>`;
  }

  render() {
    return html`<section class="panel" aria-labelledby="restraint-head">
      <h2 id="restraint-head">${t("settings.restraint")}</h2>
      ${this.profile ? this.#fields() : nothing} ${troubleOf(this)}
    </section>`;
  }
}
customElements.define("gt-restraint", Restraint);
