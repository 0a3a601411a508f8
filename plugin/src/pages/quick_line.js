import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { GoodElement, freshId } from "./element.js";
import { withPerson } from "./line_about.js";
import { problemNotice } from "./notice.js";
import { showToast } from "./toast.js";

const typingPause = 300;
/**
 * <gt-line>: one line such as "gave Ada intro to Bob #compilers": shown as what it would write, asked back when a name is not
 * clear, written on Enter. `person` {uid, name} is meant when the line names nobody. Tells "logged".
 */
export class QuickLine extends GoodElement {
  static properties = { session: { attribute: false }, person: { attribute: false }, proposal: { state: true }, problem: { state: true }, busy: { state: true } };
  #id = freshId("line");
  #timer = null;
  #turn = 0;
  #answers = {};

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  #request() {
    const line = this.querySelector("input").value.trim();
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

  /** Answers only for names that stand in the line. */
  #fitting({ line, answers }) {
    return { line, answers: Object.fromEntries(Object.entries(answers).filter(([name]) => line.includes(name))) };
  }

  async #log(event) {
    event.preventDefault();
    clearTimeout(this.#timer);
    this.#turn += 1;
    const { bridge } = this.session;
    this.busy = true;
    const answer = await this.attempt(() => bridge.takeLine({}, { ...this.#fitting(this.#request()), confirm: true }));
    this.busy = false;
    if (!answer) return;
    this.proposal = answer.logged ? null : answer.proposal;
    if (!answer.logged) return;
    this.#answers = {};
    this.querySelector("input").value = "";
    showToast(t("line.logged", { count: answer.items.length }), () => bridge.undo({}, { undo: answer.undo }));
    this.dispatchEvent(new CustomEvent("logged", { detail: answer, bubbles: true }));
  }

  #choose(name, uid) {
    this.#answers = { ...this.#answers, [name]: uid };
    this.#propose();
    this.querySelector("input").focus();
  }

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
      ${proposal.items.map(({ says }) => html`<p class="quiet says" lang="en">${t("line.says", { says })}</p>`)}`;
  }

  render() {
    return html`<form class="quick" @submit=${(event) => this.#log(event)}>
      <div class="line"><label class="wide">${t("line.head")}
        <input name="line" maxlength="1000" autocomplete="off" spellcheck="false" required aria-describedby=${this.#id} placeholder=${t(this.person ? "line.example_person" : "line.example")} @input=${() => this.#typed()} /></label>
        <button type="submit" data-action="log-line" ?disabled=${this.busy}>${t("line.log")}</button></div>
      <div id=${this.#id} aria-live="polite">${this.#preview()}</div>
      ${problemNotice(this.problem)}
    </form>`;
  }
}
customElements.define("gt-line", QuickLine);
