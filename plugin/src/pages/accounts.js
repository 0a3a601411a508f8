import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { t } from "../words/message.js";
import { LiveElement } from "./element.js";
import { loading, troubleOf } from "./notice.js";
import "./account_card.js";
import "./account_setup.js";
import "./mail_settings.js";
import "./notes_settings.js";
import "./records_place.js";
import "./sync_panel.js";
import "./sync_runs.js";
/** @import { Account, Collection } from "../generated/contract.ts" */
/** @import { Loaded, With } from "./with.ts" */

/** @typedef {{ accounts: Loaded<Account[]>, collections: Loaded<Collection[]> }} Fields */

/** <gt-accounts>: sync, accounts with their collections, settings. */
export class AccountsPage extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, accounts: { state: true }, collections: { state: true }, problem: { state: true } };

  /** Reads accounts and collections again. */
  async load() {
    const { bridge } = this.session;
    const answers = await this.read(() => Promise.all([bridge.listAccounts(), bridge.listCollections()]));
    if (!answers) return;
    this.accounts = answers[0].accounts;
    this.collections = answers[1].collections;
  }

  #list() {
    if (!this.accounts) return this.problem ? nothing : loading;
    if (this.accounts.length === 0) return html`<p class="panel empty">${t("accounts.empty")}</p>`;
    return repeat(
      this.accounts,
      ({ id }) => id,
      (account) => html`<gt-account-card .session=${this.session} .account=${account} .collections=${this.collections.filter((row) => row.account === account.id)} @edited=${() => this.load()}></gt-account-card>`,
    );
  }

  render() {
    const { session } = this;
    return html`<header class="page-head"><h1 tabindex="-1">${t("places.accounts")}</h1></header>
      ${troubleOf(this)}
      <section class="panel" aria-labelledby="sync-head"><h2 id="sync-head">${t("accounts.sync")}</h2><gt-sync-panel .session=${session} @synced=${() => this.load()}></gt-sync-panel><gt-sync-runs .session=${session}></gt-sync-runs></section>
      ${this.#list()}
      <section class="panel" aria-labelledby="add-head"><h2 id="add-head">${t("accounts.add")}</h2><gt-account-setup .session=${session} @added=${() => this.load()}></gt-account-setup></section>
      <gt-records-place .session=${session} .accounts=${this.accounts}></gt-records-place>
      <gt-mail-settings .session=${session}></gt-mail-settings>
      <gt-notes-settings .session=${session}></gt-notes-settings>`;
  }
}
customElements.define("gt-accounts", AccountsPage);
