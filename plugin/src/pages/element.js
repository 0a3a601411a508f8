import { LitElement } from "lit";
/** @import { PropertyValues } from "lit" */
/** @import { Session } from "./session.js" */
/** @import { With } from "./with.ts" */

/**
 * Gives the focus to `element` when what had it has left the page or was switched off. Who has gone on meanwhile, or into
 * another window, stays there: an answer that comes late must not put the next key press onto another control.
 * @param {Element | null | undefined} element
 */
export function passFocus(element) {
  const { activeElement } = document;
  if ((activeElement === null || activeElement === document.body) && element instanceof HTMLElement) element.focus();
}

/** @typedef {{ kind?: string, title?: string, message: string, status?: number, certificate?: string, wantsCertificate?: boolean }} Trouble */
/** @typedef {{ session: Session, problem?: Trouble | null, load(): unknown }} Fields */

/**
 * Base of all elements here. It renders into the page itself instead of a shadow tree: one style sheet serves all,
 * and labels, descriptions and active descendants may point across elements.
 */
export class GoodElement extends /** @type {With<typeof LitElement, Fields>} */ (LitElement) {
  /** @type {(() => void)[]} */
  #subscriptions = [];
  /** @type {Trouble | null | undefined} */
  #unread = null;

  createRenderRoot() {
    return this;
  }

  /**
   * Listens as long as the element stands in the page. Call it in connectedCallback.
   * @param {EventTarget} target
   * @param {string} type
   * @param {(event: any) => void} listener
   */
  listen(target, type, listener) {
    target.addEventListener(type, listener);
    this.#subscriptions.push(() => target.removeEventListener(type, listener));
  }

  /** Calls load() of the element whenever the helper may answer otherwise than before. */
  followHelper() {
    this.listen(this.session, "changed", () => this.load());
    this.listen(this.session, "state", () => this.session.state.phase === "ready" && this.load());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const cancel of this.#subscriptions.splice(0)) cancel();
  }

  /**
   * Runs what the user asked for; a Problem is kept in `this.problem` for the page to show, and undefined is returned. A control
   * that was switched off meanwhile gets the focus back.
   * @template T
   * @param {() => Promise<T> | T} call
   * @returns {Promise<T | undefined>}
   */
  async attempt(call) {
    this.problem = null;
    const { activeElement: place } = document;
    const answer = await this.#run(call, (trouble) => (this.problem = trouble));
    setTimeout(() => place?.isConnected && passFocus(place));
    return answer;
  }

  /**
   * As attempt(), for what the page reads by itself: a success takes away only what reading failed with before. An action that
   * was refused often makes a "changed" as well, and its reason must stay to be read.
   * @template T
   * @param {() => Promise<T> | T} call
   * @returns {Promise<T | undefined>}
   */
  async read(call) {
    const unread = this.#unread;
    const answer = await this.#run(call, (trouble) => (this.#unread = this.problem = trouble));
    if (this.#unread !== unread) return answer;
    if (unread && this.problem === unread) this.problem = null;
    this.#unread = null;
    return answer;
  }

  /** Whether what the page shows could not be read. */
  get isUnread() {
    return Boolean(this.#unread) && this.problem === this.#unread;
  }

  /**
   * @template T
   * @param {() => Promise<T> | T} call
   * @param {(trouble: Trouble) => void} keep
   * @returns {Promise<T | undefined>}
   */
  async #run(call, keep) {
    try {
      return await call();
    } catch (problem) {
      const trouble = /** @type {Trouble & { name?: string }} */ (problem);
      if (trouble?.name !== "AbortError") keep(trouble);
      return undefined;
    }
  }
}

/**
 * Base of elements that show what the helper knows. `session` is set before they enter the page; `load()` reads, and is called
 * then, when answers may have changed, and when the helper is back.
 */
export class LiveElement extends GoodElement {
  connectedCallback() {
    super.connectedCallback();
    this.followHelper();
    this.load();
  }
}

let count = 0;
/** A fresh id for labels and descriptions. */
export const freshId = (/** @type {string} */ stem) => `${stem}-${(count += 1)}`;
