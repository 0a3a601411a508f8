import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import "./draft.js";
import "./missing_fields.js";
/** @import { AskItem, Draft } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

/**
 * What the words of a draft depend on.
 * @param {AskItem | undefined} ask
 */
const question = (ask) => JSON.stringify([ask?.id, ask?.person, ask?.kind, ask?.text]);

/** @typedef {{ ask: AskItem, draft?: Draft }} Fields */

/** <gt-ask-draft>: the words for an open ask: of the user's script for its kind, else the program's; asks for what they lack. */
export class AskDraft extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, ask: { attribute: false }, draft: { state: true }, problem: { state: true } };

  /** Words for one must not open addressed to another. */
  willUpdate(/** @type {Map<string, unknown>} */ changed) {
    const before = /** @type {AskItem | undefined} */ (changed.get("ask"));
    if (before && question(before) !== question(this.ask)) this.draft = undefined;
  }

  /** @param {Record<string, string>} [fields] */
  async #read(fields = {}) {
    const { session, ask } = this;
    const draft = await this.attempt(() => session.bridge.draftAsk({ id: ask.id }, { fields }));
    if (draft && question(ask) === question(this.ask)) this.draft = draft;
  }

  render() {
    const { draft, ask } = this;
    if (!draft) return html`<button class="plain" data-action="draft-ask" aria-label=${t("asks.draft_for", { person: ask.person_name })} @click=${() => this.#read()}>${t("asks.draft")}</button>${problemNotice(this.problem)}`;
    if (draft.missing.length) return html`<gt-missing-fields .missing=${draft.missing} @given=${(/** @type {CustomEvent} */ { detail }) => this.#read(detail)}></gt-missing-fields>${problemNotice(this.problem)}`;
    return html`${draft.script ? html`<p class="quiet">${t("asks.from_script", { script: draft.script })}</p>` : nothing}
      <gt-draft .session=${this.session} .people=${[ask.person]} .subject=${t("asks.subject")} .body=${draft.text}></gt-draft>`;
  }
}
customElements.define("gt-ask-draft", AskDraft);
