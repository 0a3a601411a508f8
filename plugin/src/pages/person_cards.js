import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { askInDialog } from "./dialog.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { showToast } from "./toast.js";
/** @import { Card } from "../generated/contract.ts" */
/** @import { Loaded, With } from "./with.ts" */

/** @typedef {{ cards: Loaded<Card[]> }} Fields */

/** <gt-person-cards>: the cards that are one person; each may be taken out again. Tells "split" with the IdentityAnswer. */
export class PersonCards extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, cards: { attribute: false }, problem: { state: true } };

  /** @param {Card} card */
  async #split(card) {
    if (!(await askInDialog({ title: t("cards.split_title", { card: card.name }), text: t("cards.split_text"), yes: t("cards.split"), no: t("record.leave") }))) return;
    const { bridge } = this.session;
    const answer = await this.attempt(() => bridge.splitPerson({}, { card: card.uid }));
    if (!answer) return;
    showToast(t("cards.was_split"), () => bridge.undo({}, { undo: answer.undo }));
    this.dispatchEvent(new CustomEvent("split", { detail: answer }));
  }

  render() {
    const { cards } = this;
    const distinct = new Set((cards ?? []).map(({ uid }) => uid));
    if (distinct.size < 2) return nothing;
    return html`<section class="panel" aria-labelledby="cards-head">
      <h2 id="cards-head">${t("cards.head", { count: cards.length })}</h2>
      <ul class="rows">${cards.map((card) => html`<li class="due-row" data-card=${card.uid}><div><bdi>${card.name}</bdi> <span class="quiet">${[card.emails[0], t("cards.in_book", { book: card.book })].filter(Boolean).join(" · ")}</span></div>
        <button class="plain" data-action="split" aria-label=${t("cards.split_card", { card: card.name, book: card.book })} @click=${() => this.#split(card)}>${t("cards.split")}</button></li>`)}</ul>
      ${problemNotice(this.problem)}
    </section>`;
  }
}
customElements.define("gt-person-cards", PersonCards);
