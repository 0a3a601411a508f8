import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { dayText } from "../words/dates.js";
import { label } from "../words/labels.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { deleteRecord, editRecord } from "./record_dialog.js";
import { showToast } from "./toast.js";
import "./draft.js";
import "./missing_fields.js";
import "./person_picker.js";
/** @import { Draft, ScriptItem, Who } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

/** @typedef {{ scripts: ScriptItem[], open?: string | null, person?: Who | null, draft?: Draft | null }} Fields */

/** <gt-scripts>: short texts for common situations, filled in for a person and opened in the mail program. Tells "changed". */
export class Scripts extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, scripts: { attribute: false }, open: { state: true }, person: { state: true }, draft: { state: true }, problem: { state: true } };

  /** @param {() => Promise<unknown>} action */
  async #after(action) {
    if (await this.attempt(action)) this.dispatchEvent(new CustomEvent("changed", { bubbles: true }));
  }

  #add() {
    this.#after(() => editRecord({ session: this.session, form: "script", title: t("scripts.add") }));
  }

  /** @param {ScriptItem} script */
  #use(script) {
    Object.assign(this, { open: script.id, person: null, draft: null });
  }

  /**
   * @param {ScriptItem} script
   * @param {Who | null | undefined} person
   * @param {Record<string, string>} [fields]
   */
  async #fill(script, person, fields = {}) {
    Object.assign(this, { person, draft: null });
    const draft = person ? await this.attempt(() => this.session.bridge.fillScript({ id: script.id }, { person: person.uid, fields })) : null;
    // Answers may overtake each other: one's text is not to open addressed to another.
    if (this.open === script.id && this.person === person) this.draft = draft;
  }

  /** @param {ScriptItem} script */
  async #opened(script) {
    const { bridge } = this.session;
    const answer = await this.attempt(() => bridge.noteScriptUse({ id: script.id }, {}));
    if (answer) showToast(t("scripts.use_noted"), () => bridge.undo({}, { undo: answer.undo }));
  }

  /** @param {ScriptItem} script */
  #desk(script) {
    const { draft, person } = this;
    return html`<gt-person-picker .session=${this.session} .label=${t("scripts.for_whom")} .value=${person} @picked=${(/** @type {CustomEvent} */ { detail }) => this.#fill(script, detail)}></gt-person-picker>
      ${draft?.missing.length ? html`<gt-missing-fields .missing=${draft.missing} @given=${(/** @type {CustomEvent} */ { detail }) => this.#fill(script, person, detail)}></gt-missing-fields>` : nothing}
      ${person && draft && !draft.missing.length ? html`<gt-draft .session=${this.session} .people=${[person.uid]} subject="" .body=${draft.text} @opened=${() => this.#opened(script)}></gt-draft>` : nothing}`;
  }

  /** @param {ScriptItem} script */
  #script(script) {
    const used = (script.answered ?? 0) + (script.unanswered ?? 0);
    const facts = [script.trigger && t("scripts.for_kind", { kind: label(script.trigger) }), script.last_used && t("scripts.last_used", { day: dayText(script.last_used) }), used && t("scripts.answered", { answered: script.answered ?? 0, used })];
    const open = this.open === script.id;
    return html`<li data-script=${script.id}>
      <div class="holder-name"><h3>${script.name}</h3><span class="row-actions">
        <button data-action="use" aria-expanded=${open ? "true" : "false"} @click=${() => (open ? (this.open = null) : this.#use(script))}>${t("scripts.use")}</button>
        <button class="plain" data-action="edit" aria-label=${t("scripts.edit_named", { name: script.name })} @click=${() => this.#after(() => editRecord({ session: this.session, form: "script", item: script, title: t("scripts.edit") }))}>${t("ledger.edit")}</button>
        <button class="plain" data-action="delete" aria-label=${t("scripts.delete_named", { name: script.name })} @click=${() => this.#after(() => deleteRecord({ session: this.session, form: "script", id: script.id, title: t("scripts.delete_title"), text: t("scripts.delete_text") }))}>${t("record.delete")}</button></span></div>
      <p class="quiet">${facts.filter(Boolean).join(" · ")}</p><p class="text">${script.text}</p>
      ${open ? this.#desk(script) : nothing}
    </li>`;
  }

  render() {
    const { scripts } = this;
    return html`<section class="panel" aria-labelledby="scripts-head">
      <div class="line spread"><h2 id="scripts-head">${t("scripts.head")}</h2><button data-action="add-script" @click=${() => this.#add()}>${t("scripts.add")}</button></div>
      ${problemNotice(this.problem)}
      ${scripts.length ? html`<ul class="rows">${repeat(scripts, ({ id }) => id, (script) => this.#script(script))}</ul>` : html`<p class="quiet">${t("scripts.empty")}</p>`}
    </section>`;
  }
}
customElements.define("gt-scripts", Scripts);
