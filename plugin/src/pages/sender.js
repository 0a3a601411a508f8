import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { ownAddresses } from "../thunderbird/mail_folders.js";
import { displayedPeople, othersOn, peopleOfMessage } from "../thunderbird/reading_pane.js";
import { askPermission, hasPermission } from "../thunderbird/permission.js";
import { dayText } from "../words/dates.js";
import { rich, t } from "../words/message.js";
import { CardElement } from "./card_element.js";
import { loading, troubleOf } from "./notice.js";
import { showToast } from "./toast.js";
import { undoing } from "./undoing.js";
import "./log_form.js";
import "./tags.js";
/** @import { Bridge } from "../bridge/bridge.ts" */
/** @import { Problem } from "../bridge/problem.js" */
/** @import { LogRequest, Person, TagEdit } from "../generated/contract.ts" */
/** @import { Mailbox } from "../thunderbird/reading_pane.js" */
/** @import { FieldEvent } from "./events.ts" */
/** @import { Loaded, With } from "./with.ts" */

/** @type {[string, LogRequest][]} */
const quick = [
  ["they_wrote", { kind: "touch", channel: "mail", direction: "in" }],
  ["we_spoke", { kind: "touch", channel: "call", direction: "mutual" }],
];

/** Of a message to many the first ones are offered. */
const mostAsked = 20;

/** @param {Partial<Problem>} problem */
function nobody(problem) {
  if (problem.kind !== "not_found") throw problem;
  return undefined;
}

/** @typedef {{ allowed?: boolean, sender: Loaded<Mailbox>, known: Person[], person: Loaded<Person>, unknown?: boolean, busy?: boolean, message: string | null, kind: string | null }} Fields */

/**
 * <gt-sender>: the card about the sender of the displayed message; with ?message=ID&kind=KIND about the other person of that
 * message, with the log form open at that kind.
 */
export class SenderCard extends /** @type {With<typeof CardElement, Fields>} */ (CardElement) {
  static properties = { allowed: { state: true }, sender: { state: true }, known: { state: true }, person: { state: true }, unknown: { state: true }, busy: { state: true }, problem: { state: true } };

  constructor() {
    super();
    const query = new URLSearchParams(globalThis.location.search);
    this.message = query.get("message");
    this.kind = query.get("kind");
    this.known = /** @type {Person[]} */ ([]);
  }

  connectedCallback() {
    super.connectedCallback();
    hasPermission("messagesRead").then((allowed) => ((this.allowed = allowed), this.load()));
  }

