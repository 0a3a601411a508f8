import { html, nothing } from "lit";
import { dayText } from "../words/dates.js";
import { wordOf } from "../words/labels.js";
import { t } from "../words/message.js";
import { GoodElement, freshId } from "./element.js";
import { sideBySide } from "./side_by_side.js";
import { personLink } from "./who.js";
/** @import { Proposal } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

/** @typedef {{ proposal: Proposal, busy?: boolean }} Fields */

/** <gt-same-person>: one proposal: reasons, cards side by side, two answers. Tells "decided" with {same, people}. */
export class SamePerson extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { proposal: { attribute: false }, busy: { type: Boolean } };
  #id = freshId("same");

  /** @param {boolean} same */
  #decide(same) {
    const people = this.proposal.people.map(({ uid }) => uid);
    this.dispatchEvent(new CustomEvent("decided", { detail: { same, people } }));
  }

  /** @param {Proposal["reasons"][number]} reason */
  #reason({ sign, value }) {
    return html`<li>${wordOf("duplicates.sign_", sign, { value: value ?? "" })}</li>`;
  }

  #table() {
    const cards = this.proposal.people.flatMap(({ cards: own }) => own);
    const people = this.proposal.people.flatMap((person) => person.cards.map(() => person));
    return html`<div class="wide-table" tabindex="0" role="region" aria-labelledby=${this.#id}><table class="compare">
      <thead><tr><td></td>${people.map((person) => html`<th scope="col">${personLink(person)}<br /><span class="quiet">${person.last_contact ? t("duplicates.last_contact", { day: dayText(person.last_contact) }) : t("duplicates.no_contact")}</span></th>`)}</tr></thead>
      <tbody>${sideBySide(cards).map(({ key, values, differs }) => html`<tr class=${differs ? "differs" : ""}><th scope="row">${t(`duplicates.row_${key}`)}</th>${values.map((value) => html`<td class="value">${value || html`<span class="quiet">–</span>`}</td>`)}</tr>`)}</tbody>
    </table></div>`;
  }

  render() {
    const { proposal, busy } = this;
    const names = [...new Set(proposal.people.map(({ name }) => name))];
    return html`<article class="panel" aria-labelledby=${this.#id} data-proposal>
      <header><h2 id=${this.#id} tabindex="-1">${names.map((name, at) => html`${at ? html` <span aria-hidden="true">=</span> ` : nothing}<bdi>${name}</bdi>`)}</h2>
        <span class="mark">${wordOf("duplicates.is_", proposal.certainty)}</span></header>
      <ul class="reasons">${proposal.reasons.map((reason) => this.#reason(reason))}</ul>
      ${this.#table()}
      <div class="actions">
        <button class="primary" data-action="merge" ?disabled=${busy} @click=${() => this.#decide(true)}>${t("duplicates.merge")}</button>
        <button data-action="apart" ?disabled=${busy} @click=${() => this.#decide(false)}>${t("duplicates.apart")}</button>
      </div>
    </article>`;
  }
}
customElements.define("gt-same-person", SamePerson);
