import { html, nothing } from "lit";
import { momentText } from "../words/dates.js";
import { label } from "../words/labels.js";
import { askInDialog } from "./dialog.js";
import { GoodElement, freshId } from "./element.js";
import { problemNotice } from "./notice.js";
import { showToast } from "./toast.js";

const writeBackText = "Tags you set here are then written into this address book, where everybody who can read it sees them. Role words such as “mentor” are tags too.";

/** <gt-account-card>: one account: its collections, your own addresses, remove. Tells "edited". */
export class AccountCard extends GoodElement {
  static properties = { session: { attribute: false }, account: { attribute: false }, collections: { attribute: false }, problem: { state: true } };
  #id = freshId("account");

  #edited() {
    this.dispatchEvent(new CustomEvent("edited", { bubbles: true }));
  }

  async #tick(collection, field, event) {
    const box = event.target;
    const on = box.checked;
    const wantsCare = field === "write_back" && on;
    if (wantsCare && !(await askInDialog({ title: `Write tags back to ${collection.name}?`, text: writeBackText, yes: "Write tags back" }))) {
      box.checked = false;
      return;
    }
    const saved = await this.attempt(() => this.session.bridge.editCollection({ id: collection.id }, { [field]: on }));
    if (!saved) box.checked = !on;
    this.#edited();
  }

  async #remove() {
    const text = "The copies on this computer go. Nothing is deleted on the server. What you logged stays and finds its people again.";
    if (!(await askInDialog({ title: `Remove ${this.account.name}?`, text, yes: "Remove account" }))) return;
    const gone = await this.attempt(() => this.session.bridge.removeAccount({ id: this.account.id }));
    if (gone) showToast("Account removed.");
    this.#edited();
  }

  async #addresses(event) {
    event.preventDefault();
    const words = event.target.elements.addresses.value.split(/[\s,;]+/).filter(Boolean);
    const saved = await this.attempt(() => this.session.bridge.editAccount({ id: this.account.id }, { own_addresses: words }));
    if (saved) showToast("Addresses saved.");
    this.#edited();
  }

  #box(collection, field, words, disabled = false) {
    return html`<label class="switch"><input
        type="checkbox" data-field=${field} .checked=${collection[field]} ?disabled=${disabled}
        aria-label="${words}: ${collection.name}" @change=${(event) => this.#tick(collection, field, event)} /> ${words}</label>`;
  }

  #collection(collection) {
    const book = collection.kind === "address-book";
    const facts = [label(collection.kind), `${collection.items} entries`, collection.read_only ? "read only" : "", collection.last_sync ? `synced ${momentText(collection.last_sync)}` : ""];
    return html`<li class="collection">
      <div><bdi class="name">${collection.name}</bdi> <span class="quiet">${facts.filter(Boolean).join(" · ")}</span></div>
      <div class="line">
        ${this.#box(collection, "enabled", "Sync")}
        ${book ? this.#box(collection, "write_back", "Write tags back", collection.read_only) : this.#box(collection, "counts_as_meetings", "Counts as meetings")}
      </div>
    </li>`;
  }

  render() {
    const { account } = this;
    return html`<section class="panel" aria-labelledby=${this.#id}>
      <header class="line spread">
        <h2 id=${this.#id}><bdi>${account.name}</bdi></h2>
        <button class="plain" data-action="remove-account" @click=${() => this.#remove()}>Remove…</button>
      </header>
      <p class="quiet">${label(account.kind)}: <bdi>${account.url}</bdi>${account.user ? html` as <bdi>${account.user}</bdi>` : nothing}</p>
      <ul class="collections">${this.collections.map((collection) => this.#collection(collection))}</ul>
      <form class="line" @submit=${(event) => this.#addresses(event)}>
        <label class="wide">Your own addresses <input name="addresses" autocomplete="off" .value=${(account.own_addresses ?? []).join(", ")} /></label>
        <button type="submit">Save</button>
      </form>
      ${problemNotice(this.problem)}
    </section>`;
  }
}
customElements.define("gt-account-card", AccountCard);
