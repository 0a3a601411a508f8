import { LitElement } from "lit";

/**
 * Base of all elements here. It renders into the page itself instead of a shadow tree: one style sheet serves all,
 * and labels, descriptions and active descendants may point across elements.
 */
export class GoodElement extends LitElement {
  #subscriptions = [];

  createRenderRoot() {
    return this;
  }

  /** Listens as long as the element stands in the page. Call it in connectedCallback. */
  listen(target, type, listener) {
    target.addEventListener(type, listener);
    this.#subscriptions.push(() => target.removeEventListener(type, listener));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const cancel of this.#subscriptions.splice(0)) cancel();
  }

  /** Runs a call to the bridge; a Problem is kept in `this.problem` for the page to show, and undefined is returned. */
  async attempt(call) {
    try {
      this.problem = null;
      return await call();
    } catch (problem) {
      if (problem?.name === "AbortError") return undefined;
      this.problem = problem;
      return undefined;
    }
  }
}

let count = 0;
/** A fresh id for labels and descriptions. */
export const freshId = (stem) => `${stem}-${(count += 1)}`;
