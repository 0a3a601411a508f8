import { html, nothing } from "lit";
import { channels } from "../generated/vocabulary.js";
import { dayText } from "../words/dates.js";
import { label, ruleLabel, sentence } from "../words/labels.js";
import { askInDialog } from "./dialog.js";
import { GoodElement, freshId } from "./element.js";
import { problemNotice } from "./notice.js";
import { mailLink } from "./safe_link.js";
import { showToast } from "./toast.js";
import "./later.js";

const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

const contactCounts = "Any contact you log, or that your calendar shows, starts the count anew.";
const changes = {
  "keep-in-touch": contactCounts,
  "first-meeting": contactCounts,
  promised: "“Done” settles the promise.",
  thank: "“Done” settles the thanks.",
  celebrate: "“Done” settles it for this year.",
  support: "“Done” notes a kind word; it rests for eight weeks.",
  "give-match": "“Done” notes what you gave.",
  introduce: "“Done” notes that this step was taken. The next one follows when both have said what they think.",
  reciprocate: "“Done” notes what you gave in return.",
  ask: "“Done” notes the ask as open.",
};

const toasts = {
  done: () => "Logged as contact. Well kept.",
  later: (suggestion, until) => `${suggestion.person_name}: not before ${dayText(until)}.`,
  "not-now": (suggestion) => `${suggestion.person_name} leaves this week's list.`,
  never: (suggestion) => `${suggestion.person_name} will not be suggested again.`,
};

/** <gt-suggestion>: one follow-up with why, idea, its factors and four actions. Tells "acted" when one was taken. */
export class SuggestionCard extends GoodElement {
  static properties = { session: { attribute: false }, suggestion: { attribute: false }, problem: { state: true }, busy: { state: true } };
  #id = freshId("suggestion");

  async #act(action, more = {}) {
    const { suggestion, session } = this;
    this.busy = true;
    const answer = await this.attempt(() => session.bridge.actOnSuggestion({ id: suggestion.id }, { action, ...more }));
    this.busy = false;
    if (!answer) return;
    showToast(toasts[action](suggestion, more.until), () => session.bridge.undo({}, { undo: answer.undo }));
    this.dispatchEvent(new CustomEvent("acted", { bubbles: true }));
  }

  async #doneWithNote() {
    const fields = html`<label>How <select name="channel">${channels.map((word) => html`<option value=${word}>${label(word)}</option>`)}</select></label>
      <label>Note <textarea name="note" rows="3" maxlength="10000"></textarea></label>`;
    const answer = await askInDialog({ title: `Done: ${this.suggestion.person_name}`, yes: "Log it", fields });
    if (answer) this.#act("done", { channel: answer.channel, ...(answer.note ? { note: answer.note } : {}) });
  }

  async #never() {
    const name = this.suggestion.person_name;
    const text = "Nothing is deleted: the person stays in your address book and under People, where you can allow suggestions again.";
    if (await askInDialog({ title: `Never suggest ${name} again?`, text, yes: "Never suggest" })) this.#act("never");
  }

  #factors() {
    const { factors = [], evidence = {} } = this.suggestion;
    return html`<details>
      <summary>What would change this?</summary>
      <p class="quiet">${changes[this.suggestion.rule] ?? contactCounts} These figures made the suggestion:</p>
      ${factors.length
        ? html`<table class="factors">
            <thead><tr><th scope="col">Figure</th><th scope="col" class="number">Value</th><th scope="col">Meaning</th></tr></thead>
            <tbody>
              ${factors.map((factor) => html`<tr><th scope="row">${sentence(factor.name)}</th><td class="number">${number.format(factor.value)}</td><td>${factor.meaning}</td></tr>`)}
            </tbody>
          </table>`
        : html`<p class="quiet">A fixed rule: no figures.</p>`}
      ${evidence.last_day ? html`<p class="quiet">Last contact: ${dayText(evidence.last_day)}</p>` : nothing}
    </details>`;
  }

  render() {
    const { suggestion } = this;
    const mail = mailLink(suggestion.email);
    return html`<article class="panel" aria-labelledby=${this.#id} data-suggestion=${suggestion.id}>
      <header>
        <h2 id=${this.#id}><a href="#/people/${encodeURIComponent(suggestion.person)}"><bdi>${suggestion.person_name}</bdi></a></h2>
        <span class="mark">${ruleLabel(suggestion.rule)}</span>
        ${mail ? html`<a class="aside" href=${mail}><bdi>${suggestion.email}</bdi></a>` : nothing}
      </header>
      <p class="why">${suggestion.why}</p>
      ${suggestion.idea ? html`<p class="idea"><span class="lead">Idea</span> ${suggestion.idea}</p>` : nothing}
      <div class="actions" role="group" aria-label="Answer">
        <button class="primary" data-action="done" ?disabled=${this.busy} @click=${() => this.#act("done")}>Done</button>
        <button data-action="note" ?disabled=${this.busy} @click=${() => this.#doneWithNote()}>Done, with a note…</button>
        <gt-later @later=${(event) => this.#act("later", { until: event.detail })}></gt-later>
        <button data-action="not-now" ?disabled=${this.busy} @click=${() => this.#act("not-now")}>Not now</button>
        <button class="plain" data-action="never" ?disabled=${this.busy} @click=${() => this.#never()}>Never…</button>
      </div>
      ${this.#factors()} ${problemNotice(this.problem)}
    </article>`;
  }
}
customElements.define("gt-suggestion", SuggestionCard);
