import { html, nothing } from "lit";
import { dayText } from "../words/dates.js";
import { label } from "../words/labels.js";
import { t } from "../words/message.js";
import { askStates, boardOf } from "./asks_by_state.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { changeRecord, deleteRecord, editRecord } from "./record_dialog.js";
import { personLink } from "./who.js";
import "./ask_draft.js";

const keyOf = (state) => state.replace("-", "_");

/** <gt-ask-board>: asks in columns by what came of them. A "no" is a plain answer, not a failure. Tells "changed". */
export class AskBoard extends GoodElement {
  static properties = { session: { attribute: false }, asks: { attribute: false }, counts: { attribute: false }, problem: { state: true } };

  async #after(action) {
    if (await this.attempt(action)) this.dispatchEvent(new CustomEvent("changed", { bubbles: true }));
  }

  #answer(ask, state) {
    const text = t("asks.noted", { person: ask.person_name, state: label(state) });
    this.#after(() => changeRecord({ session: this.session, form: "ask", id: ask.id, fields: { state }, text }));
  }

  #add() {
    this.#after(() => editRecord({ session: this.session, form: "ask", title: t("asks.add") }));
  }

  #edit(ask) {
    this.#after(() => editRecord({ session: this.session, form: "ask", item: ask, names: { [ask.person]: ask.person_name }, title: t("asks.edit") }));
  }

  #delete(ask) {
    this.#after(() => deleteRecord({ session: this.session, form: "ask", id: ask.id, title: t("asks.delete_title"), text: t("asks.delete_text") }));
  }

  #ask(ask) {
    const about = { person: ask.person_name };
    const state = ask.state ?? "open";
    return html`<li class="ask" data-ask=${ask.id}>
      <div class="holder-name">${personLink({ uid: ask.person, name: ask.person_name })} <span class="quiet">${dayText(ask.day)}</span></div>
      <p><span class="mark">${label(ask.kind)}</span> ${ask.text ?? ""}</p>
      ${ask.next_step || ask.due ? html`<p class="quiet">${[ask.next_step, ask.due && t("ledger.by", { day: dayText(ask.due) })].filter(Boolean).join(" · ")}</p>` : nothing}
      ${state === "open" ? html`<gt-ask-draft .session=${this.session} .ask=${ask}></gt-ask-draft>` : nothing}
      <label>${t("asks.came_of", about)} <select data-action="answer" @change=${(event) => this.#answer(ask, event.target.value)}>${askStates.map((one) => html`<option value=${one} ?selected=${one === state}>${label(one)}</option>`)}</select></label>
      <span class="row-actions">
        <button class="plain" data-action="edit" aria-label=${t("asks.edit_about", about)} @click=${() => this.#edit(ask)}>${t("ledger.edit")}</button>
        <button class="plain" data-action="delete" aria-label=${t("asks.delete_about", about)} @click=${() => this.#delete(ask)}>${t("record.delete")}</button>
      </span>
    </li>`;
  }

  #column({ state, asks }) {
    const id = `asks-${state}`;
    return html`<section class="column ${state}" aria-labelledby=${id}>
      <h3 id=${id}>${t("asks.column", { state: label(state), number: asks.length })}</h3>
      ${asks.length ? html`<ul class="asks">${asks.map((ask) => this.#ask(ask))}</ul>` : html`<p class="quiet">${t(`asks.none_${keyOf(state)}`)}</p>`}
    </section>`;
  }

  render() {
    const { counts, asks } = this;
    const shown = boardOf(asks).filter((column) => column.asks.length || ["open", "yes", "no"].includes(column.state));
    return html`<section class="panel" aria-labelledby="asks-head">
      <div class="line spread"><h2 id="asks-head">${t("asks.head")}</h2><button data-action="add-ask" @click=${() => this.#add()}>${t("asks.add")}</button></div>
      <p class="quiet">${counts.no > 0 ? t("asks.collected", { count: counts.no }) : t("asks.lead")}</p>
      ${problemNotice(this.problem)}
      <div class="board">${shown.map((column) => this.#column(column))}</div>
    </section>`;
  }
}
customElements.define("gt-ask-board", AskBoard);
