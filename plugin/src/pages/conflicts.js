import { html, nothing } from "lit";
import { momentText } from "../words/dates.js";
import { GoodElement, freshId } from "./element.js";
import { loading, problemNotice } from "./notice.js";
import { showToast } from "./toast.js";

const causes = {
  clash: "You and the server changed this at the same time.",
  clobbered: "Another program put the earlier value back after yours was sent.",
  dropped: "The server did not keep this value.",
};
const answers = { here: "Yours is sent with the next sync.", there: "The server's value stays.", both: "Both are kept; the next sync sends yours." };

/** <gt-conflicts>: values that both sides changed, side by side; take one or both. Tells "counted" with their number. */
export class Conflicts extends GoodElement {
  static properties = { session: { attribute: false }, conflicts: { state: true }, problem: { state: true } };
  #id = freshId("conflicts");

  connectedCallback() {
    super.connectedCallback();
    this.listen(this.session, "changed", () => this.#load());
    this.#load();
  }

  async #load() {
    const answer = await this.attempt(() => this.session.bridge.listConflicts());
    if (answer) this.conflicts = answer.conflicts;
  }

  async #take(conflict, take) {
    const answer = await this.attempt(() => this.session.bridge.resolveConflict({ id: conflict.id }, { take }));
    if (!answer) return;
    this.conflicts = answer.conflicts;
    showToast(answers[take]);
  }

  #value(head, value, take, word, conflict) {
    return html`<div class="side">
      <h4>${head}</h4>
      ${value ? html`<p class="text"><bdi>${value}</bdi></p>` : html`<p class="quiet">nothing</p>`}
      <button data-take=${take} aria-label="${word}: ${conflict.property_words} of ${conflict.item}" @click=${() => this.#take(conflict, take)}>${word}</button>
    </div>`;
  }

  #row(conflict) {
    return html`<li class="conflict">
      <h3><bdi>${conflict.item}</bdi>: ${conflict.property_words}</h3>
      <p class="quiet">${causes[conflict.cause]} <bdi>${conflict.collection_name}</bdi>, ${momentText(conflict.at)}</p>
      <div class="sides">
        ${this.#value("From this computer", conflict.here, "here", "Use mine", conflict)}
        ${this.#value("On the server", conflict.there, "there", "Keep the server's", conflict)}
        ${conflict.both_possible ? html`<button data-take="both" aria-label="Keep both: ${conflict.property_words} of ${conflict.item}" @click=${() => this.#take(conflict, "both")}>Keep both</button>` : nothing}
      </div>
    </li>`;
  }

  #list() {
    if (!this.conflicts) return this.problem ? nothing : loading;
    if (this.conflicts.length === 0) return html`<p class="quiet">None. When you and a server change the same thing at once, both values are shown here and nothing is lost.</p>`;
    return html`<ul class="rows">${this.conflicts.map((conflict) => this.#row(conflict))}</ul>`;
  }

  render() {
    return html`<section class="panel" aria-labelledby=${this.#id}>
      <h2 id=${this.#id}>Conflicts</h2>
      ${problemNotice(this.problem)} ${this.#list()}
    </section>`;
  }
}
customElements.define("gt-conflicts", Conflicts);
