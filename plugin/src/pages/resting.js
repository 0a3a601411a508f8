import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { showToast } from "./toast.js";
import { undoing } from "./undoing.js";
import { everyDays } from "../words/labels.js";
/** @import { ProfileEdit, Resting } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

/** @typedef {{ people?: Resting[] }} Fields */

/** <gt-resting>: people who were shown twice and stayed silent, one line each, and what may become of the tie. Tells
 * "chosen" when the user said it. */
export class RestingList extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, people: { attribute: false }, problem: { state: true } };

  /**
   * @param {Resting} person
   * @param {ProfileEdit} edit
   * @param {string} text
   */
  async #choose(person, edit, text) {
    const answer = await this.attempt(() => this.session.bridge.editProfile({ uid: person.person }, edit));
    if (!answer) return;
    const told = () => this.dispatchEvent(new CustomEvent("chosen", { bubbles: true }));
    showToast(text, undoing(this.session, answer.undo, told));
    told();
  }

  /** @param {Resting} person */
  #row(person) {
    const name = person.person_name;
    const slower = person.cadence_days;
    return html`<li data-resting=${person.person}>
      <p><a href="#/people/${encodeURIComponent(person.person)}"><bdi>${name}</bdi></a> ${person.line}</p>
      <div class="actions" role="group" aria-label=${t("resting.what", { person: name })}>
        <button data-action="revive" @click=${() => this.#choose(person, { revive: true }, t("resting.revived", { person: name }))}>${t("resting.revive")}</button>
        ${slower
          ? html`<button data-action="slower" @click=${() => this.#choose(person, { cadence_days: slower }, t("resting.is_slower", { person: name, rhythm: everyDays(slower) }))}>${t("resting.slower", { rhythm: everyDays(slower) })}</button>`
          : nothing}
        <button class="plain" data-action="let-go" @click=${() => this.#choose(person, { layer: 0 }, t("resting.is_gone", { person: name }))}>${t("resting.let_go")}</button>
      </div>
    </li>`;
  }

  render() {
    if (!this.people?.length) return nothing;
    return html`<section class="panel" aria-labelledby="resting">
      <h2 id="resting">${t("resting.head")}</h2>
      <ul class="cards">${this.people.map((person) => this.#row(person))}</ul>
      ${problemNotice(this.problem)}
    </section>`;
  }
}
customElements.define("gt-resting", RestingList);
