import { html, nothing } from "lit";
import { addRecipient, composeTab, draftOf } from "../thunderbird/composing.js";
import { hasPermission } from "../thunderbird/permission.js";
import { dayText } from "../words/dates.js";
import { t, tellLanguage } from "../words/message.js";
import { GoodElement } from "./element.js";
import { loading, problemNotice } from "./notice.js";
import { Session } from "./session.js";
import "./connection.js";
import "./toast.js";

const far = new Set([0, 150]);

/** <gt-composing>: beside a mail that is being written: who gets it, whether an ask is fair now, and whom it would interest. */
export class Composing extends GoodElement {
  static properties = { allowed: { state: true }, recipients: { state: true }, readers: { state: true }, problem: { state: true } };

  constructor() {
    super();
    this.session = new Session("page");
  }

  connectedCallback() {
    super.connectedCallback();
    tellLanguage(document);
    this.listen(this.session, "state", () => (this.requestUpdate(), this.#look()));
    this.session.open();
    hasPermission("compose").then((allowed) => ((this.allowed = allowed), this.#look()));
  }

  /** Thunderbird asks in its main window only; a question from here would wait there unseen. */
  #toSettings() {
    this.session.show("#/settings");
    globalThis.close();
  }

  async #look() {
    if (!this.allowed || this.session.state.phase !== "ready") return;
    this.recipients = (await this.attempt(async () => {
      this.tab = await composeTab(globalThis.messenger);
      this.draft = await draftOf(globalThis.messenger, this.tab);
      return this.session.bridge.lookAtRecipients({}, { emails: this.draft.emails.slice(0, 100) });
    }))?.people;
  }

  async #share() {
    this.readers = await this.attempt(() => this.session.bridge.findReaders({}, { text: this.draft.text }));
  }

  async #add(reader) {
    await this.attempt(() => addRecipient(globalThis.messenger, this.tab, { name: reader.person.name, email: reader.email }));
    await this.#look();
  }

  #guard({ may_ask: may, ground, gives, since, layer }) {
    const small = far.has(layer) ? html`<p class="quiet">${t("composing.ask_small")}</p>` : nothing;
    if (!may) return html`<p class="notice" data-guard="closed">${since ? t("composing.nothing_since", { day: dayText(since) }) : t("composing.nothing_given")}</p>${small}`;
    const open = ground === "gave" ? t("composing.gave", { count: gives }) : t(`composing.ground_${ground.replace("-", "_")}`);
    return html`<p class="quiet" data-guard="open">${open}</p>${small}`;
  }

  #recipient(recipient) {
    const last = recipient.last_contact;
    return html`<li data-recipient=${recipient.email}>
      <strong><bdi>${recipient.person.name}</bdi></strong>
      <span class="quiet">${last ? t("sender.last_talk", { day: dayText(last) }) : t("sender.no_talk")}</span>
      ${this.#guard(recipient)}
    </li>`;
  }

  #reader(reader) {
    const there = this.draft.emails.some((email) => email.toLowerCase() === reader.email);
    return html`<li class="line spread" data-reader=${reader.person.uid}><span><bdi>${reader.person.name}</bdi> <span class="quiet"><bdi>${reader.interests.join(", ")}</bdi></span></span>
      ${reader.email && !there ? html`<button data-add=${reader.email} aria-label=${t("composing.add_person", { person: reader.person.name })} @click=${() => this.#add(reader)}>${t("composing.add")}</button>` : nothing}</li>`;
  }

  #shared() {
    const { readers } = this;
    if (!readers) return html`<button data-action="share" @click=${() => this.#share()}>${t("composing.share")}</button><p class="quiet">${t("composing.share_about")}</p>`;
    if (readers.people.length === 0) return html`<p role="status">${readers.interests_known ? t("composing.no_reader", { count: readers.interests_known }) : t("composing.no_interests")}</p>`;
    return html`<h2>${t("composing.readers")}</h2><ul class="rows">${readers.people.map((reader) => this.#reader(reader))}</ul>`;
  }

  #body() {
    if (this.session.state.phase !== "ready") return html`<gt-connection .session=${this.session}></gt-connection>`;
    if (this.allowed === false) {
      return html`<p>${t("composing.ask_about")}</p><button class="primary" data-action="to-settings" @click=${() => this.#toSettings()}>${t("composing.to_settings")}</button>`;
    }
    if (!this.recipients) return this.problem ? nothing : loading;
    return html`${this.recipients.length ? html`<ul class="rows">${this.recipients.map((one) => this.#recipient(one))}</ul>` : html`<p>${t("composing.nobody")}</p>`} ${this.#shared()}`;
  }

  render() {
    return html`<main class="popup composing"><h1>${t("host.compose_title")}</h1>${this.#body()} ${problemNotice(this.problem)}</main><gt-toast></gt-toast>`;
  }
}
customElements.define("gt-composing", Composing);
