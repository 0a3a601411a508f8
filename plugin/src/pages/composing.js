import { html, nothing } from "lit";
import { addRecipient, composeTab, draftOf } from "../thunderbird/composing.js";
import { hasPermission } from "../thunderbird/permission.js";
import { dayText } from "../words/dates.js";
import { wordOf } from "../words/labels.js";
import { t } from "../words/message.js";
import { CardElement } from "./card_element.js";
import { loading, troubleOf } from "./notice.js";
import "./compose_scripts.js";
import "./toast.js";
/** @import { Readers, Recipients } from "../generated/contract.ts" */
/** @import { Loaded, With } from "./with.ts" */

/** @typedef {Recipients["people"][number]} Recipient */
/** @typedef {Readers["people"][number]} Reader */
/** @typedef {{ allowed?: boolean, recipients: Loaded<Recipient[]>, readers: Loaded<Readers>, tab: Loaded<number>, draft: Loaded<{ emails: string[], text: string }> }} Fields */

/** <gt-composing>: beside a mail that is being written: who gets it, whether an ask is fair now, prepared texts, and whom it would interest. */
export class Composing extends /** @type {With<typeof CardElement, Fields>} */ (CardElement) {
  static properties = { allowed: { state: true }, recipients: { state: true }, readers: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    hasPermission("compose").then((allowed) => ((this.allowed = allowed), this.load()));
  }

  /** Looks up who gets the mail, as soon as that may be seen and there is a helper. */
  async load() {
    if (!this.allowed || !this.isLinked) return;
    const found = await this.read(async () => {
      const tab = await composeTab(globalThis.messenger);
      const draft = await draftOf(globalThis.messenger, tab);
      const { people } = await this.session.bridge.lookAtRecipients({}, { emails: draft.emails.slice(0, 100) });
      return { tab, draft, recipients: people };
    });
    Object.assign(this, found);
  }

  async #share() {
    const readers = await this.attempt(() => this.session.bridge.findReaders({}, { text: this.draft.text }));
    if (readers) this.readers = readers;
  }

  /**
   * @param {string} name
   * @param {string} email
   */
  async #add(name, email) {
    if (await this.attempt(() => addRecipient(globalThis.messenger, this.tab, { name, email }).then(() => true))) await this.load();
  }

  /** @param {Recipient} recipient */
  #guard({ may_ask: may, ask_small: askSmall, ground, gives, since }) {
    const small = askSmall ? html`<p class="quiet">${t("composing.ask_small")}</p>` : nothing;
    if (!may) return html`<p class="notice" data-guard="closed">${since ? t("composing.nothing_since", { day: dayText(since) }) : t("composing.nothing_given")}</p>${small}`;
    const open = ground === "gave" ? t("composing.gave", { count: gives }) : wordOf("composing.ground_", ground);
    return html`<p class="quiet" data-guard="open">${open}</p>${small}`;
  }

  /** @param {Recipient} recipient */
  #recipient(recipient) {
    const last = recipient.last_contact;
    return html`<li data-recipient=${recipient.email}>
      <strong><bdi>${recipient.person.name}</bdi></strong>
      <span class="quiet">${last ? t("sender.last_talk", { day: dayText(last) }) : t("sender.no_talk")}</span>
      ${this.#guard(recipient)}
    </li>`;
  }

  /** @param {Reader} reader */
  #reader(reader) {
    const { email } = reader;
    const there = this.draft.emails.some((one) => one.toLowerCase() === email);
    return html`<li class="line spread" data-reader=${reader.person.uid}><span><bdi>${reader.person.name}</bdi> <span class="quiet"><bdi>${reader.interests.join(", ")}</bdi></span></span>
      ${email && !there ? html`<button data-add=${email} aria-label=${t("composing.add_person", { person: reader.person.name })} @click=${() => this.#add(reader.person.name, email)}>${t("composing.add")}</button>` : nothing}</li>`;
  }

  #shared() {
    const { readers } = this;
    if (!readers) return html`<button data-action="share" @click=${() => this.#share()}>${t("composing.share")}</button><p class="quiet">${t("composing.share_about")}</p>`;
    if (readers.people.length === 0) return html`<p role="status">${readers.interests_known ? t("composing.no_reader", { count: readers.interests_known }) : t("composing.no_interests")}</p>`;
    return html`<h2>${t("composing.readers")}</h2><ul class="rows">${readers.people.map((reader) => this.#reader(reader))}</ul>`;
  }

  /** Scripts are filled in for the first recipient who is known. */
  #scripts() {
    const [first] = this.recipients;
    return first ? html`<gt-compose-scripts .session=${this.session} .person=${first.person} .tab=${this.tab}></gt-compose-scripts>` : nothing;
  }

  #body() {
    if (this.allowed === false) {
      // Thunderbird asks in its main window only; a question from here would wait there unseen.
      return html`<p>${t("composing.ask_about")}</p><button class="primary" data-action="to-settings" @click=${() => this.open("#/settings")}>${t("composing.to_settings")}</button>`;
    }
    if (!this.recipients) return this.problem ? nothing : loading;
    return html`${this.recipients.length ? html`<ul class="rows">${this.recipients.map((one) => this.#recipient(one))}</ul>` : html`<p>${t("composing.nobody")}</p>`} ${this.#scripts()} ${this.#shared()}`;
  }

  render() {
    return html`<main class="popup composing"><h1>${t("host.compose_title")}</h1>${this.withHelper(() => html`${this.#body()} ${troubleOf(this)}`)}</main><gt-toast></gt-toast>`;
  }
}
customElements.define("gt-composing", Composing);
