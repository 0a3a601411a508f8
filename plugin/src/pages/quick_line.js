import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { GoodElement, freshId } from "./element.js";
import { withPerson } from "./line_about.js";
import { problemNotice } from "./notice.js";
import { showToast } from "./toast.js";
import { undoing } from "./undoing.js";
/** @import { LineProposal, Who } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */
/** @import { FormEvent } from "./events.ts" */

const typingPause = 300;
/** @typedef {{ person?: Who, proposal?: LineProposal | null, busy?: boolean }} Fields */

/**
 * <gt-line>: one line such as "gave Ada intro to Bob #compilers": shown as what it would write, asked back when a name is not
 * clear, written on Enter. `person` {uid, name} is meant when the line names nobody. Tells "logged".
 */
export class QuickLine extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, person: { attribute: false }, proposal: { state: true }, problem: { state: true }, busy: { state: true } };
  #id = freshId("line");
  #timer = 0;
  #turn = 0;
  /** @type {Record<string, string>} */
  #answers = {};

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  get #field() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  #request() {
    const line = this.#field.value.trim();
    const { person } = this;
    const answers = person ? { [person.name]: person.uid, ...this.#answers } : this.#answers;
    return { line: person ? withPerson(line, person.name) : line, answers };
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#propose(), typingPause);
  }

  async #propose() {
    const turn = (this.#turn += 1);
    const { line, answers } = this.#request();
    if (!line.includes(" ")) {
      this.proposal = null;
      return;
    }
    // While one types, a line is often not finished; only Enter says what is wrong with it.
    const answer = await this.session.bridge.takeLine({}, this.#fitting({ line, answers })).catch(() => null);
    if (turn === this.#turn) this.proposal = answer?.proposal ?? null;
  }

  /**
   * Answers only for names that stand in the line.
   * @param {{ line: string, answers: Record<string, string> }} request
   */
  #fitting({ line, answers }) {
    return { line, answers: Object.fromEntries(Object.entries(answers).filter(([name]) => line.includes(name))) };
  }

  /** @param {FormEvent} event */
  async #log(event) {
    event.preventDefault();
    clearTimeout(this.#timer);
    this.#turn += 1;
    const { bridge } = this.session;
    this.busy = true;
    const field = this.#field;
    const { value: sent } = field;
    const answer = await this.attempt(() => bridge.takeLine({}, { ...this.#fitting(this.#request()), confirm: true }));
    this.busy = false;
    if (!answer) return;
    this.proposal = answer.logged ? null : answer.proposal;
    if (!answer.logged) return;
    this.#answers = {};
    // What was typed while the answer was on its way is the next line.
    if (field.value === sent) field.value = "";
    else this.#typed();
    showToast(t("line.logged", { count: answer.items?.length ?? 0 }), undoing(this.session, answer.undo));
    this.dispatchEvent(new CustomEvent("logged", { detail: answer, bubbles: true }));
  }

  /**
   * @param {string} name
   * @param {string} uid
   */
  #choose(name, uid) {
    this.#answers = { ...this.#answers, [name]: uid };
    this.#propose();
    this.#field.focus();
  }

  /** @param {LineProposal["mentions"][number]} mention */
  #mention({ name, outcome, candidates }) {
    if (outcome === "unique") return nothing;
    if (candidates.length === 0) return html`<p class="notice">${t("line.unknown", { name })}</p>`;
    return html`<fieldset class="who-is"><legend>${t("line.who_is", { name })}</legend>
      ${candidates.map((one) => html`<button type="button" class="chip" data-choose=${one.uid} @click=${() => this.#choose(name, one.uid)}><bdi>${[one.name, one.organisation || one.email].filter(Boolean).join(", ")}</bdi></button> `)}
    </fieldset>`;
  }

  #preview() {
    const { proposal } = this;
    if (!proposal) return html`<p class="quiet">${t("line.hint")}</p>`;
    return html`${proposal.mentions.map((mention) => this.#mention(mention))}
      ${proposal.items.map(({ says, hint }) => html`<p class="quiet says">${t("line.says", { says })}</p>${hint ? html`<p class="quiet" data-hint=${hint}>${t("log.large_gift")}</p>` : nothing}`)}`;
  }

  render() {
    return html`<form class="quick" @submit=${(/** @type {FormEvent} */ event) => this.#log(event)}>
      <div class="line"><label class="wide">${t("line.head")}
        <input name="line" maxlength="1000" autocomplete="off" spellcheck="false" required aria-describedby=${this.#id} placeholder=${t(this.person ? "line.example_person" : "line.example")} @input=${() => this.#typed()} /></label>
        <button type="submit" data-action="log-line" ?disabled=${this.busy}>${t("line.log")}</button></div>
      <div id=${this.#id} aria-live="polite">${this.#preview()}</div>
      ${problemNotice(this.problem)}
    </form>`;
  }
}
customElements.define("gt-line", QuickLine);
