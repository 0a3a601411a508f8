import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
/** @import { Undone } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

const stays = 20000;

/**
 * Shows a line at the foot of the page; `undo` (an async function) makes it the action that Ctrl+Z takes back.
 * @param {string} text
 * @param {(() => unknown) | null} [undo]
 */
export function showToast(text, undo = null) {
  globalThis.dispatchEvent(new CustomEvent("gt-toast", { detail: { text, undo } }));
}

const inText = (/** @type {Element | null} */ target) => target?.closest?.("input, textarea, select") !== null;

/**
 * What of the user's Markdown notes could not be taken back.
 * @param {unknown} answer
 */
const leftOf = (answer) => /** @type {Partial<Undone> | undefined} */ (answer)?.left_in_notes ?? [];

/** @typedef {{ text: string, undo: (() => unknown) | null }} Told */
/** @typedef {{ toast?: Told | null }} Fields */

/** <gt-toast>: the last action and its undo. It waits while it has focus or the pointer. */
export class Toast extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { toast: { state: true }, problem: { state: true } };
  #timer = 0;

  connectedCallback() {
    super.connectedCallback();
    this.listen(globalThis, "gt-toast", (event) => this.#show(event.detail));
    this.listen(globalThis, "keydown", (event) => {
      const wanted = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
      if (!wanted || inText(event.target) || !this.toast?.undo) return;
      event.preventDefault();
      this.#undo();
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** @param {Told} toast */
  #show(toast) {
    this.toast = toast;
    this.problem = null;
    this.#restart();
  }

  #restart() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.matches(":hover, :focus-within") ? this.#restart() : this.#close()), stays);
  }

  #close() {
    clearTimeout(this.#timer);
    this.toast = null;
    this.problem = null;
  }

  async #undo() {
    const { undo = null, text = "" } = this.toast ?? {};
    const under = (this.toast = { text, undo: null });
    const done = await this.attempt(async () => ({ answer: await undo?.() }));
    // An action taken meanwhile has told of itself; its own undo must stay.
    if (this.toast !== under) return;
    if (done) this.#show({ text: [t("toast.undone"), ...leftOf(done.answer)].join(" "), undo: null });
    // What did not get through (the helper restarts) may be tried again; what is gone for good may not.
    else if (this.problem?.kind !== "not_found") this.toast = { text, undo };
  }

  render() {
    return html`<div class="toast-place" role="status" aria-live="polite">
      ${this.toast
        ? html`<div class="toast">
            <span>${this.toast.text}</span>
            ${this.toast.undo
              ? html`<button class="plain" data-action="undo" aria-keyshortcuts="Control+Z" @click=${() => this.#undo()}>${t("toast.undo")} <kbd>${t("toast.key")}</kbd></button>`
              : nothing}
            <button class="plain" aria-label=${t("toast.close")} @click=${() => this.#close()}>✕</button>
          </div>`
        : nothing}
      ${problemNotice(this.problem)}
    </div>`;
  }
}
customElements.define("gt-toast", Toast);
