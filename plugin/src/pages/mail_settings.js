import { html, nothing } from "lit";
import { askMail, dropPermission, maySeeMail } from "../thunderbird/permission.js";
import { dayText } from "../words/dates.js";
import { messagesText, readerText, spanText } from "../words/mail.js";
import { askInDialog } from "./dialog.js";
import { GoodElement } from "./element.js";
import "./mail_choice.js";
import { loading, problemNotice } from "./notice.js";
import { showToast } from "./toast.js";

const offFields = html`<fieldset>
  <legend class="unseen">What was read</legend>
  <label class="switch"><input type="radio" name="keep" value="yes" checked /> Keep what was read</label>
  <label class="switch"><input type="radio" name="keep" value="no" /> Forget what was read</label>
</fieldset>`;

/** <gt-mail-settings>: observing mail: asked for, chosen, read, looked at, forgotten, turned off. */
export class MailSettings extends GoodElement {
  static properties = { session: { attribute: false }, mail: { state: true }, allowed: { state: true }, choosing: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.listen(this.session, "mail", () => this.#told());
    this.listen(this.session, "changed", () => this.#load());
    this.#load();
  }

  async #load() {
    const mail = await this.attempt(() => this.session.bridge.getMail());
    if (mail) this.mail = mail;
    this.allowed = await maySeeMail();
  }

  async #told() {
    this.requestUpdate();
    if (this.session.mail?.phase !== "reading") await this.#load();
  }

