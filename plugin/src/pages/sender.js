import { html, nothing } from "lit";
import { displayedSender } from "../thunderbird/reading_pane.js";
import { askPermission, hasPermission } from "../thunderbird/permission.js";
import { dayText } from "../words/dates.js";
import { tellLanguage } from "../words/message.js";
import { GoodElement } from "./element.js";
import { loading, problemNotice } from "./notice.js";
import { Session } from "./session.js";
import { showToast } from "./toast.js";
import { chipWords, roleOf } from "./tags.js";
import "./connection.js";
import "./log_form.js";

const quick = [
  ["They wrote", { kind: "touch", channel: "mail", direction: "in" }],
  ["We spoke", { kind: "touch", channel: "call", direction: "mutual" }],
];

/** <gt-sender>: the card about the sender of the displayed message. */
export class SenderCard extends GoodElement {
  static properties = { allowed: { state: true }, sender: { state: true }, person: { state: true }, unknown: { state: true }, problem: { state: true } };

  constructor() {
    super();
    this.session = new Session("page");
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
    this.sender = await this.attempt(() => displayedSender(globalThis.messenger));
    if (!this.sender) {
      this.unknown = true;
      return;
    }
    this.person = await this.attempt(() => this.session.bridge.findPersonByEmail({ email: this.sender.email }));
    this.unknown = this.problem?.kind === "not_found";
    if (this.unknown) this.problem = null;
  }

  async #log(request) {
    const { bridge } = this.session;
    const { uid } = this.person;
    const answer = await this.attempt(() => bridge.logRecord({ uid }, request));
    if (!answer) return;
    this.#look();
    showToast("Logged.", () => bridge.undo({}, { undo: answer.undo }).then(() => this.#look()));
  }

  #person() {
    const { person } = this;
    return html`<h1><bdi>${person.name}</bdi></h1>
      <p class="quiet"><bdi>${[person.title, person.organisation].filter(Boolean).join(", ")}</bdi></p>
      <p>Last contact: ${person.last_contact ? dayText(person.last_contact) : "none known"}${person.usual ? html`; ${person.usual}` : nothing}</p>
      ${person.promises.length ? html`<h2>You promised</h2><ul>${person.promises.map(({ text, due }) => html`<li>${text}${due ? html` <span class="quiet">by ${dayText(due)}</span>` : nothing}</li>`)}</ul>` : nothing}
      <ul class="chips" aria-label="Tags and roles">${chipWords(person.tags, person.roles).map((word) => html`<li><bdi class="chip ${roleOf(word) ? "role" : ""}">${word}</bdi></li>`)}</ul>
      <div class="actions" role="group" aria-label="Log">
        ${quick.map(([word, request]) => html`<button data-log=${request.channel} @click=${() => this.#log(request)}>${word}</button>`)}
        <button data-action="open-person" @click=${() => (this.session.show(`#/people/${encodeURIComponent(person.uid)}`), globalThis.close())}>Open…</button>
      </div>
      <details><summary>Log something else</summary><gt-log-form .session=${this.session} .uid=${person.uid} @logged=${() => this.#look()}></gt-log-form></details>`;
  }

  #stranger() {
    if (!this.sender) return html`<h1>No message is open</h1><p>Open a message to see its sender here.</p>`;
    return html`<h1><bdi>${this.sender.name || this.sender.email}</bdi></h1>
      <p><bdi>${this.sender.email}</bdi> is in none of the address books that Goodturn syncs.</p>
      <p class="quiet">To follow this person, add them to one of those books (in Thunderbird: right-click the address, Add to Address Book) and sync. Goodturn keeps nothing that names people who are not in a book.</p>`;
  }

  #body() {
    if (this.session.state.phase !== "ready") return html`<gt-connection .session=${this.session}></gt-connection>`;
    if (this.allowed === false) {
      return html`<h1>Who wrote this?</h1>
        <p>To show who a message is from, Goodturn needs Thunderbird's permission “Read your email messages”. It looks at the sender's address of the message on the screen, and at nothing else.</p>
        <button class="primary" data-action="allow" @click=${() => this.#allow()}>Allow</button>
        <p class="quiet">You can take it back under Accounts & sync. If this card closes after you allowed it, open it once more.</p>`;
    }
    if (this.person) return this.#person();
    return this.unknown ? this.#stranger() : this.problem ? nothing : loading;
  }

  render() {
    return html`<main class="popup sender">${this.#body()} ${problemNotice(this.problem)}</main><gt-toast></gt-toast>`;
  }
}
customElements.define("gt-sender", SenderCard);
