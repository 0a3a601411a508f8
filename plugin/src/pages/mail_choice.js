import { html } from "lit";
import { mailChoices } from "../thunderbird/mail_folders.js";
import { rich, t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { loading, problemNotice } from "./notice.js";

/**
 * <gt-mail-choice>: mail accounts with their folders to tick. `watched` is the list of MailState. Fires "chosen" with the
 * accounts as MailChoice has them, or "left".
 */
export class MailChoice extends GoodElement {
  static properties = { watched: { attribute: false }, choices: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    const accounts = await this.attempt(() => mailChoices(globalThis.messenger.accounts));
    if (!accounts) return;
    const kept = new Map(this.watched.map((account) => [account.id, new Set(account.folders.map((folder) => folder.id))]));
    this.choices = accounts.map((account) => {
      const chosen = kept.get(account.id);
      const isChosen = Boolean(chosen?.size);
      const folders = account.folders.map((folder) => ({ ...folder, chosen: isChosen ? chosen.has(folder.id) : folder.suggested }));
      return { ...account, chosen: isChosen, folders };
    });
  }

  #tick(account, folder, event) {
    if (folder) folder.chosen = event.target.checked;
    else account.chosen = event.target.checked;
    this.requestUpdate();
  }

  get #chosen() {
    return this.choices
      .filter((account) => account.chosen)
      .map(({ id, name, folders }) => ({ id, name, folders: folders.filter((one) => one.chosen).map((one) => ({ id: one.id, name: one.name })) }))
      .filter((account) => account.folders.length > 0);
  }

  #account(account) {
    const count = account.folders.filter((folder) => folder.chosen).length;
    return html`<li>
      <label class="switch"><input type="checkbox" data-mail-account=${account.id} .checked=${account.chosen} @change=${(event) => this.#tick(account, null, event)} /> <bdi>${account.name}</bdi></label>
      <details ?hidden=${!account.chosen}>
        <summary>${t("mail.folders_of", { chosen: count, all: account.folders.length })}</summary>
        <fieldset>
          <legend class="unseen">${rich("mail.folders", { account: html`<bdi>${account.name}</bdi>` })}</legend>
          ${account.folders.map((folder) => html`<label class="switch"><input type="checkbox" data-mail-folder=${folder.id} .checked=${folder.chosen} @change=${(event) => this.#tick(account, folder, event)} /> <bdi>${folder.name}</bdi></label>`)}
        </fieldset>
      </details>
    </li>`;
  }

  render() {
    if (!this.choices) return this.problem ? problemNotice(this.problem) : loading;
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
