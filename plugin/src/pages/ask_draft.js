import { html, nothing } from "lit";
import { label } from "../words/labels.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import "./draft.js";
import "./missing_fields.js";

/** <gt-ask-draft>: the words for an open ask: of the user's script for its kind, else the program's; asks for what they lack. */
export class AskDraft extends GoodElement {
  static properties = { session: { attribute: false }, ask: { attribute: false }, draft: { state: true }, problem: { state: true } };

  async #read(fields = {}) {
    const { session, ask } = this;
    this.draft = (await this.attempt(() => session.bridge.draftAsk({ id: ask.id }, { fields }))) ?? this.draft;
  }

  render() {
    const { draft, ask } = this;
    if (!draft) return html`<button class="plain" data-action="draft-ask" aria-label=${t("asks.draft_for", { person: ask.person_name })} @click=${() => this.#read()}>${t("asks.draft")}</button>${problemNotice(this.problem)}`;
    if (draft.missing.length) return html`<gt-missing-fields .missing=${draft.missing} @given=${({ detail }) => this.#read(detail)}></gt-missing-fields>${problemNotice(this.problem)}`;
    return html`${draft.script ? html`<p class="quiet">${t("asks.from_script", { script: draft.script })}</p>` : nothing}
      <gt-draft .session=${this.session} .people=${[ask.person]} .subject=${label(ask.kind)} .body=${draft.text}></gt-draft>`;
  }
}
customElements.define("gt-ask-draft", AskDraft);
