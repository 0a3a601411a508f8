import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { label, wordOf } from "../words/labels.js";
import { t } from "../words/message.js";
import { LiveElement } from "./element.js";
import { figureLine } from "./figure.js";
import { loading, troubleOf } from "./notice.js";
import { editRecord } from "./record_dialog.js";
import { personLink, personList } from "./who.js";
import "./ask_board.js";
import "./goal_card.js";
import "./scripts.js";
/** @import { AskItem, GoalItem, GoalsReport, ScriptItem } from "../generated/contract.ts" */
/** @import { Loaded, With } from "./with.ts" */

/** @typedef {{ report: Loaded<GoalsReport>, goals: Loaded<GoalItem[]>, asks?: AskItem[], scripts?: ScriptItem[] }} Fields */

/** <gt-goals>: the worksheet of goals, who decides and how to reach them, the asks and the scripts. */
export class GoalsPage extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, report: { state: true }, goals: { state: true }, asks: { state: true }, scripts: { state: true }, problem: { state: true } };

  /** Reads goals, asks, scripts and the report again. */
  async load() {
    const { bridge } = this.session;
    const answers = await this.read(() => Promise.all([bridge.getGoalsReport(), bridge.listJournal({ kind: "goal" }), bridge.listJournal({ kind: "ask" }), bridge.listJournal({ kind: "script" })]));
    if (!answers) return;
    const [report, goals, asks, scripts] = answers;
    [this.report, this.goals, this.asks, this.scripts] = [report, goals.items, asks.items, scripts.items];
  }

  async #addGoal() {
    if (await editRecord({ session: this.session, form: "goal", title: t("goals.add") })) this.load();
  }

  #worksheet() {
    const { report, goals, session } = this;
    const rows = new Map(report.goals.map((row) => [row.uid, row]));
    return html`<section aria-labelledby="goals-head">
      <div class="line spread"><h2 id="goals-head">${t("goals.head")}</h2><button data-action="add-goal" @click=${() => this.#addGoal()}>${t("goals.add")}</button></div>
      ${goals.length === 0 ? html`<div class="panel empty"><p>${t("goals.empty")}</p></div>` : nothing}
      ${repeat(goals, ({ id }) => id, (goal) => html`<gt-goal .session=${session} .goal=${goal} .row=${rows.get(goal.id)} @changed=${() => this.load()}></gt-goal>`)}
    </section>`;
  }

  /** @param {GoalsReport["decision_makers"][number]} decider */
  #decider({ person, powers, way }) {
    return html`<li class="due-row"><div>${personLink(person)} ${powers.map((power) => html`<span class="mark">${label(power)}</span> `)}</div><span class="quiet">${way.text}</span></li>`;
  }

  /** @param {GoalsReport["ladder"]["rungs"][number]} rung */
  #rung(rung) {
    const people = [...rung.contacts, ...rung.strangers];
    return html`<li><strong>${wordOf("goals.rung_", `${rung.class}-rung`)}</strong>${figureLine(rung.reach)}${people.length ? personList(people) : nothing}</li>`;
  }

  #map() {
    const { decision_makers: deciders, decision_reach: reach, ladder } = this.report;
    return html`<section class="panel" aria-labelledby="map-head">
      <h2 id="map-head">${t("goals.map")}</h2>
      ${figureLine(reach)}
      ${deciders.length ? html`<ul class="rows">${deciders.map((one) => this.#decider(one))}</ul>` : html`<p class="quiet">${t("goals.no_deciders")}</p>`}
      ${ladder.rungs.length ? html`<h3>${t("goals.ladder")}</h3>${figureLine(ladder.upward)}<ul class="rows">${ladder.rungs.map((rung) => this.#rung(rung))}</ul>` : ladder.boss_missing ? figureLine(ladder.boss_missing) : nothing}
    </section>`;
  }

  #told() {
    const { told, not_told: rest } = this.report;
    return html`<section class="panel" aria-labelledby="told-head">
      <h2 id="told-head">${t("goals.told")}</h2>
      ${figureLine(told)}
      ${rest.length ? html`<details><summary>${t("goals.not_told", { count: rest.length })}</summary>${personList(rest)}</details>` : nothing}
    </section>`;
  }

  #body() {
    const { session, asks, scripts, report } = this;
    return html`${this.#worksheet()}
      <gt-ask-board .session=${session} .asks=${asks} .counts=${report.asks} @changed=${() => this.load()}></gt-ask-board>
      ${this.#map()} ${this.#told()}
      <gt-scripts .session=${session} .scripts=${scripts} @changed=${() => this.load()}></gt-scripts>`;
  }

  render() {
    return html`<header class="page-head"><h1 tabindex="-1">${t("places.goals")}</h1><p class="quiet">${t("goals.lead")}</p></header>
      ${troubleOf(this)} ${this.report ? this.#body() : this.problem ? nothing : loading}`;
  }
}
customElements.define("gt-goals", GoalsPage);
