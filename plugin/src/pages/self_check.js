import { html } from "lit";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { showToast } from "./toast.js";
import { undoing } from "./undoing.js";
/** @import { SelfCheck as Answers } from "../generated/contract.ts" */
/** @import { FormEvent } from "./events.ts" */
/** @import { With } from "./with.ts" */

const questions = ["belong", "respect", "connection"];
const steps = ["1", "2", "3", "4", "5"];

/** @typedef {{ busy?: boolean }} Fields */

/** <gt-self-check>: three questions to oneself, from 1 to 5, once in a while; compared with nobody. Tells "answered". */
export class SelfCheck extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, busy: { state: true }, problem: { state: true } };

  /** @param {FormEvent} event */
  async #answer(event) {
    event.preventDefault();
    if (this.busy) return;
    const form = event.target;
    const given = new FormData(form);
    const answers = /** @type {Answers} */ (Object.fromEntries(questions.map((name) => [name, Number(given.get(name))])));
    this.busy = true;
    const answer = await this.attempt(() => this.session.bridge.addSelfCheck({}, answers));
    this.busy = false;
    if (!answer) return;
    form.reset();
    const told = () => this.dispatchEvent(new CustomEvent("answered", { bubbles: true }));
    showToast(t("self_check.noted"), undoing(this.session, answer.undo, told));
    told();
  }

  /** @param {string} name */
  #question(name) {
    return html`<fieldset class="kinds"><legend>${t(`self_check.${name}`)}</legend>
      ${steps.map((step) => html`<label><input type="radio" name=${name} value=${step} required /> ${t(`self_check.step_${step}`)}</label>`)}
    </fieldset>`;
  }

  render() {
    return html`<details class="self-check"><summary>${t("self_check.head")}</summary>
      <p class="quiet">${t("self_check.lead")}</p>
      <form class="fields" @submit=${(/** @type {FormEvent} */ event) => this.#answer(event)}>
        ${questions.map((name) => this.#question(name))}
        <div class="actions"><button type="submit" data-action="self-check" ?disabled=${this.busy}>${t("record.save")}</button></div>
        ${problemNotice(this.problem)}
      </form></details>`;
  }
}
customElements.define("gt-self-check", SelfCheck);
