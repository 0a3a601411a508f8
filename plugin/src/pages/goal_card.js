import { html, nothing } from "lit";
import { dayText } from "../words/dates.js";
import { wordOf } from "../words/labels.js";
import { numberText, t } from "../words/message.js";
import { GoodElement, freshId } from "./element.js";
import { bar, figureLine } from "./figure.js";
import { problemNotice } from "./notice.js";
import { deleteRecord, editRecord } from "./record_dialog.js";
import { personLink } from "./who.js";
/** @import { GoalItem, GoalsReport } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

const chips = (/** @type {string[]} */ words) => html`<ul class="chips">${words.map((word) => html`<li><bdi class="chip">${word}</bdi></li>`)}</ul>`;

/** @typedef {{ goal: GoalItem, row: GoalsReport["goals"][number] }} Fields */

/** <gt-goal>: one goal of the worksheet: how complete it is, whom to reach and on which way. Tells "changed". */
export class GoalCard extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, goal: { attribute: false }, row: { attribute: false }, problem: { state: true } };
  #id = freshId("goal");

  /** @param {() => Promise<unknown>} action */
  async #after(action) {
    if (await this.attempt(action)) this.dispatchEvent(new CustomEvent("changed", { bubbles: true }));
  }

  #names() {
    return Object.fromEntries((this.row?.targets ?? []).map(({ person }) => [person.uid, person.name]));
  }

  #edit() {
    this.#after(() => editRecord({ session: this.session, form: "goal", item: this.goal, names: this.#names(), title: t("goals.edit") }));
  }

  #delete() {
    this.#after(() => deleteRecord({ session: this.session, form: "goal", id: this.goal.id, title: t("goals.delete_title"), text: t("goals.delete_text") }));
  }

  /** @param {GoalsReport["goals"][number]["targets"][number]} target */
  #target({ person, way, text }) {
    return html`<li class="due-row"><div>${personLink(person)} <span class="quiet">${text}</span></div><span class="quiet">${way.text}</span></li>`;
  }

  #facts() {
    const { goal } = this;
    const rows = [
      ["titles", goal.titles?.length && chips(goal.titles)],
      ["industries", goal.industries?.length && chips(goal.industries)],
      ["companies", goal.companies?.length && chips(goal.companies)],
      ["deadline", goal.deadline && dayText(goal.deadline)],
    ].filter(([, value]) => value);
    return html`<dl class="facts">${rows.map(([key, value]) => html`<div><dt>${t(`goals.${key}`)}</dt><dd>${value}</dd></div>`)}</dl>`;
  }

  #weekly() {
    const { touches, asks } = this.row;
    if (!touches.planned && !asks.planned) return nothing;
    return html`<p class="quiet">${t("goals.this_week", { touches: touches.done, touches_planned: touches.planned, asks: asks.done, asks_planned: asks.planned })}</p>`;
  }

  #complete() {
    const { completeness, missing } = this.row;
    const lacks = missing.map((key) => wordOf("goals.lacks_", key));
    return html`<div class="complete">${bar(completeness.value ?? 0)} <span>${t("goals.complete", { share: numberText(completeness.value ?? 0, { style: "percent" }) })}</span></div>
      ${lacks.length ? html`<p class="quiet">${t("goals.lacks")} ${lacks.join(" · ")}</p>` : nothing}`;
  }

  render() {
    const { goal, row } = this;
    return html`<article class="panel" aria-labelledby=${this.#id} data-goal=${goal.id}>
      <header><h3 id=${this.#id}>${goal.purpose || goal.titles?.join(", ") || t("goals.unnamed")}</h3>
        <span class="row-actions aside"><button class="plain" data-action="edit" @click=${() => this.#edit()}>${t("ledger.edit")}</button><button class="plain" data-action="delete" @click=${() => this.#delete()}>${t("record.delete")}</button></span></header>
      ${row ? this.#complete() : nothing} ${this.#facts()} ${row ? this.#weekly() : nothing}
      ${row?.targets.length ? html`<h4>${t("goals.targets")}</h4><ul class="rows">${row.targets.map((target) => this.#target(target))}</ul>` : nothing}
      ${row && row.completeness.value === undefined ? figureLine(row.completeness) : nothing} ${problemNotice(this.problem)}
    </article>`;
  }
}
customElements.define("gt-goal", GoalCard);