  async #allow() {
    this.allowed = await askPermission("messagesRead");
    this.load();
  }

  /** Looks up whom the message is from, as soon as that may be seen and there is a helper. What stands stays when that fails. */
  async load() {
    if (!this.allowed || !this.isLinked) return;
    const found = await this.read(() => this.#find());
    if (!found) return;
    const { sender, known } = found;
    const person = known.find(({ uid }) => uid === this.person?.uid) ?? known[0];
    Object.assign(this, { sender, known, person, unknown: !person });
  }

  /** Who the message is about, and whom of them the helper knows: several of a message that the user sent to several. */
  async #find() {
    const people = await this.#people();
    const asked = people.slice(0, mostAsked).map(({ email }) => this.session.bridge.findPersonByEmail({ email }).catch(nobody));
    const known = new Map((await Promise.all(asked)).flatMap((person) => (person ? [[person.uid, person]] : [])));
    return { sender: people[0], known: [...known.values()] };
  }

  /** Who wrote the message; of the user's own messages whom it went to. */
  async #people() {
    const { messenger } = globalThis;
    const people = await (this.message ? peopleOfMessage(messenger, Number(this.message)) : displayedPeople(messenger));
    const { accounts } = await this.session.bridge.listAccounts();
    const here = (await hasPermission("accountsRead")) ? await ownAddresses(messenger.accounts) : [];
    return othersOn(people, [...here, ...accounts.flatMap((account) => account.own_addresses ?? [])]);
  }

  /**
   * Does something about the person and offers to take it back.
   * @param {(bridge: Bridge, uid: string) => Promise<{ undo?: string }>} call
   * @param {string} text
   */
  async #change(call, text) {
    if (this.busy) return false;
    const { bridge } = this.session;
    this.busy = true;
    const answer = await this.attempt(() => call(bridge, this.person.uid));
    this.busy = false;
    if (!answer) return false;
    this.load();
    showToast(text, undoing(this.session, answer.undo, () => this.load()));
    return true;
  }

  /** @param {LogRequest} request */
  #log(request) {
    return this.#change((bridge, uid) => bridge.logRecord({ uid }, request), t("sender.logged"));
  }

  /** @param {TagEdit} edit */
  #tag(edit) {
    const text = edit.add ? t("sender.tagged", { tag: edit.add[0] }) : t("sender.untagged", { tag: edit.remove?.[0] });
    return this.#change((bridge, uid) => bridge.editTags({ uid }, edit), text);
  }

  #promises() {
    const { promises } = this.person;
    if (promises.length === 0) return nothing;
    return html`<h2>${t("sender.promises")}</h2><ul>${promises.map(({ text, due }) => html`<li>${text}${due ? html` <span class="quiet">${t("sender.due", { day: dayText(due) })}</span>` : nothing}</li>`)}</ul>`;
  }

  #talk() {
    const { last_contact: last, usual } = this.person;
    const when = last ? t("sender.last_talk", { day: dayText(last) }) : t("sender.no_talk");
    return html`<p>${when}</p>${usual ? html`<p class="quiet said">${usual}</p>` : nothing}`;
  }

  /** Whom it is about, where the message names several. */
  #choice() {
    const { known, person } = this;
    if (known.length < 2) return nothing;
    const choose = (/** @type {FieldEvent} */ { target }) => (this.person = known.find(({ uid }) => uid === target.value) ?? person);
    return html`<label>${t("sender.who")} <select data-action="who" @change=${choose}>${known.map(({ uid, name }) => html`<option value=${uid} .selected=${live(uid === person.uid)}>${name}</option>`)}</select></label>`;
  }

  #person() {
    const { person, kind } = this;
    const form = html`<gt-log-form .session=${this.session} .uid=${person.uid} .kind=${kind ?? "touch"} @logged=${() => this.load()}></gt-log-form>`;
    return html`${this.#choice()}<h1><bdi>${person.name}</bdi></h1>
      <p class="quiet"><bdi>${[person.title, person.organisation].filter(Boolean).join(", ")}</bdi></p>
      ${this.#talk()} ${this.#promises()}
      ${kind ? nothing : html`<gt-tags .tags=${person.tags} .roleNames=${person.roles} .disabled=${!person.can_tag} .hint=${person.can_tag ? "" : (person.tag_hint ?? "")} .edit=${(/** @type {TagEdit} */ edit) => this.#tag(edit)}></gt-tags>`}
      ${kind ? form : html`<div class="actions" role="group" aria-label=${t("sender.log")}>
          ${quick.map(([word, request]) => html`<button data-log=${request.channel} ?disabled=${this.busy} @click=${() => this.#log(request)}>${t(`sender.${word}`)}</button>`)}
          <button data-action="open-person" @click=${() => this.open(`#/people/${encodeURIComponent(person.uid)}`)}>${t("sender.open")}</button>
        </div>
        <details><summary>${t("sender.log_else")}</summary>${form}</details>`}`;
  }

  #stranger() {
    if (!this.sender) return html`<h1>${t("sender.no_message")}</h1><p>${t("sender.no_message_about")}</p>`;
    return html`<h1><bdi>${this.sender.name || this.sender.email}</bdi></h1>
      <p>${rich("sender.stranger", { address: html`<bdi>${this.sender.email}</bdi>` })}</p>
      <p class="quiet">${t("sender.stranger_about")}</p>`;
  }

  #body() {
    if (this.allowed === false) {
      return html`<h1>${t("sender.ask")}</h1><p>${t("sender.ask_about")}</p>
        <button class="primary" data-action="allow" @click=${() => this.#allow()}>${t("sender.allow")}</button>
        <p class="quiet">${t("sender.allow_about")}</p>`;
    }
    if (this.person) return this.#person();
    return this.unknown ? this.#stranger() : this.problem ? nothing : loading;
  }

  render() {
    return html`<main class="popup sender">${this.withHelper(() => html`${this.#body()} ${troubleOf(this)}`)}</main><gt-toast></gt-toast>`;
  }
}
customElements.define("gt-sender", SenderCard);
