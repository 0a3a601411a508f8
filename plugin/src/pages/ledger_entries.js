import { html, nothing } from "lit";
import { dayText } from "../words/dates.js";
import { label } from "../words/labels.js";
import { rich, t } from "../words/message.js";
import { dayGroups, dayHeading } from "./day_groups.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { deleteRecord, editRecord } from "./record_dialog.js";
import { reflectOn } from "./reflection.js";
import { personLink } from "./who.js";
/** @import { EntryItem, PromiseItem } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

const filters = ["all", "gave", "received", "promised"];
const firstRows = 60;

/** @typedef {{ person_name?: string, give_kind?: EntryItem["give_kind"], size?: number }} Given */
/** @typedef {{ form: "gave" | "received" | "promised", day: string, item: (EntryItem | PromiseItem) & Given }} LedgerRow */

/**
 * Entries and promises as rows {form, day, item}, newest first.
 * @param {EntryItem[]} entries what was given and received
 * @param {PromiseItem[]} promises
 * @returns {LedgerRow[]}
 */
export function ledgerRows(entries, promises) {
  const rowOf = (/** @type {LedgerRow["form"]} */ form, /** @type {EntryItem | PromiseItem} */ item) => ({ form, day: (item.at ?? "").slice(0, 10), item });
  const rows = [...entries.map((item) => rowOf(item.kind === "received" ? item.kind : "gave", item)), ...promises.map((item) => rowOf("promised", item))];
  return rows.sort((a, b) => ((a.item.at ?? "") < (b.item.at ?? "") ? 1 : -1));
}

/** @typedef {{ entries: EntryItem[], promises: PromiseItem[], filter: string, whole?: boolean }} Fields */

/** <gt-ledger-entries>: everything in the ledger by days, to be changed or deleted. Tells "changed". */
export class LedgerEntries extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, entries: { attribute: false }, promises: { attribute: false }, filter: { state: true }, whole: { state: true }, problem: { state: true } };

  constructor() {
    super();
    this.filter = "all";
  }

  /** @param {() => Promise<unknown>} action */
  async #after(action) {
    const done = await this.attempt(action);
    if (done) this.dispatchEvent(new CustomEvent("changed", { bubbles: true }));
  }

  /** @param {LedgerRow} row */
  #edit({ form, item }) {
    const title = t(`ledger.edit_${form}`);
    this.#after(() => editRecord({ session: this.session, title, form: form === "promised" ? "promise" : form, item, names: { [item.person ?? ""]: item.person_name } }));
  }

  /** @param {LedgerRow} row */
  #delete({ form, item }) {
    this.#after(() => deleteRecord({ session: this.session, form: form === "promised" ? "promise" : form, id: item.id, title: t("ledger.delete_title"), text: t("ledger.delete_text") }));
  }

  /** @param {LedgerRow} row */
  #state({ form, item }) {
    if (!item.settled) return nothing;
    return html`<span class="quiet">${t(form === "promised" ? "ledger.kept_on" : "ledger.thanked_on", { day: dayText(item.settled) })}</span>`;
  }

  /** @param {LedgerRow} row */
  #row(row) {
    const { form, item } = row;
    const { person: uid = "", person_name: name = uid, size = 1 } = item;
    const who = personLink({ uid, name });
    const what = item.give_kind ? label(item.give_kind) : t("ledger.something");
    const about = { person: item.person_name ?? "" };
    return html`<li class="entry" data-entry=${item.id}>
      <span class="mark">${t(`ledger.kind_${form}`)}</span>
      <div>${form === "promised" ? who : rich(`ledger.${form}_what`, { person: who, what })} ${size > 1 ? html`<span class="quiet">${t(`record.size_${size}`)}</span>` : nothing} ${this.#state(row)}
        ${item.text ? html`<p class="text">${item.text}</p>` : nothing}</div>
      <span class="row-actions">
        ${form === "gave" ? html`<button class="plain" data-action="reflect" aria-label=${t("reflection.open_about", about)} @click=${() => this.attempt(() => reflectOn(this.session, item.id))}>${t("reflection.open")}</button>` : nothing}
        <button class="plain" data-action="edit" aria-label=${t("ledger.edit_about", about)} @click=${() => this.#edit(row)}>${t("ledger.edit")}</button>
        <button class="plain" data-action="delete" aria-label=${t("ledger.delete_about", about)} @click=${() => this.#delete(row)}>${t("record.delete")}</button>
      </span>
    </li>`;
  }

  render() {
    const rows = ledgerRows(this.entries, this.promises).filter(({ form }) => this.filter === "all" || form === this.filter);
    const shown = this.whole ? rows : rows.slice(0, firstRows);
    return html`<section class="panel" aria-labelledby="ledger-entries">
      <div class="line spread"><h2 id="ledger-entries">${t("ledger.entries")}</h2>
        <fieldset class="kinds"><legend class="unseen">${t("ledger.show")}</legend>
          ${filters.map((filter) => html`<label><input type="radio" name="ledger-filter" value=${filter} .checked=${this.filter === filter} @change=${() => (this.filter = filter)} /> ${t(`ledger.filter_${filter}`)}</label>`)}
        </fieldset></div>
      ${problemNotice(this.problem)}
      ${rows.length === 0 ? html`<p class="quiet">${t("ledger.none_of_these")}</p>` : nothing}
      ${dayGroups(shown, ({ day }) => day).map(({ day, rows: own }) => html`<h3 class="day-head"><time datetime=${day}>${dayHeading(day)}</time></h3><ul class="rows">${own.map((row) => this.#row(row))}</ul>`)}
      ${shown.length < rows.length ? html`<button data-action="whole-ledger" @click=${() => (this.whole = true)}>${t("ledger.show_all", { count: rows.length })}</button>` : nothing}
    </section>`;
  }
}
customElements.define("gt-ledger-entries", LedgerEntries);
