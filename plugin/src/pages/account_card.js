import { html } from "lit";
import { momentText } from "../words/dates.js";
import { label } from "../words/labels.js";
import { rich, t } from "../words/message.js";
import "./account_sign_in.js";
import { askInDialog } from "./dialog.js";
import { GoodElement, freshId } from "./element.js";
import { problemNotice } from "./notice.js";
import { showToast } from "./toast.js";
/** @import { Account, Collection } from "../generated/contract.ts" */
/** @import { FieldEvent, FormEvent } from "./events.ts" */
/** @import { With } from "./with.ts" */

/** @typedef {"enabled" | "write_back" | "counts_as_meetings"} Field */
/** @typedef {{ account: Account, collections: Collection[] }} Fields */

/** <gt-account-card>: one account: its collections, your own addresses, remove. Tells "edited". */
export class AccountCard extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, account: { attribute: false }, collections: { attribute: false }, problem: { state: true } };
  #id = freshId("account");

  #edited() {
    this.dispatchEvent(new CustomEvent("edited", { bubbles: true }));
  }

  /**
   * @param {Collection} collection
   * @param {Field} field
   * @param {FieldEvent} event
   */
  async #tick(collection, field, { target: box }) {
    const on = box.checked;
    const wantsCare = field === "write_back" && on;
    if (wantsCare && !(await askInDialog({ title: t("accounts.write_back_ask", { book: collection.name }), text: t("accounts.write_back_about"), yes: t("accounts.write_back") }))) {
      box.checked = false;
      return;
    }
    const set = (/** @type {boolean} */ value) => this.session.bridge.editCollection({ id: collection.id }, { [field]: value });
    const saved = await this.attempt(() => set(on));
    if (!saved) box.checked = !on;
    else this.#told(t(`accounts.${field}_${on ? "on" : "off"}`, { collection: collection.name }), () => set(!on));
    this.#edited();
  }

  /**
   * Says what was done; `back` is the call that takes it back.
   * @param {string} text
   * @param {() => Promise<unknown>} back
   */
  #told(text, back) {
    showToast(text, () => back().then(() => this.#edited()));
  }

  async #remove() {
    const question = { title: t("accounts.remove_ask", { account: this.account.name }), text: t("accounts.remove_about"), yes: t("accounts.remove_yes") };
    if (!(await askInDialog(question))) return;
    const gone = await this.attempt(() => this.session.bridge.removeAccount({ id: this.account.id }));
    if (gone) showToast([t("accounts.removed"), ...gone.notes].join(" "));
    this.#edited();
  }

  /** @param {FormEvent} event */
  async #addresses(event) {
    event.preventDefault();
    const words = event.target.elements.addresses.value.split(/[\s,;]+/).filter(Boolean);
    const { id, own_addresses: before = [] } = this.account;
    const set = (/** @type {string[]} */ addresses) => this.session.bridge.editAccount({ id }, { own_addresses: addresses });
    if (await this.attempt(() => set(words))) this.#told(t("accounts.addresses_saved"), () => set(before));
    this.#edited();
  }

  /**
   * @param {Collection} collection
   * @param {Field} field
   * @param {string} words
   */
  #box(collection, field, words, disabled = false) {
    return html`<label class="switch"><input
        type="checkbox" data-field=${field} .checked=${collection[field]} ?disabled=${disabled}
        aria-label=${t("accounts.switch", { what: words, collection: collection.name })} @change=${(/** @type {FieldEvent} */ event) => this.#tick(collection, field, event)} /> ${words}</label>`;
  }

  /** @param {Collection} collection */
  #collection(collection) {
    const book = collection.kind === "address-book";
    const facts = [label(collection.kind), t("account.entries", { count: collection.items }), collection.read_only ? t("account.read_only") : "", collection.last_sync ? t("accounts.synced", { when: momentText(collection.last_sync) }) : ""];
    return html`<li class="collection">
      <div><bdi class="name">${collection.name}</bdi> <span class="quiet">${facts.filter(Boolean).join(" · ")}</span></div>
      <div class="line">
        ${this.#box(collection, "enabled", t("accounts.sync_this"))}
        ${book ? this.#box(collection, "write_back", t("accounts.write_back"), collection.read_only) : this.#box(collection, "counts_as_meetings", t("accounts.meetings"))}
      </div>
    </li>`;
  }

  render() {
    const { account } = this;
    return html`<section class="panel" aria-labelledby=${this.#id}>
      <header class="line spread">
        <h2 id=${this.#id}><bdi>${account.name}</bdi></h2>
        <button class="plain" data-action="remove-account" @click=${() => this.#remove()}>${t("accounts.remove")}</button>
      </header>
      <p class="quiet">${rich(account.user ? "accounts.as_user" : "accounts.at", { kind: label(account.kind), url: html`<bdi>${account.url}</bdi>`, user: html`<bdi>${account.user}</bdi>` })}</p>
      <gt-account-sign-in .session=${this.session} .account=${account}></gt-account-sign-in>
      <ul class="collections">${this.collections.map((collection) => this.#collection(collection))}</ul>
      <form class="line" @submit=${(/** @type {FormEvent} */ event) => this.#addresses(event)}>
        <label class="wide">${t("accounts.addresses")} <input name="addresses" autocomplete="off" .value=${(account.own_addresses ?? []).join(", ")} /></label>
        <button type="submit">${t("accounts.save")}</button>
      </form>
      ${problemNotice(this.problem)}
    </section>`;
  }
}
customElements.define("gt-account-card", AccountCard);
