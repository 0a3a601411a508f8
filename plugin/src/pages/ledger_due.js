import { html, nothing } from "lit";
import { dayText } from "../words/dates.js";
import { label } from "../words/labels.js";
import { rich, t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { personLink } from "./who.js";
/** @import { BalanceReport, PromiseItem } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

/** @typedef {{ report: BalanceReport, promises: PromiseItem[] }} Fields */

/**
 * <gt-ledger-due>: what waits: promises that are open, thanks, and what could be returned. Tells "settle" with {form, id, text}
 * when one of the first two is done.
 */
export class LedgerDue extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { report: { attribute: false }, promises: { attribute: false } };

  /**
   * @param {"promise" | "received"} form
   * @param {string} id
   * @param {string} text
   */
  #settle(form, id, text) {
    this.dispatchEvent(new CustomEvent("settle", { detail: { form, id, text }, bubbles: true }));
  }

  /**
   * @param {string} key
   * @param {unknown[]} rows
   */
  #part(key, rows) {
    if (rows.length === 0) return nothing;
    return html`<section class="panel due" aria-labelledby="due-${key}">
      <h2 id="due-${key}">${t(`ledger.${key}`)}</h2>
      <ul class="rows">${rows}</ul>
    </section>`;
  }

  /** @param {PromiseItem} promise */
  #promise(promise) {
    const { person: uid = "", person_name: name = uid } = promise;
    const who = { uid, name };
    return html`<li class="due-row" data-promise=${promise.id}>
      <div>${personLink(who)} <bdi class="what">${promise.text}</bdi>${promise.due ? html` <span class="quiet">${t("ledger.by", { day: dayText(promise.due) })}</span>` : nothing}</div>
      <button data-action="keep" aria-label=${t("ledger.keep_what", { what: promise.text })} @click=${() => this.#settle("promise", promise.id, t("ledger.kept"))}>${t("ledger.keep")}</button>
    </li>`;
  }

  /** @param {BalanceReport["thanks_due"][number]} row */
  #thanks(row) {
    return html`<li class="due-row" data-thanks=${row.record}>
      <div>${rich("ledger.received_from", { what: label(row.kind), person: personLink(row.person), day: dayText(row.day) })}</div>
      <button data-action="thank" aria-label=${t("ledger.thank_whom", { person: row.person.name })} @click=${() => this.#settle("received", row.record, t("ledger.thanked"))}>${t("ledger.thank")}</button>
    </li>`;
  }

  /** @param {BalanceReport["owed"][number]} row */
  #owed(row) {
    return html`<li class="due-row"><div>${rich("ledger.received_from", { what: label(row.kind), person: personLink(row.person), day: dayText(row.day) })}
      ${row.thanked ? html`<span class="mark">${t("ledger.is_thanked")}</span>` : nothing}</div></li>`;
  }

  render() {
    const { report } = this;
    const open = this.promises.filter(({ settled }) => !settled);
    return html`${this.#part("promised", open.map((one) => this.#promise(one)))}
      ${this.#part("thanks_due", report.thanks_due.map((row) => this.#thanks(row)))}
      ${this.#part("owed", report.owed.map((row) => this.#owed(row)))}`;
  }
}
customElements.define("gt-ledger-due", LedgerDue);
