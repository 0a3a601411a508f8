import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { dayText } from "../words/dates.js";
import { label } from "../words/labels.js";
import { t } from "../words/message.js";
import { askStates, boardOf } from "./asks_by_state.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { changeRecord, deleteRecord, editRecord } from "./record_dialog.js";
import { personLink } from "./who.js";
import "./ask_draft.js";
/** @import { AskCounts, AskItem } from "../generated/contract.ts" */
/** @import { FieldEvent } from "./events.ts" */
/** @import { With } from "./with.ts" */

const keyOf = (/** @type {string} */ state) => state.replace("-", "_");

/** @typedef {{ asks: AskItem[], counts: AskCounts }} Fields */

/** <gt-ask-board>: asks in columns by what came of them. A "no" is a plain answer, not a failure. Tells "changed". */
export class AskBoard extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, asks: { attribute: false }, counts: { attribute: false }, problem: { state: true } };

  /** @param {() => Promise<unknown>} action */
  async #after(action) {
    if (await this.attempt(action)) this.dispatchEvent(new CustomEvent("changed", { bubbles: true }));
  }

  /**
   * @param {AskItem} ask
   * @param {string} state
   */
  #answer(ask, state) {
    const text = t("asks.noted", { person: ask.person_name, state: label(state) });
    this.#after(() => changeRecord({ session: this.session, form: "ask", id: ask.id, fields: { state }, text }));
  }

  #add() {
    this.#after(() => editRecord({ session: this.session, form: "ask", title: t("asks.add") }));
  }

  /** @param {AskItem} ask */
  #edit(ask) {
    this.#after(() => editRecord({ session: this.session, form: "ask", item: ask, names: { [ask.person ?? ""]: ask.person_name }, title: t("asks.edit") }));
  }

  /** @param {AskItem} ask */
  #delete(ask) {
    this.#after(() => deleteRecord({ session: this.session, form: "ask", id: ask.id, title: t("asks.delete_title"), text: t("asks.delete_text") }));
  }

  /** @param {AskItem} ask */
  #ask(ask) {
    const about = { person: ask.person_name };
    const state = ask.state ?? "open";
    return html`<li class="ask" data-ask=${ask.id}>
      <div class="holder-name">${personLink({ uid: ask.person ?? "", name: ask.person_name ?? "" })} <span class="quiet">${dayText(ask.day)}</span></div>
      <p><span class="mark">${label(ask.kind ?? "")}</span> ${ask.text ?? ""}</p>
      ${ask.next_step || ask.due ? html`<p class="quiet">${[ask.next_step, ask.due && t("ledger.by", { day: dayText(ask.due) })].filter(Boolean).join(" · ")}</p>` : nothing}
      ${state === "open" ? html`<gt-ask-draft .session=${this.session} .ask=${ask}></gt-ask-draft>` : nothing}
      <label>${t("asks.came_of", about)} <select data-action="answer" @change=${(/** @type {FieldEvent} */ event) => this.#answer(ask, event.target.value)}>${askStates.map((one) => html`<option value=${one} .selected=${live(one === state)}>${label(one)}</option>`)}</select></label>
      <span class="row-actions">
        <button class="plain" data-action="edit" aria-label=${t("asks.edit_about", about)} @click=${() => this.#edit(ask)}>${t("ledger.edit")}</button>
        <button class="plain" data-action="delete" aria-label=${t("asks.delete_about", about)} @click=${() => this.#delete(ask)}>${t("record.delete")}</button>
      </span>
    </li>`;
  }

  /** @param {ReturnType<typeof boardOf>[number]} column */
  #column({ state, asks }) {
    const id = `asks-${state}`;
    return html`<section class="column ${state}" aria-labelledby=${id}>
      <h3 id=${id}>${t("asks.column", { state: label(state), number: asks.length })}</h3>
      ${asks.length ? html`<ul class="asks">${repeat(asks, ({ id }) => id, (ask) => this.#ask(ask))}</ul>` : html`<p class="quiet">${t(`asks.none_${keyOf(state)}`)}</p>`}
    </section>`;
  }

  render() {
    const { counts, asks } = this;
    const shown = boardOf(asks).filter((column) => column.asks.length || ["open", "yes", "no"].includes(column.state));
    return html`<section class="panel" aria-labelledby="asks-head">
      <div class="line spread"><h2 id="asks-head">${t("asks.head")}</h2><button data-action="add-ask" @click=${() => this.#add()}>${t("asks.add")}</button></div>
      <p class="quiet">${counts.no > 0 ? t("asks.collected", { count: counts.no }) : t("asks.lead")}</p>
      ${problemNotice(this.problem)}
      <div class="board">${repeat(shown, ({ state }) => state, (column) => this.#column(column))}</div>
    </section>`;
  }
}
customElements.define("gt-ask-board", AskBoard);
