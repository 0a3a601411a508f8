import { html, nothing } from "lit";
import { rich, t } from "../words/message.js";
import "./browser_sign_in.js";
import { GoodElement, freshId } from "./element.js";
import { problemNotice } from "./notice.js";
import { showToast } from "./toast.js";
/** @import { Account, SignInChange } from "../generated/contract.ts" */
/** @import { FormEvent, Told } from "./events.ts" */
/** @import { With } from "./with.ts" */

/** @typedef {{ account: Account, busy?: boolean }} Fields */

/** <gt-account-sign-in>: how an account signs in, and another password or consent for it. Tells "edited". */
export class AccountSignIn extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, account: { attribute: false }, busy: { state: true }, problem: { state: true } };
  #id = freshId("account-sign-in");

  /** @param {SignInChange} change */
  async #change(change) {
    this.busy = true;
    const changed = await this.attempt(() => this.session.bridge.changeSignIn({ id: this.account.id }, change));
    this.busy = false;
    if (!changed) return false;
    showToast(t("accounts.signed_in"));
    this.dispatchEvent(new CustomEvent("edited", { bubbles: true }));
    return true;
  }

  /** @param {FormEvent} event */
  async #password(event) {
    event.preventDefault();
    const form = event.target;
    const secret = form.elements.secret.value;
    if (await this.#change(this.account.sign_in === "token" ? { token: secret } : { password: secret })) form.reset();
  }

  #withdrawn() {
    return html`<div class="notice" role="alert" data-withdrawn>
      <strong>${t("accounts.withdrawn")}</strong>
      <p>${t("accounts.withdrawn_about")}</p>
      ${this.#throughBrowser()}
    </div>`;
  }

  #throughBrowser() {
    return html`<gt-browser-sign-in .session=${this.session} .request=${() => ({ account: this.account.id })} @signed-in=${(/** @type {Told<string>} */ event) => this.#change({ sign_in: event.detail })}></gt-browser-sign-in>`;
  }

  #certificate() {
    const { certificate } = this.account;
    if (!certificate) return nothing;
    return html`<p class="quiet">${rich("accounts.certificate", { certificate: html`<code>${certificate}</code>` })}
      <button type="button" class="plain" data-action="drop-certificate" ?disabled=${this.busy} @click=${() => this.#change({ certificate: "" })}>${t("accounts.drop_certificate")}</button></p>`;
  }

  #secret() {
    const token = this.account.sign_in === "token";
    return html`<form class="line" @submit=${(/** @type {FormEvent} */ event) => this.#password(event)}>
      <label>${t(token ? "account.token" : "accounts.new_password")} <input name="secret" type="password" required maxlength="1000" autocomplete="off" /></label>
      <button type="submit" data-action="change-password" ?disabled=${this.busy}>${t("accounts.change_password")}</button>
    </form>`;
  }

  /** @param {FormEvent} event */
  async #ownFile(event) {
    event.preventDefault();
    const { file, passphrase } = event.target.elements;
    const change = { client_certificate: file.value.trim(), ...(passphrase.value ? { passphrase: passphrase.value } : {}) };
    if (await this.#change(change)) passphrase.value = "";
  }

  /** The user's own certificate, alone or with a password; an empty field is none. */
  #own() {
    return html`<form class="line" @submit=${(/** @type {FormEvent} */ event) => this.#ownFile(event)}>
      <label class="wide">${t("account.client_certificate")} <input name="file" maxlength="1000" autocomplete="off" spellcheck="false" .value=${this.account.client_certificate ?? ""} /></label>
      <label>${t("account.passphrase")} <input name="passphrase" type="password" maxlength="1000" autocomplete="off" /></label>
      <button type="submit" data-action="change-certificate" ?disabled=${this.busy}>${t("accounts.use_certificate")}</button>
    </form>`;
  }

  /** Without a user nothing but a certificate, or the provider's page, signs in. */
  #ways() {
    const { account } = this;
    if (account.sign_in === "oauth") return this.#throughBrowser();
    return account.user || account.sign_in === "token" ? this.#secret() : nothing;
  }

  render() {
    const { account } = this;
    if (account.kind !== "dav" && !account.user && account.sign_in === "password") return nothing;
    return html`${account.withdrawn ? this.#withdrawn() : nothing}
      ${account.withdrawn
        ? nothing
        : html`<details id=${this.#id}><summary>${t("accounts.sign_in")}</summary>
            ${this.#ways()} ${account.kind === "dav" ? this.#own() : nothing} ${this.#certificate()}
          </details>`}
      ${problemNotice(this.problem)}`;
  }
}
customElements.define("gt-account-sign-in", AccountSignIn);
