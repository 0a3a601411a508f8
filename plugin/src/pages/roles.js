import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { dayText } from "../words/dates.js";
import { roleName } from "../words/labels.js";
import { rich, t } from "../words/message.js";
import { LiveElement } from "./element.js";
import { figureLine } from "./figure.js";
import { loading, troubleOf } from "./notice.js";
import "./role_seat.js";
import { personLink, personList } from "./who.js";
/** @import { RolesReport } from "../generated/contract.ts" */
/** @import { FieldEvent } from "./events.ts" */
/** @import { Loaded, With } from "./with.ts" */

/** @typedef {{ report: Loaded<RolesReport>, friends: boolean }} Fields */

/** <gt-roles>: the map of roles: empty, carried by one, silent; who could; friends only when asked for. */
export class RolesPage extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, report: { state: true }, problem: { state: true }, friends: { state: true } };

  constructor() {
    super();
    this.friends = false;
  }

  /** Reads the report again. */
  async load() {
    this.report = (await this.read(() => this.session.bridge.getRolesReport({ friends: this.friends }))) ?? this.report;
  }

  /** @param {FieldEvent} event */
  #switch(event) {
    this.friends = event.target.checked;
    this.load();
  }

  #hints() {
    const { report } = this;
    const hints = [];
    if (report.mentors_are_friends) hints.push(html`<p class="notice">${t("roles.mentors_are_friends")}</p>`);
    if (report.hard_feedback_due) hints.push(html`<div class="notice">${figureLine(report.hard_feedback)}</div>`);
    return hints;
  }

  #summary() {
    const { report } = this;
    const carrier = report.carrier ? html`<p class="quiet">${rich("roles.carrier", { person: personLink(report.carrier) })}</p>` : nothing;
    return html`<section class="panel" aria-labelledby="roles-summary">
      <h2 id="roles-summary">${t("roles.summary")}</h2>
      ${figureLine(report.filled)} ${figureLine(report.active)} ${figureLine(report.concentration)} ${carrier}
      ${figureLine(report.friends_among_mentors)} ${report.hard_feedback_due ? nothing : figureLine(report.hard_feedback)}
      <label class="switch"><input type="checkbox" role="switch" data-action="friends" .checked=${this.friends} @change=${(/** @type {FieldEvent} */ event) => this.#switch(event)} /> ${t("roles.look_at_friends")}</label>
      ${report.friends_included ? this.#friends() : nothing}
    </section>`;
  }

  #friends() {
    const { friends_only: friends } = this.report;
    if (friends.length === 0) return html`<p class="quiet">${t("roles.no_friends")}</p>`;
    return html`<p>${t("roles.friends_without_role", { count: friends.length })}</p>${personList(friends)}`;
  }

  #closed() {
    const { closed } = this.report;
    if (closed.length === 0) return nothing;
    return html`<section class="panel" aria-labelledby="roles-closed">
      <h2 id="roles-closed">${t("roles.closed")}</h2>
      <ul class="rows">${closed.map((term) => html`<li>${rich("roles.closed_term", { person: personLink(term.person), role: roleName(term.role), since: dayText(term.since), until: dayText(term.until) })}</li>`)}</ul>
    </section>`;
  }

  #seats() {
    const { seats } = this.report;
    if (seats.every((seat) => seat.holders.length === 0 && seat.candidates.length === 0)) {
      return html`<div class="panel empty"><p>${t("roles.empty")}</p><p><a class="button primary" href="#/people">${t("roles.to_people")}</a></p></div>`;
    }
    return html`<div class="seats">
      ${repeat(seats, (seat) => seat.role, (seat) => html`<gt-role-seat .session=${this.session} .seat=${seat} @tagged=${() => this.load()}></gt-role-seat>`)}
    </div>`;
  }

  render() {
    const { report } = this;
    return html`<header class="page-head"><h1 tabindex="-1">${t("places.roles")}</h1><p class="quiet">${t("roles.lead")}</p></header>
      ${troubleOf(this)}
      ${report ? html`${this.#hints()} ${this.#seats()} ${this.#summary()} ${this.#closed()}` : this.problem ? nothing : loading}`;
  }
}
customElements.define("gt-roles", RolesPage);
