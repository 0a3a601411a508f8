import { html, nothing } from "lit";
import { askInDialog } from "./dialog.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { showToast } from "./toast.js";

const here = 0;
const sharedText = "Your notes, gifts, promises and follow-ups then live in two calendars of that account, “Goodturn Journal” and “Goodturn Follow-ups”, and every computer that uses the account has them. Everybody who can read those calendars can read them, too.";
const hereText = "They are copied to this computer. The copies on the server stay there until you delete them.";

/** <gt-records-place>: whether journal and follow-ups live only on this computer or on one of the `accounts`. */
export class RecordsPlace extends GoodElement {
  static properties = { session: { attribute: false }, accounts: { attribute: false }, place: { state: true }, busy: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.listen(this.session, "changed", () => this.#load());
    this.#load();
  }

  async #load() {
    const place = await this.attempt(() => this.session.bridge.getRecordsPlace());
    if (place) this.place = place;
  }

  async #choose(event) {
    const wanted = Number(event.target.value);
    const account = this.accounts.find((one) => one.id === wanted);
    const question = account
      ? { title: `Keep your records on ${account.name}?`, text: sharedText, yes: "Keep them there" }
      : { title: "Keep your records only on this computer?", text: hereText, yes: "Keep them here" };
    if (await askInDialog(question)) {
      this.busy = true;
      const place = await this.attempt(() => this.session.bridge.keepRecords({}, { account: wanted }));
      this.busy = false;
      if (place) this.place = place;
      if (place) showToast(account ? "Kept there from now on. The next sync sends them." : "Kept on this computer from now on.");
    }
    event.target.value = String(this.#account());
  }

  #account() {
    return Math.max(this.place.journal.account, this.place.follow_ups.account);
  }

  #part(word, part) {
    return html`<li>${word}: ${part.account === here ? "on this computer only" : html`<bdi>${part.name}</bdi> of <bdi>${part.account_name}</bdi>`}</li>`;
  }

  #choices() {
    const servers = this.accounts.filter((account) => account.kind !== "feed");
    return html`<label>Keep them
        <select data-action="records-place" ?disabled=${this.busy} .value=${String(this.#account())} @change=${(event) => this.#choose(event)}>
          <option value=${here} ?selected=${this.#account() === here}>only on this computer</option>
          ${servers.map((account) => html`<option value=${account.id} ?selected=${this.#account() === account.id}>on ${account.name}</option>`)}
        </select></label>
      <ul>${this.#part("Journal", this.place.journal)}${this.#part("Follow-ups", this.place.follow_ups)}</ul>
      ${this.busy ? html`<p class="quiet" role="status">Looking for a place on the server…</p>` : nothing}
      ${this.place.notes.map((note) => html`<p class="notice">${note}</p>`)}`;
  }

  render() {
    return html`<section class="panel" aria-labelledby="records-head">
      <h2 id="records-head">Your own records</h2>
      <p class="quiet">What you log about people, and the follow-ups.</p>
      ${this.place && this.accounts ? this.#choices() : nothing} ${problemNotice(this.problem)}
    </section>`;
  }
}
customElements.define("gt-records-place", RecordsPlace);
