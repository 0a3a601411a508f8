import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { t } from "../words/message.js";
import { LiveElement, passFocus } from "./element.js";
import { loading, troubleOf } from "./notice.js";
import { editRecord } from "./record_dialog.js";
import { showToast } from "./toast.js";
import { personLink } from "./who.js";
import "./introduction.js";
/** @import { IntroductionIdeas } from "../generated/contract.ts" */
/** @import { Listed } from "./introduction_draft.js" */
/** @import { Loaded, With } from "./with.ts" */

const firstPairs = 10;
/** Steps of an introduction in the order in which the page shows them. */
const order = ["introduce", "ask-a", "ask-b", "wait", "done", "declined"];
const isOver = (/** @type {Listed} */ { next }) => next === "done" || next === "declined";

/** @typedef {IntroductionIdeas["pairs"][number]} Pair */
/** @typedef {{ ideas: Loaded<Pair[]>, items: Loaded<Listed[]>, whole?: boolean, busy?: boolean }} Fields */

/** <gt-introductions>: pairs that might meet, and introductions under way: both are asked before anybody is put in touch. */
export class IntroductionsPage extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, ideas: { state: true }, items: { state: true }, whole: { state: true }, busy: { state: true }, problem: { state: true } };

  /** Reads pairs and introductions again. */
  async load() {
    const { bridge } = this.session;
    const answers = await this.read(() => Promise.all([bridge.listIntroductionIdeas(), bridge.listJournal({ kind: "introduction" })]));
    if (!answers) return;
    const [{ pairs }, { items }] = answers;
    this.ideas = pairs;
    this.items = /** @type {Listed[]} */ (items).sort((a, b) => order.indexOf(a.next) - order.indexOf(b.next) || (a.day < b.day ? 1 : -1));
  }

  /** @param {Pair} pair */
  async #begin({ a, b, reason }) {
    this.busy = true;
    const { bridge } = this.session;
    const change = await this.attempt(() => bridge.addToJournal({ kind: "introduction" }, { a: a.uid, b: b.uid, reason }));
    this.busy = false;
    if (!change) return;
    showToast(t("introductions.begun", { a: a.name, b: b.name }), () => bridge.undo({}, { undo: change.undo }));
    await this.load();
    await this.updateComplete;
    passFocus(this.querySelector(`[data-introduction="${CSS.escape(change.item?.id ?? "")}"] h3`));
  }

  async #own() {
    if (await editRecord({ session: this.session, form: "introduction", title: t("introductions.own") })) this.load();
  }

  /** @param {Pair} pair */
  #idea(pair) {
    return html`<li class="due-row" data-pair="${pair.a.uid} ${pair.b.uid}">
      <div>${personLink(pair.a)} <span aria-hidden="true">↔</span> ${personLink(pair.b)}<p class="quiet reason">${pair.reason}</p></div>
      <button data-action="begin" ?disabled=${this.busy} aria-label=${t("introductions.begin_whom", { a: pair.a.name, b: pair.b.name })} @click=${() => this.#begin(pair)}>${t("introductions.begin")}</button>
    </li>`;
  }

  #ideas() {
    const { ideas } = this;
    const shown = this.whole ? ideas : ideas.slice(0, firstPairs);
    return html`<section class="panel" aria-labelledby="pairs-head">
      <h2 id="pairs-head">${t("introductions.pairs")}</h2>
      <p class="quiet">${ideas.length ? t("introductions.pairs_lead") : t("introductions.no_pairs")}</p>
      <ul class="rows">${repeat(shown, (pair) => `${pair.a.uid} ${pair.b.uid}`, (pair) => this.#idea(pair))}</ul>
      ${shown.length < ideas.length ? html`<button data-action="all-pairs" @click=${() => (this.whole = true)}>${t("introductions.all_pairs", { count: ideas.length })}</button>` : nothing}
    </section>`;
  }

  /**
   * @param {string} key
   * @param {Listed[]} items
   */
  #list(key, items) {
    if (items.length === 0) return nothing;
    return html`<section aria-labelledby="introductions-${key}">
      <h2 id="introductions-${key}">${t(`introductions.${key}`)}</h2>
      ${repeat(items, ({ id }) => id, (item) => html`<gt-introduction .session=${this.session} .item=${item} @changed=${() => this.load()}></gt-introduction>`)}
    </section>`;
  }

  #body() {
    return html`${this.#list("under_way", this.items.filter((item) => !isOver(item)))} ${this.#ideas()} ${this.#list("over", this.items.filter(isOver))}`;
  }

  render() {
    return html`<header class="page-head"><h1 tabindex="-1">${t("places.introductions")}</h1><p class="quiet">${t("introductions.lead")}</p></header>
      <div class="actions page-actions"><button data-action="own" ?disabled=${!this.items} @click=${() => this.#own()}>${t("introductions.own")}</button></div>
      ${troubleOf(this)} ${this.items ? this.#body() : this.problem ? nothing : loading}`;
  }
}
customElements.define("gt-introductions", IntroductionsPage);