  async #turnOn() {
    this.choosing = this.allowed || (await askMail("#/accounts").catch(() => false));
  }

  async #chosen(accounts) {
    const mail = await this.attempt(() => this.session.bridge.watchMail({}, { accounts }));
    if (!mail) return;
    this.mail = mail;
    this.choosing = false;
    this.session.mailAction("read");
  }

  async #turnOff() {
    const answer = await askInDialog({ title: "Turn mail off?", text: "Goodturn stops looking at your mail. Thunderbird's permission “Read your email messages” stays for the card about senders, until you take it back under “In Thunderbird”.", yes: "Turn off", fields: offFields });
    if (!answer) return;
    const { bridge } = this.session;
    if (this.session.inThunderbird) this.session.mailAction("cancel");
    const forget = answer.keep === "no";
    const done = await this.attempt(() => (forget ? bridge.forgetMail({ all: true }) : bridge.watchMail({}, { accounts: [] })));
    if (!done) return;
    this.mail = forget ? done.state : done;
    if (this.session.inThunderbird) await dropPermission("accountsRead").catch(() => false);
    await this.#load();
    showToast(forget ? `Mail is off. Forgotten: ${messagesText(done.forgotten)}.` : "Mail is off. What was read is kept.");
  }

  async #forgetAddress() {
    const fields = html`<label>Address <input type="email" name="address" required maxlength="320" data-field="forget-address" /></label>`;
    const text = "What was read of mail with this address is forgotten, and mail sent before now is not taken again.";
    const answer = await askInDialog({ title: "Forget mail with an address?", text, yes: "Forget", fields });
    if (answer) await this.#forget({ address: answer.address });
  }

  async #forgetAccount(account) {
    const text = "What was read of it is forgotten, and it is no longer observed. Your mail itself stays as it is.";
    if (await askInDialog({ title: `Forget the mail of ${account.name}?`, text, yes: "Forget" })) await this.#forget({ account: account.id });
  }

  async #forget(scope) {
    const done = await this.attempt(() => this.session.bridge.forgetMail(scope));
    if (!done) return;
    this.mail = done.state;
    showToast(`Forgotten: ${messagesText(done.forgotten)}.`);
  }

  #why() {
    return html`<p>When you write to somebody, Goodturn can notice by itself: then it does not remind you of people you have just written to, and it sees who has gone quiet.</p>
      <p>It looks at dates, addresses and the number of recipients, and at the fields that mark mailing lists and automatic mail. <strong>Never at subjects or texts.</strong> Addresses are kept only as fingerprints that mean nothing on another computer; nothing leaves this one.</p>`;
  }

  #off() {
    const text = "Thunderbird will ask for “See your mail accounts, their identities and their folders” and “Read your email messages”; it has no smaller permission for this. Afterwards you choose the accounts. The first time, the last 12 months are read.";
    if (!this.session.inThunderbird) return html`${this.#why()}<p class="quiet">It is turned on inside Thunderbird, on this same page.</p>`;
    return html`${this.#why()}
      <p class="quiet">${text}</p>
      <button data-action="mail-on" @click=${() => this.#turnOn()}>Turn on…</button>`;
  }

  #progress() {
    const state = this.session.mail;
    const text = readerText(state);
    if (!text) return nothing;
    if (state.phase !== "reading") return html`<p role="status" class=${state.phase === "failed" ? "notice" : "quiet"}>${text}</p>`;
    return html`<div class="progress">
      <progress aria-label="Reading mail" max=${state.total} value=${state.done}></progress>
      <p role="status">${text}</p>
      <button data-action="mail-cancel" @click=${() => this.session.mailAction("cancel")}>Stop</button>
    </div>`;
  }

  #account(account) {
    const { folders } = account;
    return html`<li>
      <div class="line spread"><span><bdi>${account.name}</bdi> <span class="quiet">${messagesText(account.messages)}${folders.length ? "" : ", no longer observed"}</span></span>
        <button class="plain" data-forget-account=${account.id} aria-label="Forget the mail of ${account.name}" @click=${() => this.#forgetAccount(account)}>Forget…</button></div>
      ${folders.map((folder) => html`<p class="quiet"><bdi>${folder.name}</bdi>: ${spanText(folder)}</p>`)}
    </li>`;
  }

  #kept() {
    const { messages, people, oldest, accounts } = this.mail;
    if (accounts.length === 0) return nothing;
    const since = oldest ? html` since ${dayText(oldest.slice(0, 10))}, with ${people} of your people` : nothing;
    return html`<p data-mail-kept>Kept: ${messagesText(messages)}${since}.</p>
      <ul class="rows">${accounts.map((account) => this.#account(account))}</ul>`;
  }

  #body() {
    if (!this.mail) return this.problem ? nothing : loading;
    if (this.choosing) return html`<gt-mail-choice .watched=${this.mail.accounts} @chosen=${(event) => this.#chosen(event.detail)} @left=${() => (this.choosing = false)}></gt-mail-choice>`;
    const isWatched = this.mail.accounts.some((account) => account.folders.length > 0);
    const isReading = this.session.mail?.phase === "reading";
    const here = this.session.inThunderbird;
    if (!isWatched) {
      const begin = this.allowed ? html`${this.#why()}<button class="primary" data-action="mail-choose" @click=${() => (this.choosing = true)}>Choose accounts…</button>` : this.#off();
      return html`${begin} ${this.#kept()} ${this.mail.accounts.length ? this.#forgetting() : nothing}`;
    }
    return html`${here && !this.allowed ? html`<p class="notice">Thunderbird's permission is missing, so nothing new is read. <button data-action="mail-on" @click=${() => this.#turnOn()}>Ask for it…</button></p>` : nothing}
      ${this.#kept()} ${here ? this.#progress() : nothing}
      <div class="actions">
        ${here && this.allowed && !isReading ? html`<button data-action="mail-read" @click=${() => this.session.mailAction("read")}>Read now</button><button data-action="mail-choose" @click=${() => (this.choosing = true)}>Change accounts…</button>` : nothing}
        <button data-action="mail-forget-address" @click=${() => this.#forgetAddress()}>Forget an address…</button>
        <button data-action="mail-off" @click=${() => this.#turnOff()}>Turn off…</button>
      </div>`;
  }

  #forgetting() {
    return html`<div class="actions"><button data-action="mail-forget-address" @click=${() => this.#forgetAddress()}>Forget an address…</button></div>`;
  }

  render() {
    return html`<section class="panel" aria-labelledby="mail-head">
      <h2 id="mail-head">Mail</h2>
      ${this.#body()} ${problemNotice(this.problem)}
    </section>`;
  }
}
customElements.define("gt-mail-settings", MailSettings);
