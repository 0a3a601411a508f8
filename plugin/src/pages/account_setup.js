import { html, nothing } from "lit";
import { label } from "../words/labels.js";
import { rich, t } from "../words/message.js";
import { passwordHint } from "../words/providers.js";
import { verdictOf } from "../words/verdict.js";
import { GoodElement, freshId } from "./element.js";
import { problemNotice } from "./notice.js";

/**
 * <gt-account-setup>: an account by e-mail address, server, folder or calendar address: tested first, then its books and
 * calendars ticked with their counts, then added. `addresses` are offered while typing. Tells "added" with the answer.
 */
export class AccountSetup extends GoodElement {
  static properties = { session: { attribute: false }, addresses: { attribute: false }, address: { state: true }, busy: { state: true }, offer: { state: true }, added: { state: true }, problem: { state: true } };
  #id = freshId("account-setup");

  constructor() {
    super();
    this.address = "";
    this.addresses = [];
    this.busy = "";
  }

  #request() {
    const form = this.querySelector("form");
    return Object.fromEntries([...new FormData(form)].filter(([name, value]) => value !== "" && name !== "take"));
  }

  async #test(event) {
    event.preventDefault();
    this.busy = "look";
    this.offer = null;
    this.added = null;
    this.offer = await this.attempt(() => this.session.bridge.lookAtAccount({}, this.#request()));
    this.busy = "";
    await this.updateComplete;
    this.querySelector("[data-action=add-account]")?.focus();
  }

  async #add() {
    const taken = new Set([...this.querySelectorAll("[name=take]:checked")].map((box) => box.value));
    const left = this.offer.collections.map((collection) => collection.url).filter((url) => !taken.has(url));
    this.busy = "add";
    const answer = await this.attempt(() => this.session.bridge.addAccount({}, { ...this.#request(), leave_out: left }));
    this.busy = "";
    if (!answer) return;
    this.querySelector("form").reset();
    this.address = "";
    this.offer = null;
    this.added = answer;
    this.dispatchEvent(new CustomEvent("added", { detail: answer, bubbles: true }));
  }

  /** What was found belongs to what was typed. */
  #typed(event) {
    if (event.target.name === "url") this.address = event.target.value;
    if (event.target.name === "take") return;
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
      <p class="quiet" lang="en">${this.problem.message}</p>
    </div>`;
  }

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
      ${offer.notes.map((note) => html`<p class="quiet" lang="en">${note}</p>`)}
      <div class="actions"><button type="button" class="primary" data-action="add-account" ?disabled=${this.busy !== ""} @click=${() => this.#add()}>${this.busy === "add" ? t("account.adding") : t("account.add")}</button></div>
    </fieldset>`;
  }

  #fields() {
    return html`<label class="wide">${t("account.address")}
        <input name="url" required maxlength="1000" autocomplete="off" spellcheck="false" list="${this.#id}-known" aria-describedby="${this.#id}-help ${this.#id}-hint" placeholder=${t("account.address_example")} />
      </label>
      <datalist id="${this.#id}-known">${this.addresses.map((address) => html`<option value=${address}></option>`)}</datalist>
      <p class="quiet" id="${this.#id}-help">${t("account.address_help")}</p>
      <div class="line">
        <label>${t("account.user")} <input name="user" maxlength="200" autocomplete="off" spellcheck="false" placeholder=${t("account.user_example")} /></label>
        <label>${t("account.password")} <input name="password" type="password" maxlength="1000" autocomplete="off" /></label>
      </div>
      <p class="quiet hint" id="${this.#id}-hint" role="status">${this.address ? passwordHint(this.address) : nothing}</p>`;
  }

  render() {
    return html`<form class="fields" @submit=${(event) => this.#test(event)} @input=${(event) => this.#typed(event)}>
      ${this.#fields()}
      <div class="actions"><button class=${this.offer ? "" : "primary"} type="submit" data-action="test-account" ?disabled=${this.busy !== ""}>${this.busy === "look" ? t("account.testing") : t("account.test")}</button></div>
      ${this.#verdict()} ${this.#offered()}
      ${this.added ? html`<p role="status" data-added>${rich("account.added", { account: html`<bdi>${this.added.account.name}</bdi>` })}</p>` : nothing}
    </form>`;
  }
}
customElements.define("gt-account-setup", AccountSetup);
