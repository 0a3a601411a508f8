import { html } from "lit";
import { mailChoices } from "../thunderbird/mail_folders.js";
import { rich, t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { loading, troubleOf } from "./notice.js";
/** @import { MailAccount } from "../generated/contract.ts" */
/** @import { FieldEvent } from "./events.ts" */
/** @import { Loaded, With } from "./with.ts" */

/** @typedef {{ id: string, name: string, suggested: boolean, chosen: boolean }} Folder */
/** @typedef {{ id: string, name: string, chosen: boolean, folders: Folder[] }} Choice */
/** @typedef {{ watched: MailAccount[], choices: Loaded<Choice[]> }} Fields */

/**
 * <gt-mail-choice>: mail accounts with their folders to tick. `watched` is the list of MailState. Fires "chosen" with the
 * accounts as MailChoice has them, or "left".
 */
export class MailChoice extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { watched: { attribute: false }, choices: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  /** Reads again what is shown. */
  async load() {
    const accounts = await this.read(() => mailChoices(globalThis.messenger.accounts));
    if (!accounts) return;
    const kept = new Map(this.watched.map((account) => [account.id, new Set(account.folders.map((folder) => folder.id))]));
    this.choices = accounts.map((account) => {
      const chosen = kept.get(account.id) ?? new Set();
      const isChosen = chosen.size > 0;
      const folders = account.folders.map((folder) => ({ ...folder, chosen: isChosen ? chosen.has(folder.id) : folder.suggested }));
      return { ...account, chosen: isChosen, folders };
    });
  }

  /**
   * @param {{ chosen: boolean }} what an account or a folder
   * @param {FieldEvent} event
   */
  #tick(what, event) {
    what.chosen = event.target.checked;
    this.requestUpdate();
  }

  get #chosen() {
    return this.choices
      .filter((account) => account.chosen)
      .map(({ id, name, folders }) => ({ id, name, folders: folders.filter((one) => one.chosen).map((one) => ({ id: one.id, name: one.name })) }))
      .filter((account) => account.folders.length > 0);
  }

  /** @param {Choice} account */
  #account(account) {
    const count = account.folders.filter((folder) => folder.chosen).length;
    return html`<li>
      <label class="switch"><input type="checkbox" data-mail-account=${account.id} .checked=${account.chosen} @change=${(/** @type {FieldEvent} */ event) => this.#tick(account, event)} /> <bdi>${account.name}</bdi></label>
      <details ?hidden=${!account.chosen}>
        <summary>${t("mail.folders_of", { chosen: count, all: account.folders.length })}</summary>
        <fieldset>
          <legend class="unseen">${rich("mail.folders", { account: html`<bdi>${account.name}</bdi>` })}</legend>
          ${account.folders.map((folder) => html`<label class="switch"><input type="checkbox" data-mail-folder=${folder.id} .checked=${folder.chosen} @change=${(/** @type {FieldEvent} */ event) => this.#tick(folder, event)} /> <bdi>${folder.name}</bdi></label>`)}
        </fieldset>
      </details>
    </li>`;
  }

  render() {
    if (!this.choices) return this.problem ? troubleOf(this) : loading;
    if (this.choices.length === 0) return html`<p class="empty">${t("mail.no_accounts")}</p>`;
    return html`<p>${t("mail.which")}</p>
      <ul class="rows">${this.choices.map((account) => this.#account(account))}</ul>
      <div class="actions">
        <button class="primary" data-action="mail-watch" ?disabled=${this.#chosen.length === 0} @click=${() => this.dispatchEvent(new CustomEvent("chosen", { detail: this.#chosen }))}>${t("mail.observe")}</button>
        <button data-action="mail-leave" @click=${() => this.dispatchEvent(new CustomEvent("left"))}>${t("common.back")}</button>
      </div>`;
  }
}
customElements.define("gt-mail-choice", MailChoice);
