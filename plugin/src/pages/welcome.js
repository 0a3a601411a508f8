import { html, nothing } from "lit";
import { ownAddresses } from "../thunderbird/mail_folders.js";
import { hasPermission } from "../thunderbird/permission.js";
import { rich, t } from "../words/message.js";
import "./account_setup.js";
import { LiveElement } from "./element.js";
import { askFirstOffer } from "./first_offer.js";
import { noteWelcomed } from "./first_run.js";
import "./mail_settings.js";
import { loading, troubleOf } from "./notice.js";
import "./own_profile.js";
import "./sync_panel.js";
import "./thunderbird_books.js";
/** @import { Account } from "../generated/contract.ts" */
/** @import { Loaded, With } from "./with.ts" */

/** @typedef {{ accounts: Loaded<Account[]>, people?: number, addresses?: string[], syncing?: boolean, busy?: boolean }} Fields */

/** <gt-welcome>: the first run on one page: what is here, an account or invented people, mail, ten questions, then the list. */
export class WelcomePage extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, accounts: { state: true }, people: { state: true }, addresses: { state: true }, syncing: { state: true }, busy: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#offerAddresses();
  }

  /** Reads again what is set up. */
  async load() {
    const { bridge } = this.session;
    const answers = await this.read(() => Promise.all([bridge.listAccounts(), bridge.getStatus()]));
    if (!answers) return;
    this.accounts = answers[0].accounts;
    this.people = answers[1].people;
  }

  /** Offered while typing the account's address, where Thunderbird already lets its accounts be seen. */
  async #offerAddresses() {
    if (await hasPermission("accountsRead")) this.addresses = await this.attempt(() => ownAddresses(globalThis.messenger.accounts));
  }

  async #sample() {
    this.busy = true;
    const answer = await this.attempt(() => this.session.bridge.addSample({}, {}));
    this.busy = false;
    if (answer) this.#added();
  }

  async #added() {
    await this.load();
    this.syncing = true;
    await this.updateComplete;
    this.querySelector("#sync-step")?.scrollIntoView({ block: "nearest" });
  }

  async #finish() {
    const asked = await this.attempt(async () => (await askFirstOffer(this.session.bridge), true));
    if (!asked) return;
    noteWelcomed();
    globalThis.location.hash = "#/week";
  }

  /**
   * @param {string} id
   * @param {string} name
   * @param {unknown} body
   */
  #step(id, name, body) {
    return html`<section class="panel step" id="${id}-step" aria-labelledby="${id}-head"><h2 id="${id}-head">${name}</h2>${body}</section>`;
  }

  #here() {
    const known = this.accounts.map(({ name, url }) => html`<li><bdi class="name">${name}</bdi> <span class="quiet"><bdi>${url}</bdi></span></li>`);
    return html`${this.session.inThunderbird ? html`<gt-thunderbird-books></gt-thunderbird-books>` : nothing}
      ${known.length ? html`<ul class="rows" data-known-accounts>${known}</ul>` : this.session.inThunderbird ? nothing : html`<p class="quiet">${t("welcome.nothing_here")}</p>`}`;
  }

  #account() {
    return html`<p>${t("welcome.account_lead")}</p>
      <gt-account-setup .session=${this.session} .addresses=${this.addresses ?? []} @added=${() => this.#added()}></gt-account-setup>
      ${this.accounts.length ? nothing : html`<p class="or">${t("welcome.or")}</p>
        <button data-action="sample" ?disabled=${this.busy} @click=${() => this.#sample()}>${t("welcome.sample")}</button>
        <p class="quiet">${t("welcome.sample_about")}</p>`}`;
  }

  #sync() {
    return html`<gt-sync-panel brief at-once .session=${this.session} @synced=${() => this.load()}></gt-sync-panel>
      ${this.people ? html`<p>${rich("welcome.people_found", { count: this.people, link: html`<a href="#/people">${t("places.people")}</a>` })}</p>` : nothing}`;
  }

  #body() {
    return html`${this.#step("here", t("welcome.here"), this.#here())}
      ${this.#step("account", t("welcome.account"), this.#account())}
      ${this.syncing ? this.#step("sync", t("welcome.sync"), this.#sync()) : nothing}
      <gt-mail-settings .session=${this.session}></gt-mail-settings>
      ${this.#step("you", t("welcome.you"), html`<details><summary>${t("welcome.answer_questions")}</summary><gt-own-profile .session=${this.session}></gt-own-profile></details>
        <p class="quiet">${t("welcome.skip_questions")}</p>`)}
      <div class="actions"><button class="primary" data-action="finish" @click=${() => this.#finish()}>${t(this.accounts.length ? "welcome.finish" : "welcome.look_around")}</button></div>`;
  }

  render() {
    return html`<header class="page-head"><h1 tabindex="-1">${t("welcome.head")}</h1><p class="quiet">${t("welcome.lead")}</p></header>
      ${troubleOf(this)} ${this.accounts ? this.#body() : this.problem ? nothing : loading}`;
  }
}
customElements.define("gt-welcome", WelcomePage);
