import { html, nothing } from "lit";
import { insertText } from "../thunderbird/composing.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { troubleOf } from "./notice.js";
import { showToast } from "./toast.js";
import "./missing_fields.js";
/** @import { Draft, ScriptItem, Who } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

/** @typedef {{ person: Who, tab: number, scripts?: ScriptItem[], open?: string, missing: string[] }} Fields */

/**
 * <gt-compose-scripts>: the prepared texts, filled in for `person` and put before what stands in the mail of compose tab `tab`.
 * Nothing is read before the user asks.
 */
export class ComposeScripts extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, person: { attribute: false }, tab: { attribute: false }, scripts: { state: true }, open: { state: true }, missing: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** @type {string[]} */
    this.missing = [];
  }

  /** Reads the scripts. */
  async load() {
    const answer = await this.read(() => this.session.bridge.listJournal({ kind: "script" }));
    if (answer) this.scripts = answer.items;
  }

  /**
   * Puts the text into the mail; what it still needs is asked for first.
   * @param {ScriptItem} script
   * @param {Record<string, string>} [fields]
   */
  async #use(script, fields = {}) {
    Object.assign(this, { open: script.id, missing: [] });
    const { bridge } = this.session;
    const draft = await this.attempt(() => bridge.fillScript({ id: script.id }, { person: this.person.uid, fields }));
    // Whoever pressed another script meanwhile wants that one.
    if (!draft || this.open !== script.id) return;
    if (draft.missing.length) this.missing = draft.missing;
    else await this.#insert(script, draft);
  }

  /**
   * @param {ScriptItem} script
   * @param {Draft} draft
   */
  async #insert(script, draft) {
    const { bridge } = this.session;
    const takeOut = await this.attempt(() => insertText(globalThis.messenger, this.tab, draft.text));
    if (!takeOut) return;
    this.open = "";
    const noted = await this.attempt(() => bridge.noteScriptUse({ id: script.id }, {}));
    showToast(t("composing.script_inserted"), async () => {
      await takeOut();
      if (noted) await bridge.undo({}, { undo: noted.undo });
    });
  }

  /** @param {ScriptItem} script */
  #row(script) {
    const asks = this.open === script.id && this.missing.length > 0;
    return html`<li data-script=${script.id}>
      <div class="line spread"><span><bdi class="name">${script.name}</bdi></span>
        <button data-action="insert-script" aria-label=${t("composing.insert_named", { name: script.name })} @click=${() => this.#use(script)}>${t("composing.insert")}</button></div>
      ${asks ? html`<gt-missing-fields .missing=${this.missing} @given=${(/** @type {CustomEvent} */ { detail }) => this.#use(script, detail)}></gt-missing-fields>` : nothing}
    </li>`;
  }

  #list() {
    const { scripts } = this;
    if (!scripts) return html`<button data-action="scripts" @click=${() => this.load()}>${t("composing.scripts")}</button>`;
    if (scripts.length === 0) return html`<p role="status">${t("composing.no_scripts")}</p>`;
    return html`<h2>${t("composing.scripts_for", { person: this.person.name })}</h2><ul class="rows">${scripts.map((script) => this.#row(script))}</ul>`;
  }

  render() {
    return html`${this.#list()} ${troubleOf(this)}`;
  }
}
customElements.define("gt-compose-scripts", ComposeScripts);
