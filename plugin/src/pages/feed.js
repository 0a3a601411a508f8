import { html, nothing } from "lit";
import { GoodElement, freshId } from "./element.js";
import { problemNotice } from "./notice.js";
import { feedLink } from "./safe_link.js";
import { showToast } from "./toast.js";

/** <gt-feed>: "Show in calendar": opens the follow-ups calendar's address and shows it for copying. */
export class Feed extends GoodElement {
  static properties = { session: { attribute: false }, feed: { state: true }, problem: { state: true } };
  #id = freshId("feed");

  async #show() {
    this.feed = await this.attempt(() => this.session.bridge.getFeedAddress());
    if (!this.feed) return;
    await this.updateComplete;
    const link = this.querySelector("a[data-action=add-calendar]");
    link?.focus();
  }

  async #copy() {
    const field = this.querySelector("input");
    field.select();
    await this.attempt(() => globalThis.navigator.clipboard.writeText(this.feed.url));
    if (this.problem) this.problem = null;
    else showToast("Address copied.");
  }

  render() {
    const link = this.feed ? feedLink(this.feed.webcal) : undefined;
    return html`<button data-action="show-in-calendar" aria-expanded=${this.feed ? "true" : "false"} @click=${() => (this.feed ? (this.feed = null) : this.#show())}>
        Show in calendar
      </button>
      ${this.feed
        ? html`<section class="panel feed" aria-labelledby=${this.#id}>
            <h2 id=${this.#id}>Follow-ups in your calendar</h2>
            ${link ? html`<p><a class="button primary" data-action="add-calendar" href=${link}>Add to the calendar</a></p>` : nothing}
            <p>Or in Thunderbird: Calendar, New Calendar, On the Network, and paste this address. Ticking a task there logs it here.</p>
            <label class="wide">Address <input readonly .value=${this.feed.url} @focus=${(event) => event.target.select()} /></label>
            <button data-action="copy" @click=${() => this.#copy()}>Copy</button>
            <p class="quiet">The address is a key: whoever has it can read your follow-ups on this computer. Under Accounts & sync you can make a new one.</p>
          </section>`
        : nothing}
      ${problemNotice(this.problem)}`;
  }
}
customElements.define("gt-feed", Feed);
