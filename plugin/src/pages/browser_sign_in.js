import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { safeLink } from "./safe_link.js";
/** @import { SignInBegun, SignInRequest } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

const pause = 700;

/** @typedef {{ request: () => SignInRequest | null, begun?: SignInBegun | null }} Fields */

/**
 * <gt-browser-sign-in>: a sign-in on the provider's own page. `request()` gives what startSignIn wants, or null while something is
 * missing. Tells "signed-in" with the id of the finished sign-in.
 */
export class BrowserSignIn extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, request: { attribute: false }, begun: { state: true }, problem: { state: true } };

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#forget();
  }

  async #start() {
    const request = this.request();
    if (!request) return;
    this.begun = await this.attempt(() => this.session.bridge.startSignIn({}, request));
    if (!this.begun) return;
    await this.updateComplete;
    this.querySelector("a")?.focus();
    this.#watch(this.begun.id);
  }

  #forget() {
    const { begun } = this;
    this.begun = null;
    if (begun) this.session.bridge.cancelSignIn({ id: begun.id }).catch(() => {});
  }

  /** @param {string} id */
  async #watch(id) {
    while (this.begun?.id === id) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (this.begun?.id !== id) return;
      const now = await this.attempt(() => this.session.bridge.getSignIn({ id }));
      if (now?.state === "waiting") continue;
      if (this.begun?.id !== id) return;
      this.begun = null;
      if (now?.state === "done") this.dispatchEvent(new CustomEvent("signed-in", { detail: id, bubbles: true }));
      else if (now?.error) this.problem = { kind: now.error.kind, message: now.error.what };
    }
  }

  render() {
    const link = this.begun ? safeLink(this.begun.address) : undefined;
    return html`${link
        ? html`<p role="status">${t("account.waiting_for_browser")}</p>
            <div class="line"><a href=${link} target="_blank" rel="noopener noreferrer" data-action="open-sign-in">${t("account.open_sign_in")}</a>
            <button type="button" data-action="cancel-sign-in" @click=${() => this.#forget()}>${t("account.cancel_sign_in")}</button></div>`
        : html`<button type="button" data-action="start-sign-in" @click=${() => this.#start()}>${t("account.sign_in_browser")}</button>`}
      ${this.problem ? problemNotice(this.problem) : nothing}`;
  }
}
customElements.define("gt-browser-sign-in", BrowserSignIn);
