import { html, nothing } from "lit";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { showToast } from "./toast.js";
import { everyDays } from "../words/labels.js";

/** <gt-resting>: people who were shown twice and stayed silent, one line each, and what may become of the tie. Tells
 * "chosen" when the user said it. */
export class RestingList extends GoodElement {
  static properties = { session: { attribute: false }, people: { attribute: false }, problem: { state: true } };

  async #choose(person, edit, text) {
    const answer = await this.attempt(() => this.session.bridge.editProfile({ uid: person.person }, edit));
    if (!answer) return;
    showToast(text);
    this.dispatchEvent(new CustomEvent("chosen", { bubbles: true }));
  }

  #row(person) {
    const name = person.person_name;
    const slower = person.cadence_days;
    return html`<li data-resting=${person.person}>
      <p><a href="#/people/${encodeURIComponent(person.person)}"><bdi>${name}</bdi></a> ${person.line}</p>
      <div class="actions" role="group" aria-label=${`What becomes of ${name}?`}>
        <button data-action="revive" @click=${() => this.#choose(person, { revive: true }, `${name} may be suggested again.`)}>Revive</button>
        ${slower
          ? html`<button data-action="slower" @click=${() => this.#choose(person, { cadence_days: slower }, `${name}: ${everyDays(slower)}.`)}>Slower: ${everyDays(slower)}</button>`
          : nothing}
        <button class="plain" data-action="let-go" @click=${() => this.#choose(person, { layer: 0 }, `${name} is outside the circles now. Nothing was deleted.`)}>Let go</button>
      </div>
    </li>`;
  }

  render() {
    if (!this.people?.length) return nothing;
    return html`<section class="panel" aria-labelledby="resting">
      <h2 id="resting">Resting</h2>
      <ul class="cards">${this.people.map((person) => this.#row(person))}</ul>
      ${problemNotice(this.problem)}
    </section>`;
  }
}
customElements.define("gt-resting", RestingList);
