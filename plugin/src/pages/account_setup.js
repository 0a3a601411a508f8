import { html, nothing } from "lit";
import { label } from "../words/labels.js";
import { rich, t } from "../words/message.js";
import { knownProvider, passwordHint } from "../words/providers.js";
import { verdictOf } from "../words/verdict.js";
import "./browser_sign_in.js";
import { GoodElement, freshId } from "./element.js";
import { problemNotice } from "./notice.js";
/** @import { AccountAnswer, AccountOffer, AccountRequest } from "../generated/contract.ts" */
/** @import { FieldEvent, FormEvent, Told } from "./events.ts" */
/** @import { With } from "./with.ts" */

/** @typedef {{ addresses: string[], address: string, busy: string, offer?: AccountOffer | null, added?: AccountAnswer | null, signIn: string, certificate: string, wantsOwn: boolean }} Fields */

// Fields of the form that are no part of the account.
const elsewhere = new Set(["take", "issuer", "client_id", "client_secret", "scope"]);

/**
 * <gt-account-setup>: an account by e-mail address, server, folder or calendar address: tested first, then its books and
 * calendars ticked with their counts, then added. `addresses` are offered while typing. Tells "added" with the answer.
 */
export class AccountSetup extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, addresses: { attribute: false }, address: { state: true }, busy: { state: true }, offer: { state: true }, added: { state: true }, signIn: { state: true }, certificate: { state: true }, wantsOwn: { state: true }, problem: { state: true } };
  #id = freshId("account-setup");

  constructor() {
    super();
    this.address = "";
    this.addresses = /** @type {string[]} */ ([]);
    this.busy = "";
    this.signIn = "";
    this.certificate = "";
    this.wantsOwn = false;
  }

  #typedIn() {
    const form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    return /** @type {[string, string][]} */ ([...new FormData(form)]).filter(([, value]) => value !== "");
  }

  #request() {
    const typed = Object.fromEntries(this.#typedIn().filter(([name]) => !elsewhere.has(name)));
    return { .../** @type {AccountRequest} */ (/** @type {unknown} */ (typed)), ...(this.signIn ? { sign_in: this.signIn } : {}), ...(this.certificate ? { certificate: this.certificate } : {}) };
  }

  /** What a sign-in on the provider's page needs; null while a field of it is empty. */
  #authority() {
    const { issuer, client_id: client, client_secret: secret, scope } = Object.fromEntries(this.#typedIn());
    if (!issuer || !client) {
      const missing = /** @type {HTMLInputElement} */ (this.querySelector(issuer ? "[name=client_id]" : "[name=issuer]"));
      missing.focus();
      return null;
    }
    return { issuer, client_id: client, ...(secret ? { client_secret: secret } : {}), ...(scope ? { scope } : {}) };
  }

  /** @param {FormEvent} event */
  async #test(event) {
    event.preventDefault();
    await this.#look();
  }

  async #look() {
    this.busy = "look";
    this.offer = null;
    this.added = null;
    this.offer = await this.attempt(() => this.session.bridge.lookAtAccount({}, this.#request()));
    this.busy = "";
    this.wantsOwn ||= Boolean(this.problem?.wantsCertificate);
    await this.updateComplete;
    const next = this.problem?.wantsCertificate ? "[name=client_certificate]" : "[data-action=add-account]";
    /** @type {HTMLElement | null} */ (this.querySelector(next))?.focus();
  }

  async #add() {
    const ticked = /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("[name=take]:checked"));
    const taken = new Set([...ticked].map((box) => box.value));
    const left = (this.offer?.collections ?? []).map((collection) => collection.url).filter((url) => !taken.has(url));
    this.busy = "add";
    const answer = await this.attempt(() => this.session.bridge.addAccount({}, { ...this.#request(), leave_out: left }));
    this.busy = "";
    if (!answer) return;
    this.querySelector("form")?.reset();
    this.address = "";
    this.signIn = "";
    this.certificate = "";
    this.wantsOwn = false;
    this.offer = null;
    this.added = answer;
    this.dispatchEvent(new CustomEvent("added", { detail: answer, bubbles: true }));
  }

  /**
   * What was found belongs to what was typed.
   * @param {FieldEvent} event
   */
  #typed(event) {
    if (event.target.name === "url") this.address = event.target.value;
    if (event.target.name === "take") return;
    if (event.target.name === "url") Object.assign(this, { certificate: "", wantsOwn: false });
    this.offer = null;
    this.problem = null;
  }

  #verdict() {
    if (!this.problem) return nothing;
    const verdict = verdictOf(this.problem, globalThis.navigator.onLine);
    if (verdict === "other" || verdict === "invalid") return problemNotice(this.problem);
    return html`<div class="notice" role="alert" data-verdict=${verdict}>
      <strong>${t(`account.is_${verdict}`)}</strong>
      <p>${t(`account.about_${verdict}`)}</p>
      <p class="quiet">${this.problem.message}</p>
      ${this.#acceptance()}
    </div>`;
  }

  /** A certificate that nobody vouches for: whoever runs the server can, by its fingerprint. */
  #acceptance() {
    const fingerprint = this.problem?.certificate;
    if (!fingerprint) return nothing;
    const accept = () => {
      this.certificate = fingerprint;
      this.#look();
    };
    return html`<p>${t("account.compare_fingerprint")} <code>${fingerprint}</code></p>
      <button type="button" data-action="accept-certificate" @click=${accept}>${t("account.accept_certificate")}</button>`;
  }

  /** @param {AccountOffer["collections"][number]} collection */
  #collection({ name, kind, url, items, read_only: readOnly }) {
    const facts = [label(kind), items === undefined ? t("account.not_counted") : t("account.entries", { count: items }), readOnly ? t("account.read_only") : ""];
    return html`<li><label class="switch"><input type="checkbox" name="take" value=${url} checked /> <span><bdi class="name">${name}</bdi> <span class="quiet">${facts.filter(Boolean).join(" · ")}</span></span></label></li>`;
  }

  #offered() {
    const { offer } = this;
    if (!offer) return nothing;
    return html`<fieldset class="offer">
      <legend role="status">${rich("account.found", { account: html`<bdi>${offer.name}</bdi>`, count: offer.collections.length })}</legend>
      <ul class="rows">${offer.collections.map((collection) => this.#collection(collection))}</ul>
      ${offer.notes.map((note) => html`<p class="quiet">${note}</p>`)}
      <div class="actions"><button type="button" class="primary" data-action="add-account" ?disabled=${this.busy !== ""} @click=${() => this.#add()}>${this.busy === "add" ? t("account.adding") : t("account.add")}</button></div>
    </fieldset>`;
  }

  #fields() {
    return html`<label class="wide">${t("account.address")}
        <input name="url" required maxlength="1000" autocomplete="off" spellcheck="false" list="${this.#id}-known" aria-describedby="${this.#id}-help ${this.#id}-hint" placeholder=${t("account.address_example")} />
      </label>
      <datalist id="${this.#id}-known">${this.addresses.map((address) => html`<option value=${address}></option>`)}</datalist>
      <p class="quiet" id="${this.#id}-help">${t("account.address_help")}</p>
      <div class="line sign-in">
        <label>${t("account.user")} <input name="user" maxlength="200" autocomplete="off" spellcheck="false" placeholder=${t("account.user_example")} /></label>
        <label>${t("account.password")} <input name="password" type="password" maxlength="1000" autocomplete="off" /></label>
      </div>
      <p class="quiet hint" id="${this.#id}-hint" role="status">${this.address ? passwordHint(this.address) : nothing}</p>`;
  }

  #otherWays() {
    const oauth = knownProvider(this.address)?.oauth;
    return html`<details class="other-ways" ?open=${Boolean(oauth) || this.wantsOwn}><summary>${t("account.other_ways")}</summary>
      <div class="line">
        <label class="wide">${t("account.issuer")} <input name="issuer" maxlength="1000" autocomplete="off" spellcheck="false" .value=${oauth?.issuer ?? ""} /></label>
        <label>${t("account.client_id")} <input name="client_id" maxlength="500" autocomplete="off" spellcheck="false" /></label>
        <label>${t("account.client_secret")} <input name="client_secret" type="password" maxlength="1000" autocomplete="off" /></label>
        <label class="wide">${t("account.scope")} <input name="scope" maxlength="2000" autocomplete="off" spellcheck="false" .value=${oauth?.scope ?? ""} /></label>
      </div>
      ${this.signIn ? html`<p role="status" data-signed-in>${t("account.signed_in")}</p>` : html`<gt-browser-sign-in .session=${this.session} .request=${() => this.#authority()} @signed-in=${(/** @type {Told<string>} */ event) => (this.signIn = event.detail)}></gt-browser-sign-in>`}
      <div class="line">
        <label>${t("account.token")} <input name="token" type="password" maxlength="4000" autocomplete="off" /></label>
        <label class="wide">${t("account.client_certificate")} <input name="client_certificate" maxlength="1000" autocomplete="off" spellcheck="false" /></label>
        <label>${t("account.passphrase")} <input name="passphrase" type="password" maxlength="1000" autocomplete="off" /></label>
      </div>
    </details>`;
  }

  render() {
    return html`<form class="fields" @submit=${(/** @type {FormEvent} */ event) => this.#test(event)} @input=${(/** @type {FieldEvent} */ event) => this.#typed(event)}>
      ${this.#fields()} ${this.#otherWays()}
      <div class="actions"><button class=${this.offer ? "" : "primary"} type="submit" data-action="test-account" ?disabled=${this.busy !== ""}>${this.busy === "look" ? t("account.testing") : t("account.test")}</button></div>
      ${this.#verdict()} ${this.#offered()}
      ${this.added ? html`<p role="status" data-added>${rich("account.added", { account: html`<bdi>${this.added.account.name}</bdi>` })}</p>` : nothing}
    </form>`;
  }
}
customElements.define("gt-account-setup", AccountSetup);
