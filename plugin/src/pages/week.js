import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { weekText } from "../words/dates.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { loading, problemNotice } from "./notice.js";
import "./feed.js";
import "./purpose.js";
import "./resting.js";
import "./suggestion.js";
import "./week_limits.js";

/** <gt-week>: this week's follow-ups, or in plain words why there are none. */
export class WeekPage extends GoodElement {
  static properties = { session: { attribute: false }, week: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.listen(this.session, "changed", () => this.load());
    this.listen(this.session, "state", () => this.session.state.phase === "ready" && this.load());
    this.load();
  }

  /** Reads the list again. */
  async load() {
    this.week = (await this.attempt(() => this.session.bridge.getWeek())) ?? this.week;
  }

  /** The answered card leaves; the next one gets the focus so that the keyboard keeps its place. */
  async #acted(at) {
    await this.load();
    await this.updateComplete;
    const cards = this.querySelectorAll("gt-suggestion [data-action=done]");
    (cards[Math.min(at, cards.length - 1)] ?? this.querySelector("h1")).focus();
  }

  #list() {
    const open = this.week.suggestions.filter((suggestion) => suggestion.state === "open");
    if (open.length === 0) {
      return html`<div class="panel empty"><p>${this.week.empty_reason || t("week.empty")}</p></div>`;
    }
    return html`<ul class="cards">
      ${repeat(
        open,
        (suggestion) => suggestion.id,
        (suggestion, at) => html`<li><gt-suggestion .session=${this.session} .suggestion=${suggestion} @acted=${() => this.#acted(at)}></gt-suggestion></li>`,
      )}
    </ul>`;
  }

  render() {
    const { week } = this;
    return html`<header class="page-head">
        <h1 tabindex="-1">${t("places.week")}</h1>
        ${week ? html`<p class="quiet">${t("week.lead", { week: weekText(week.week), count: week.budget })}</p>` : nothing}
        <gt-feed .session=${this.session}></gt-feed>
      </header>
      <gt-purpose .session=${this.session}></gt-purpose>
      ${problemNotice(this.problem)} ${week ? this.#list() : this.problem ? nothing : loading}
      ${week ? html`<gt-week-limits .session=${this.session} .budget=${week.budget} .popUpFrom=${week.pop_up_from} @limited=${() => this.load()}></gt-week-limits>` : nothing}
      ${week ? html`<gt-resting .session=${this.session} .people=${week.resting} @chosen=${() => this.load()}></gt-resting>` : nothing}`;
  }
}
customElements.define("gt-week", WeekPage);
