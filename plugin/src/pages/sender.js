import { html, nothing } from "lit";
import { displayedPeople, peopleOfMessage } from "../thunderbird/reading_pane.js";
import { askPermission, hasPermission } from "../thunderbird/permission.js";
import { dayText } from "../words/dates.js";
import { rich, t, tellLanguage } from "../words/message.js";
import { GoodElement } from "./element.js";
import { loading, problemNotice } from "./notice.js";
import { Session } from "./session.js";
import { showToast } from "./toast.js";
import "./connection.js";
import "./log_form.js";
import "./tags.js";

const quick = [
  ["they_wrote", { kind: "touch", channel: "mail", direction: "in" }],
  ["we_spoke", { kind: "touch", channel: "call", direction: "mutual" }],
];

/**
 * <gt-sender>: the card about the sender of the displayed message; with ?message=ID&kind=KIND about the other person of that
 * message, with the log form open at that kind.
 */
export class SenderCard extends GoodElement {
  static properties = { allowed: { state: true }, sender: { state: true }, person: { state: true }, unknown: { state: true }, problem: { state: true } };

  constructor() {
    super();
    this.session = new Session("page");
    const query = new URLSearchParams(globalThis.location.search);
    this.message = query.get("message");
    this.kind = query.get("kind");
  }

  connectedCallback() {
    super.connectedCallback();
    tellLanguage(document);
    this.listen(this.session, "state", () => (this.requestUpdate(), this.#look()));
    this.session.open();
    hasPermission("messagesRead").then((allowed) => ((this.allowed = allowed), this.#look()));
  }

  async #allow() {
    this.allowed = await askPermission("messagesRead");
    this.#look();
  }

  async #look() {
    if (!this.allowed || this.session.state.phase !== "ready") return;
    const { messenger } = globalThis;
    const people = await this.attempt(() => (this.message ? peopleOfMessage(messenger, Number(this.message)) : displayedPeople(messenger)));
    [this.sender] = people ?? [];
    for (const { email } of people ?? []) {
      this.person = await this.attempt(() => this.session.bridge.findPersonByEmail({ email }));
      if (this.person || this.problem?.kind !== "not_found") return;
    }
    this.unknown = !this.problem || this.problem.kind === "not_found";
    if (this.unknown) this.problem = null;
  }

  /** Does something about the person and offers to take it back. */
  async #change(call, text) {
    const { bridge } = this.session;
    const answer = await this.attempt(() => call(bridge, this.person.uid));
    if (!answer) return;
    this.#look();
    showToast(text, () => bridge.undo({}, { undo: answer.undo }).then(() => this.#look()));
  }

  #log(request) {
    return this.#change((bridge, uid) => bridge.logRecord({ uid }, request), t("sender.logged"));
  }

  #tag(edit) {
    const text = edit.add ? t("sender.tagged", { tag: edit.add[0] }) : t("sender.untagged", { tag: edit.remove[0] });
    return this.#change((bridge, uid) => bridge.editTags({ uid }, edit), text);
  }

  #open(route) {
    this.session.show(route);
    globalThis.close();
  }

  #promises() {
    const { promises } = this.person;
    if (promises.length === 0) return nothing;
    return html`<h2>${t("sender.promises")}</h2><ul>${promises.map(({ text, due }) => html`<li>${text}${due ? html` <span class="quiet">${t("sender.due", { day: dayText(due) })}</span>` : nothing}</li>`)}</ul>`;
  }

  #talk() {
    const { last_contact: last, usual } = this.person;
    const when = last ? t("sender.last_talk", { day: dayText(last) }) : t("sender.no_talk");
    return html`<p>${when}${usual ? html` <span class="quiet" lang="en">${usual}</span>` : nothing}</p>`;
  }

  #person() {
    const { person, kind } = this;
    const form = html`<gt-log-form .session=${this.session} .uid=${person.uid} .kind=${kind ?? "touch"} @logged=${() => this.#look()}></gt-log-form>`;
    return html`<h1><bdi>${person.name}</bdi></h1>
      <p class="quiet"><bdi>${[person.title, person.organisation].filter(Boolean).join(", ")}</bdi></p>
      ${this.#talk()} ${this.#promises()}
      ${kind ? nothing : html`<gt-tags .tags=${person.tags} .roleNames=${person.roles} .disabled=${!person.can_tag} .hint=${person.can_tag ? "" : (person.tag_hint ?? "")} @edit=${(event) => this.#tag(event.detail)}></gt-tags>`}
      ${kind ? form : html`<div class="actions" role="group" aria-label=${t("sender.log")}>
          ${quick.map(([word, request]) => html`<button data-log=${request.channel} @click=${() => this.#log(request)}>${t(`sender.${word}`)}</button>`)}
          <button data-action="open-person" @click=${() => this.#open(`#/people/${encodeURIComponent(person.uid)}`)}>${t("sender.open")}</button>
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
    if (this.session.state.phase !== "ready") return html`<gt-connection .session=${this.session}></gt-connection>`;
    if (this.allowed === false) {
      return html`<h1>${t("sender.ask")}</h1><p>${t("sender.ask_about")}</p>
        <button class="primary" data-action="allow" @click=${() => this.#allow()}>${t("sender.allow")}</button>
        <p class="quiet">${t("sender.allow_about")}</p>`;
    }
    if (this.person) return this.#person();
    return this.unknown ? this.#stranger() : this.problem ? nothing : loading;
  }

  render() {
    return html`<main class="popup sender">${this.#body()} ${problemNotice(this.problem)}</main><gt-toast></gt-toast>`;
  }
}
customElements.define("gt-sender", SenderCard);
