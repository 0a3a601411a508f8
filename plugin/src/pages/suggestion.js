import { html, nothing } from "lit";
import { channels } from "../generated/vocabulary.js";
import { dayText, momentText } from "../words/dates.js";
import { everyDays, label, ruleLabel, sentence } from "../words/labels.js";
import { isMessage, numberText, rich, t } from "../words/message.js";
import { askInDialog } from "./dialog.js";
import { GoodElement, freshId } from "./element.js";
import { problemNotice } from "./notice.js";
import { mailLink } from "./safe_link.js";
import { showToast } from "./toast.js";
import { undoing } from "./undoing.js";
import { personLink } from "./who.js";
import "./draft.js";
import "./later.js";
/** @import { ActionRequest, Suggestion } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

const keyOf = (/** @type {string} */ word) => word.replaceAll("-", "_");
/** A message of the week page for a rule, or the one for all others. */
function forRule(/** @type {string} */ stem, /** @type {string} */ rule) {
  const own = `week.${stem}_${keyOf(rule)}`;
  return isMessage(own) ? own : `week.${stem}_any`;
}
/** The name of a figure of the why-text; one that a newer helper adds is shown as it is. */
function factorName(/** @type {string} */ name) {
  const key = `week.factor_${name.replaceAll(" ", "_")}`;
  return isMessage(key) ? t(key) : sentence(name);
}
const firstName = (/** @type {string} */ name) => name.split(" ")[0];

/** @typedef {{ suggestion: Suggestion, busy?: boolean }} Fields */

/** <gt-suggestion>: one follow-up with why, idea, its factors and four actions. Tells "acted" when one was taken. */
export class SuggestionCard extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, suggestion: { attribute: false }, problem: { state: true }, busy: { state: true } };
  #id = freshId("suggestion");

  /**
   * @param {ActionRequest["action"]} action
   * @param {Omit<ActionRequest, "action">} [more]
   */
  async #act(action, more = {}) {
    const { suggestion, session } = this;
    this.busy = true;
    const answer = await this.attempt(() => session.bridge.actOnSuggestion({ id: suggestion.id }, { action, ...more }));
    this.busy = false;
    if (!answer) return;
    const text = more.snooze ? "week.did_they_write" : `week.did_${keyOf(action)}`;
    showToast(t(text, { person: suggestion.person_name, day: dayText(more.until) }), () => session.bridge.undo({}, { undo: answer.undo }));
    this.dispatchEvent(new CustomEvent("acted", { bubbles: true }));
    if (answer.slower_cadence) this.#offerSlower(answer.slower_cadence);
  }

  /**
   * Put off twice in one silence: perhaps the rhythm is too quick.
   * @param {number} days
   */
  async #offerSlower(days) {
    const { session, suggestion } = this;
    const { person: uid, person_name: person } = suggestion;
    if (!(await askInDialog({ title: t("week.slower_title", { person }), text: t("week.slower_text", { rhythm: everyDays(days) }), yes: t("week.slower_yes", { rhythm: everyDays(days) }), no: t("week.slower_no") }))) return;
    const changed = await this.attempt(() => session.bridge.editProfile({ uid }, { cadence_days: days }));
    if (changed) showToast(t("week.slower_set", { person, rhythm: everyDays(days) }), undoing(session, changed.undo));
  }

  async #doneWithNote() {
    const fields = html`<label>${t("week.how")} <select name="channel">${channels.map((word) => html`<option value=${word}>${label(word)}</option>`)}</select></label>
      <label>${t("week.note")} <textarea name="note" rows="3" maxlength="10000"></textarea></label>`;
    const answer = await askInDialog({ title: t("week.done_title", { person: this.suggestion.person_name }), yes: t("week.log_it"), no: t("record.leave"), fields });
    if (answer) this.#act("done", { channel: /** @type {ActionRequest["channel"]} */ (answer.channel), ...(answer.note ? { note: answer.note } : {}) });
  }

  async #never() {
    const name = this.suggestion.person_name;
    if (await askInDialog({ title: t("week.never_title", { person: name }), text: t("week.never_text"), yes: t("week.never_yes"), no: t("record.leave") })) this.#act("never");
  }

  #factors() {
    const { factors = [], evidence = {} } = this.suggestion;
    return html`<details class="changes">
      <summary>${t("week.what_changes")}</summary>
      <p class="quiet">${t(forRule("changes", this.suggestion.rule))} ${factors.length ? t("week.figures") : nothing}</p>
      ${factors.length
        ? html`<table class="factors">
            <thead><tr><th scope="col">${t("week.figure")}</th><th scope="col" class="number">${t("week.value")}</th><th scope="col">${t("week.meaning")}</th></tr></thead>
            <tbody>
              ${factors.map((factor) => html`<tr><th scope="row">${factorName(factor.name)}</th><td class="number">${numberText(factor.value, { maximumFractionDigits: 2 })}</td><td>${factor.meaning}</td></tr>`)}
            </tbody>
          </table>`
        : html`<p class="quiet">${t("week.fixed_rule")}</p>`}
      ${evidence.last_day ? html`<p class="quiet">${t("week.last_contact", { day: dayText(evidence.last_day) })}</p>` : nothing}
    </details>`;
  }

  #more() {
    const { suggestion } = this;
    return html`${suggestion.other ? html`<p class="quiet">${rich("week.second_person", { person: personLink({ uid: suggestion.other, name: suggestion.other_name ?? "" }) })}</p>` : nothing}
      ${suggestion.call_at ? html`<p class="quiet">${t("week.call_at", { moment: momentText(suggestion.call_at) })}</p>` : nothing}`;
  }

  #draft() {
    const { suggestion, session } = this;
    if (!suggestion.email) return nothing;
    const { person_name: person, other_name: other = "" } = suggestion;
    const words = { person: firstName(person), a: firstName(person), b: firstName(other), a_name: person, b_name: other };
    const isToBoth = suggestion.step === "introduce" && suggestion.other;
    const letter = isToBoth ? "introduce_both" : suggestion.rule;
    return html`<gt-draft .session=${session} .people=${isToBoth ? [suggestion.person, suggestion.other] : [suggestion.email]} .subject=${t(forRule("subject", letter), words)} .body=${t(forRule("draft", letter), words)}></gt-draft>`;
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
      ${suggestion.idea ? html`<p class="idea"><span class="lead">${t("week.idea")}</span> <span>${suggestion.idea}</span></p>` : nothing}
      ${this.#more()}
      <div class="actions" role="group" aria-label=${t("week.answer")}>
        <button class="primary" data-action="done" ?disabled=${this.busy} @click=${() => this.#act("done")}>${t("week.done")}</button>
        <button data-action="note" ?disabled=${this.busy} @click=${() => this.#doneWithNote()}>${t("week.done_note")}</button>
        <gt-later @later=${(/** @type {CustomEvent} */ event) => this.#act("later", event.detail)}></gt-later>
        <button data-action="not-now" ?disabled=${this.busy} @click=${() => this.#act("not-now")}>${t("week.not_now")}</button>
        <button class="plain" data-action="never" ?disabled=${this.busy} @click=${() => this.#never()}>${t("week.never")}</button>
      </div>
      <div class="folds">${this.#draft()} ${this.#factors()}</div>
      ${problemNotice(this.problem)}
    </article>`;
  }
}
customElements.define("gt-suggestion", SuggestionCard);
