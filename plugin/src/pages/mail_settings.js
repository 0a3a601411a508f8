import { html, nothing } from "lit";
import { isTooOldForMail } from "../thunderbird/host_version.js";
import { askMail, dropPermission, maySeeMail } from "../thunderbird/permission.js";
import { dayText } from "../words/dates.js";
import { messagesText, readerText, spanText } from "../words/mail.js";
import { rich, t } from "../words/message.js";
import { askInDialog } from "./dialog.js";
import { LiveElement } from "./element.js";
import "./mail_choice.js";
import { loading, troubleOf } from "./notice.js";
import { showToast } from "./toast.js";
/** @import { MailAccount, MailAccountChoice, MailState } from "../generated/contract.ts" */
/** @import { Loaded, With } from "./with.ts" */

const offFields = () => html`<fieldset>
  <legend class="unseen">${t("mail.was_read")}</legend>
  <label class="switch"><input type="radio" name="keep" value="yes" checked /> ${t("mail.keep")}</label>
  <label class="switch"><input type="radio" name="keep" value="no" /> ${t("mail.forget_all")}</label>
</fieldset>`;

/** @typedef {{ mail: Loaded<MailState>, allowed?: boolean, tooOld?: boolean, choosing?: boolean }} Fields */

/** <gt-mail-settings>: observing mail: asked for, chosen, read, looked at, forgotten, turned off. */
export class MailSettings extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, mail: { state: true }, allowed: { state: true }, tooOld: { state: true }, choosing: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.listen(this.session, "mail", () => this.#told());
  }

  /** Reads again what of mail is kept. */
  async load() {
    const mail = await this.read(() => this.session.bridge.getMail());
    this.tooOld = this.session.inThunderbird && (await isTooOldForMail(globalThis.messenger.runtime));
    this.allowed = await maySeeMail();
    if (mail) this.mail = mail;
  }

  async #told() {
    this.requestUpdate();
    if (this.session.mail?.phase !== "reading") await this.load();
  }

  async #turnOn() {
    this.choosing = this.allowed || (await askMail(globalThis.location.hash || "#/accounts").catch(() => false));
  }

  /** @param {MailAccountChoice[]} accounts */
  async #chosen(accounts) {
    const mail = await this.attempt(() => this.session.bridge.watchMail({}, { accounts }));
    if (!mail) return;
    this.mail = mail;
    this.choosing = false;
    this.session.mailAction("read");
  }

  async #turnOff() {
    const answer = await askInDialog({ title: t("mail.off_ask"), text: t("mail.off_about"), yes: t("mail.off_yes"), fields: offFields() });
    if (!answer) return;
    const { bridge } = this.session;
    if (this.session.inThunderbird) this.session.mailAction("cancel");
    const text = await this.attempt(async () => {
      if (answer.keep !== "no") return (await bridge.watchMail({}, { accounts: [] }), t("mail.is_off"));
      return t("mail.is_off_forgotten", { count: (await bridge.forgetMail({ all: true })).forgotten });
    });
    if (!text) return;
    if (this.session.inThunderbird) await dropPermission("accountsRead").catch(() => false);
    await this.load();
    showToast(text);
  }

  async #forgetAddress() {
    const fields = html`<label>${t("mail.address")} <input type="email" name="address" required maxlength="320" data-field="forget-address" /></label>`;
    const answer = await askInDialog({ title: t("mail.forget_address_ask"), text: t("mail.forget_address_about"), yes: t("mail.forget_yes"), fields });
    if (answer) await this.#forget({ address: answer.address });
  }

  /** @param {MailAccount} account */
  async #forgetAccount(account) {
    if (await askInDialog({ title: t("mail.forget_account_ask", { account: account.name }), text: t("mail.forget_account_about"), yes: t("mail.forget_yes") })) await this.#forget({ account: account.id });
  }

  /** @param {{ address: string } | { account: string }} scope */
  async #forget(scope) {
    const done = await this.attempt(() => this.session.bridge.forgetMail(scope));
    if (!done) return;
    this.mail = done.state;
    showToast(t("mail.forgotten", { count: done.forgotten }));
  }

  #why() {
    return html`<p>${t("mail.why")}</p>
      <p>${rich("mail.what", { never: html`<strong>${t("mail.never")}</strong>` })}</p>`;
  }

  #off() {
    if (!this.session.inThunderbird) return html`${this.#why()}<p class="quiet">${t("mail.in_thunderbird")}</p>`;
    if (this.tooOld) return html`${this.#why()}<p class="notice" data-too-old>${t("mail.failed_too_old")}</p>`;
    return html`${this.#why()}
      <p class="quiet">${t("mail.will_ask")}</p>
      <button data-action="mail-on" @click=${() => this.#turnOn()}>${t("mail.on")}</button>`;
  }

  #progress() {
    const state = this.session.mail;
    const text = readerText(state);
    if (!text || !state) return nothing;
    if (state.phase !== "reading") return html`<p role="status" class=${state.phase === "failed" ? "notice" : "quiet"}>${text}</p>`;
    return html`<div class="progress">
      <progress aria-label=${t("mail.reading_label")} max=${state.total} value=${state.done}></progress>
      <p role="status">${text}</p>
      <button data-action="mail-cancel" @click=${() => this.session.mailAction("cancel")}>${t("mail.stop")}</button>
    </div>`;
  }

  /** @param {MailAccount} account */
  #account(account) {
    const { folders } = account;
    return html`<li>
      <div class="line spread"><span><bdi>${account.name}</bdi> <span class="quiet">${[messagesText(account.messages), folders.length ? "" : t("mail.no_longer")].filter(Boolean).join(" · ")}</span></span>
        <button class="plain" data-forget-account=${account.id} aria-label=${t("mail.forget_account", { account: account.name })} @click=${() => this.#forgetAccount(account)}>${t("mail.forget")}</button></div>
      ${folders.map((folder) => html`<p class="quiet"><bdi>${folder.name}</bdi>: ${spanText(folder)}</p>`)}
    </li>`;
  }

  #kept() {
    const { messages, people, oldest, accounts } = this.mail;
    if (accounts.length === 0) return nothing;
    const kept = oldest ? t("mail.kept_since", { count: messages, day: dayText(oldest.slice(0, 10)), people }) : t("mail.kept", { count: messages });
    return html`<p data-mail-kept>${kept}</p>
      <ul class="rows">${accounts.map((account) => this.#account(account))}</ul>`;
  }

  #body() {
    if (!this.mail) return this.problem ? nothing : loading;
    if (this.choosing) return html`<gt-mail-choice .watched=${this.mail.accounts} @chosen=${(/** @type {CustomEvent} */ event) => this.#chosen(event.detail)} @left=${() => (this.choosing = false)}></gt-mail-choice>`;
    const isWatched = this.mail.accounts.some((account) => account.folders.length > 0);
    const isReading = this.session.mail?.phase === "reading";
    const here = this.session.inThunderbird;
    if (!isWatched) {
      const begin = this.allowed && !this.tooOld ? html`${this.#why()}<button class="primary" data-action="mail-choose" @click=${() => (this.choosing = true)}>${t("mail.choose")}</button>` : this.#off();
      return html`${begin} ${this.#kept()} ${this.mail.accounts.length ? this.#forgetting() : nothing}`;
    }
    return html`${here && !this.allowed ? html`<p class="notice">${t("mail.no_permission")} <button data-action="mail-on" @click=${() => this.#turnOn()}>${t("mail.ask_permission")}</button></p>` : nothing}
      ${this.#kept()} ${here ? this.#progress() : nothing}
      <div class="actions">
        ${here && this.allowed && !isReading ? html`<button data-action="mail-read" @click=${() => this.session.mailAction("read")}>${t("mail.read_now")}</button><button data-action="mail-choose" @click=${() => (this.choosing = true)}>${t("mail.change")}</button>` : nothing}
        <button data-action="mail-forget-address" @click=${() => this.#forgetAddress()}>${t("mail.forget_address")}</button>
        <button data-action="mail-off" @click=${() => this.#turnOff()}>${t("mail.off")}</button>
      </div>`;
  }

  #forgetting() {
    return html`<div class="actions"><button data-action="mail-forget-address" @click=${() => this.#forgetAddress()}>${t("mail.forget_address")}</button></div>`;
  }

  render() {
    return html`<section class="panel" aria-labelledby="mail-head">
      <h2 id="mail-head">${t("mail.head")}</h2>
      ${this.#body()} ${troubleOf(this)}
    </section>`;
  }
}
customElements.define("gt-mail-settings", MailSettings);
