import { html, nothing } from "lit";
import { dayText, dayAfter } from "../words/dates.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { showToast } from "./toast.js";

/** <gt-restraint>: quiet hours, a hard time of one's own, only giving. */
export class Restraint extends GoodElement {
  static properties = { session: { attribute: false }, profile: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.listen(this.session, "changed", () => this.#load());
    this.#load();
  }

  async #load() {
    this.profile = (await this.attempt(() => this.session.bridge.getOwnProfile()))?.profile ?? this.profile;
  }

  async #save(edit, text) {
    const { bridge } = this.session;
    const answer = await this.attempt(() => bridge.editOwnProfile({}, edit));
    if (!answer) return false;
    this.profile = answer.profile;
    showToast(text, answer.undo ? () => bridge.undo({}, { undo: answer.undo }).then(() => this.#load()) : null);
    return true;
  }

  async #switch(event, edit, on, off) {
    const box = event.target;
    if (!(await this.#save(edit(box.checked), box.checked ? on : off))) box.checked = !box.checked;
  }

  #hours(event) {
    event.preventDefault();
    const { from, until } = Object.fromEntries(new FormData(event.target));
    if (Boolean(from) !== Boolean(until)) return;
    this.#save({ quiet_hours: from ? { from, until } : null }, from ? t("settings.hours_are", { from, until }) : t("settings.hours_gone"));
  }

  #fields() {
    const { quiet_hours: hours = {}, crisis, purist } = this.profile;
    return html`<form class="line" @submit=${(event) => this.#hours(event)}>
        <label>${t("settings.hours_from")} <input type="time" name="from" .value=${hours.from ?? ""} /></label>
        <label>${t("settings.hours_until")} <input type="time" name="until" .value=${hours.until ?? ""} /></label>
        <button type="submit" data-action="quiet-hours">${t("settings.hours_set")}</button>
      </form>
      <label class="switch"><input type="checkbox" role="switch" data-action="crisis" aria-describedby="crisis-about" .checked=${Boolean(crisis)}
        @change=${(event) => this.#switch(event, (on) => ({ crisis: on ? dayAfter(new Date(), {}) : null }), t("settings.crisis_on"), t("settings.crisis_off"))} /> ${t("settings.crisis")}</label>
      <p class="quiet" id="crisis-about">${t("settings.crisis_about")} ${crisis ? t("settings.crisis_since", { day: dayText(crisis) }) : nothing}</p>
      <label class="switch"><input type="checkbox" role="switch" data-action="purist" aria-describedby="purist-about" .checked=${Boolean(purist)}
        @change=${(event) => this.#switch(event, (on) => ({ purist: on }), t("settings.purist_on"), t("settings.purist_off"))} /> ${t("settings.purist")}</label>
      <p class="quiet" id="purist-about">${t("settings.purist_about")}</p>`;
  }

  render() {
    return html`<section class="panel" aria-labelledby="restraint-head">
      <h2 id="restraint-head">${t("settings.restraint")}</h2>
      ${this.profile ? this.#fields() : nothing} ${problemNotice(this.problem)}
    </section>`;
  }
}
customElements.define("gt-restraint", Restraint);
