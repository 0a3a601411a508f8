import { html, nothing } from "lit";
import { dayAfter } from "../words/dates.js";
import { t } from "../words/message.js";
import { LiveElement } from "./element.js";
import { figureLine } from "./figure.js";
import { loading, troubleOf } from "./notice.js";
import { changeRecord, editRecord } from "./record_dialog.js";
import "./ledger_due.js";
import "./ledger_entries.js";
/** @import { BalanceReport, EntryItem, PromiseItem } from "../generated/contract.ts" */
/** @import { Wanted } from "./record_dialog.js" */
/** @import { FormName } from "./record_fields.js" */
/** @import { Loaded, With } from "./with.ts" */

/** @type {[string, Omit<Wanted, "session" | "title">][]} */
const adding = [
  ["gave", { form: "gave", fixed: { kind: "gave" } }],
  ["received", { form: "received", fixed: { kind: "received" } }],
  ["promise", { form: "promise" }],
];

/** @typedef {{ report: Loaded<BalanceReport>, entries: Loaded<EntryItem[]>, promises: Loaded<PromiseItem[]> }} Fields */

/** <gt-ledger>: what was given, received and promised; what is still to be thanked for or returned. */
export class LedgerPage extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, report: { state: true }, entries: { state: true }, promises: { state: true }, problem: { state: true } };

  /** Reads entries, promises and the balance again. */
  async load() {
    const { bridge } = this.session;
    const answers = await this.read(() => Promise.all([bridge.listJournal({ kind: "entry" }), bridge.listJournal({ kind: "promise" }), bridge.getBalanceReport()]));
    if (!answers) return;
    const [entries, promises, report] = answers;
    this.entries = entries.items.filter(({ kind }) => kind === "gave" || kind === "received");
    this.promises = promises.items;
    this.report = report;
  }

  /**
   * @param {string} key
   * @param {Omit<Wanted, "session" | "title">} more
   */
  async #add(key, more) {
    const preset = key === "promise" ? {} : { at: `${dayAfter(new Date(), {})}T12:00:00`, size: 1 };
    if (await editRecord({ session: this.session, title: t(`ledger.add_${key}`), preset, ...more })) this.load();
  }

  /**
   * Marks something as settled today: received and thanked for, or promised and kept.
   * @param {FormName} form
   * @param {string} id
   * @param {string} text
   */
  async #settle(form, id, text) {
    const fields = { settled: dayAfter(new Date(), {}) };
    if (await this.attempt(() => changeRecord({ session: this.session, form, id, fields, text }))) this.load();
  }

  #figures() {
    const { report } = this;
    const shown = [report.thanked, report.unprompted, report.outside, report.referrals_below, report.taking].filter(({ value }) => value !== undefined);
    if (shown.length === 0 && report.hints.length === 0) return nothing;
    return html`<section class="panel" aria-labelledby="ledger-figures">
      <h2 id="ledger-figures">${t("ledger.figures")}</h2>
      ${shown.map((figure) => figureLine(figure))}
      ${report.hints.length ? html`<ul class="reasons">${report.hints.map((hint) => html`<li>${hint}</li>`)}</ul>` : nothing}
    </section>`;
  }

  #body() {
    const { session, report, entries, promises } = this;
    if (entries.length === 0 && promises.length === 0) return html`<div class="panel empty"><p>${t("ledger.empty")}</p></div>`;
    return html`<gt-ledger-due .report=${report} .promises=${promises} @settle=${(/** @type {CustomEvent} */ { detail }) => this.#settle(detail.form, detail.id, detail.text)}></gt-ledger-due>
      <gt-ledger-entries .session=${session} .entries=${entries} .promises=${promises} @changed=${() => this.load()}></gt-ledger-entries>
      ${this.#figures()}`;
  }

  render() {
    return html`<header class="page-head"><h1 tabindex="-1">${t("places.ledger")}</h1><p class="quiet">${t("ledger.lead")}</p></header>
      <div class="actions page-actions">
        ${adding.map(([key, more]) => html`<button data-add=${key} ?disabled=${!this.entries} @click=${() => this.#add(key, more)}>${t(`ledger.add_${key}`)}</button>`)}
      </div>
      ${troubleOf(this)} ${this.entries ? this.#body() : this.problem ? nothing : loading}`;
  }
}
customElements.define("gt-ledger", LedgerPage);
