import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { GoodElement, freshId } from "./element.js";
import { problemNotice } from "./notice.js";
import { feedLink } from "./safe_link.js";
import { showToast } from "./toast.js";
/** @import { FeedAddress } from "../generated/contract.ts" */
/** @import { FieldEvent } from "./events.ts" */
/** @import { With } from "./with.ts" */

const steps = ["step_1", "step_2", "step_3", "step_4"];

/** @typedef {{ feed?: FeedAddress | null }} Fields */

/**
 * <gt-feed>: "Show in calendar": the follow-ups calendar's address, as a webcal: link in a browser. Inside Thunderbird
 * such a link does nothing (docs/host.md), so there the address is copied and the way into the calendar told.
 */
export class Feed extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, feed: { state: true }, problem: { state: true } };
  #id = freshId("feed");

  async #show() {
    this.feed = await this.attempt(() => this.session.bridge.getFeedAddress());
    if (!this.feed) return;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector("[data-action=add-calendar], [data-action=copy]"))?.focus();
  }

  async #copy() {
    this.querySelector("input")?.select();
    const copied = await globalThis.navigator.clipboard.writeText(this.feed?.url ?? "").then(() => true, () => false);
    showToast(t(copied ? "feed.copied" : "common.not_copied"));
  }

  render() {
    const link = this.feed && !this.session.inThunderbird ? feedLink(this.feed.webcal) : undefined;
    return html`<button data-action="show-in-calendar" aria-expanded=${this.feed ? "true" : "false"} @click=${() => (this.feed ? (this.feed = null) : this.#show())}>
        ${t("feed.show")}
      </button>
      ${this.feed
        ? html`<section class="panel feed" aria-labelledby=${this.#id}>
            <h2 id=${this.#id}>${t("feed.head")}</h2>
            ${link ? html`<p><a class="button primary" data-action="add-calendar" href=${link}>${t("feed.add")}</a></p><p>${t("feed.by_hand")}</p>` : nothing}
            <ol>${steps.map((step) => html`<li>${t(`feed.${step}`)}</li>`)}</ol>
            <p>${t("feed.ticking")}</p>
            <label class="wide">${t("feed.address")} <input readonly .value=${this.feed.url} @focus=${(/** @type {FieldEvent} */ event) => event.target.select()} /></label>
            <button class=${link ? "" : "primary"} data-action="copy" @click=${() => this.#copy()}>${t("feed.copy")}</button>
            <p class="quiet">${t("feed.key")}</p>
          </section>`
        : nothing}
      ${problemNotice(this.problem)}`;
  }
}
customElements.define("gt-feed", Feed);
