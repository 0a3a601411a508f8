import { html, nothing } from "lit";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";

/** <gt-account-form>: adds an account by address, user and password. Tells "added". */
export class AccountForm extends GoodElement {
  static properties = { session: { attribute: false }, busy: { state: true }, problem: { state: true }, added: { state: true } };

  async #add(event) {
    event.preventDefault();
    const form = event.target;
    const request = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));
    this.busy = true;
    this.added = null;
    const answer = await this.attempt(() => this.session.bridge.addAccount({}, request));
    this.busy = false;
    if (!answer) return;
    form.reset();
    this.added = answer;
    this.dispatchEvent(new CustomEvent("added", { bubbles: true }));
  }

  #result() {
    const { account, collections, notes } = this.added;
    return html`<div role="status">
      <p>Added <bdi>${account.name}</bdi> with ${collections.length} ${collections.length === 1 ? "collection" : "collections"}. Tick what you want above, then sync.</p>
      ${notes.map((note) => html`<p class="quiet">${note}</p>`)}
    </div>`;
  }

  render() {
    return html`<form class="fields" @submit=${(event) => this.#add(event)}>
      <label class="wide">Address
        <input name="url" required maxlength="1000" autocomplete="off" spellcheck="false" aria-describedby="address-help" placeholder="dav.example.org, or your e-mail address" />
      </label>
      <p class="quiet" id="address-help">A server, an e-mail address, a folder with .vcf and .ics files, or the address of an .ics calendar.</p>
      <label>User <input name="user" maxlength="200" autocomplete="off" spellcheck="false" /></label>
      <label>Password <input name="password" type="password" maxlength="1000" autocomplete="off" /></label>
      <label>Name <input name="name" maxlength="200" autocomplete="off" placeholder="as you like" /></label>
      <div class="actions"><button class="primary" type="submit" data-action="add-account" ?disabled=${this.busy}>${this.busy ? "Looking…" : "Add account"}</button></div>
      ${problemNotice(this.problem)} ${this.added ? this.#result() : nothing}
    </form>`;
  }
}
customElements.define("gt-account-form", AccountForm);
