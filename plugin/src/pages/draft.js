import { html, nothing } from "lit";
import { openDraft } from "../thunderbird/compose.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { showToast } from "./toast.js";
/** @import { With } from "./with.ts" */
/** @import { FormEvent } from "./events.ts" */

/** @typedef {{ people: string[], subject: string, body: string, notice?: string }} Fields */

/**
 * <gt-draft>: a message in the making: subject and text to be put into one's own words, and a button that opens it in the mail
 * program; nothing is sent. `people` are UIDs or, with "@", addresses. Tells "opened".
 */
export class Draft extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, people: { attribute: false }, subject: {}, body: {}, notice: { state: true }, problem: { state: true } };

  /** @param {string} person */
  async #address(person) {
    if (!person.startsWith("urn:") && person.includes("@")) return person;
    const { emails } = await this.session.bridge.getPerson({ uid: person });
    return emails[0] ?? "";
  }

  #texts() {
    const form = new FormData(/** @type {HTMLFormElement} */ (this.querySelector("form")));
    return { subject: String(form.get("subject")), body: String(form.get("body")) };
  }

  /** @param {FormEvent} event */
  async #open(event) {
    event.preventDefault();
    this.notice = "";
    const to = await this.attempt(() => Promise.all(this.people.map((person) => this.#address(person))));
    if (!to) return;
    if (to.includes("")) this.notice = t("draft.no_address");
    else if (await this.attempt(() => openDraft({ to, ...this.#texts() }))) this.dispatchEvent(new CustomEvent("opened", { bubbles: true }));
    else this.notice = t("draft.odd_address");
  }

  async #copy() {
    const { subject, body } = this.#texts();
    const copied = await navigator.clipboard.writeText(`${subject}\n\n${body}`).then(() => true, () => false);
    if (copied) showToast(t("draft.copied"));
    else this.notice = t("common.not_copied");
  }

  render() {
    return html`<details class="draft"><summary>${t("draft.head")}</summary>
      <form @submit=${(/** @type {FormEvent} */ event) => this.#open(event)}>
        <label class="wide">${t("draft.subject")} <input name="subject" maxlength="200" .value=${this.subject} /></label>
        <label class="wide">${t("draft.body")} <textarea name="body" rows="7" maxlength="10000" .value=${this.body}></textarea></label>
        <p class="quiet">${t("draft.own_words")}</p>
        <div class="actions"><button type="submit" data-action="open-draft">${t("draft.open")}</button><button type="button" data-action="copy-draft" @click=${() => this.#copy()}>${t("draft.copy")}</button></div>
        ${this.notice || this.problem ? html`<p class="notice" role="alert">${this.notice || this.problem?.message}</p>` : nothing}
      </form></details>`;
  }
}
customElements.define("gt-draft", Draft);
