import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { weekText } from "../words/dates.js";
import { wordOf } from "../words/labels.js";
import { t } from "../words/message.js";
import { LiveElement, passFocus } from "./element.js";
import { loading, troubleOf } from "./notice.js";
import "./feed.js";
import "./meetings.js";
import "./purpose.js";
import "./resting.js";
import "./suggestion.js";
import "./week_limits.js";
/** @import { Week } from "../generated/contract.ts" */
/** @import { Loaded, With } from "./with.ts" */

/** @typedef {{ week: Loaded<Week>, accounts?: number }} Fields */

/** <gt-week>: this week's follow-ups, or in plain words why there are none. */
export class WeekPage extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, week: { state: true }, accounts: { state: true }, problem: { state: true } };

  /** Reads the list again. */
  async load() {
    const { bridge } = this.session;
    const answers = await this.read(() => Promise.all([bridge.getWeek(), bridge.getStatus()]));
    if (answers) [this.week, { accounts: this.accounts }] = answers;
  }

  /**
   * The answered card leaves; the next one gets the focus so that the keyboard keeps its place.
   * @param {number} at
   */
  async #acted(at) {
    await this.load();
    await this.updateComplete;
    const cards = this.querySelectorAll("gt-suggestion [data-action=done]");
    passFocus(cards[Math.min(at, cards.length - 1)] ?? this.querySelector("h1"));
  }

  #list() {
    const open = this.week.suggestions.filter((suggestion) => suggestion.state === "open");
    if (open.length === 0) {
      return html`<div class="panel empty"><p>${this.week.empty_reason || t("week.empty")}</p>
        ${this.accounts ? nothing : html`<a class="button primary" href="#/welcome">${t("places.welcome")}</a>`}</div>`;
    }
    return html`<ul class="cards">
      ${repeat(
        open,
        (suggestion) => suggestion.id,
        (suggestion, at) => html`<li><gt-suggestion .session=${this.session} .suggestion=${suggestion} @acted=${() => this.#acted(at)}></gt-suggestion></li>`,
      )}
    </ul>`;
  }

  /** Who was in the lists of a month, where there is enough to say. */
  #exposure() {
    const rows = (this.week.exposure ?? []).filter((row) => row.ratio !== undefined);
    if (rows.length === 0) return nothing;
    const line = (/** @type {(typeof rows)[number]} */ { group, ...counts }) => wordOf("week.exposure_", group, counts);
    return html`<section data-exposure><h2 class="quiet">${t("week.exposure")}</h2><ul class="quiet">${rows.map((row) => html`<li>${line(row)}</li>`)}</ul></section>`;
  }

  render() {
    const { week } = this;
    return html`<header class="page-head">
        <h1 tabindex="-1">${t("places.week")}</h1>
        ${week ? html`<p class="quiet">${t("week.lead", { week: weekText(week.week), count: week.budget })}</p>` : nothing}
        <gt-feed .session=${this.session}></gt-feed>
      </header>
      ${this.accounts ? html`<gt-purpose .session=${this.session}></gt-purpose>` : nothing}
      ${troubleOf(this)} ${week ? this.#list() : this.problem ? nothing : loading}
      ${week ? html`<gt-meetings .session=${this.session}></gt-meetings>` : nothing}
      ${week ? html`<gt-week-limits .session=${this.session} .budget=${week.budget} .popUpFrom=${week.pop_up_from} @limited=${() => this.load()}></gt-week-limits>` : nothing}
      ${week ? html`<gt-resting .session=${this.session} .people=${week.resting} @chosen=${() => this.load()}></gt-resting>${this.#exposure()}` : nothing}`;
  }
}
customElements.define("gt-week", WeekPage);
