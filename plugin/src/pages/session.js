import { connectBridge } from "../bridge/client.js";
import { followEvents } from "../bridge/live_events.js";
/** @import { LinkState } from "../background/helper_link.js" */
/** @import { Bridge } from "../bridge/bridge.ts" */
/** @import { Problem } from "../bridge/problem.js" */
/** @import { ReaderState } from "../mail/reader.js" */

/** @typedef {{ phase: "connecting" | "ready" } | { phase: "failed", kind: string, what: string }} SessionState */
/** @typedef {{ type: "link", state: LinkState } | { type: "mail", state: ReaderState } | { type: "go", route: string }} Told */

const tokenKey = "goodturn-token";

/**
 * The page's line to the helper. `state` is {phase: "connecting" | "ready" | "failed", kind?, what?}; `bridge` is set when
 * ready. `mail` is the state of mail/reader.js, null in a browser. Events: "state", "mail", "sync" (detail = SyncEvent),
 * "changed", "route" (detail = a route another page asked for).
 */
export class Session extends EventTarget {
  /** @type {AbortController | null} */
  #listening = null;
  /** @type {messenger.runtime.Port | null} */
  #port = null;

  /** @param {"app" | "page"} kind */
  constructor(kind) {
    super();
    this.kind = kind;
    /** @type {SessionState} */
    this.state = { phase: "connecting" };
    /** Nothing that asks it stands before the helper was there. */
    this.bridge = /** @type {Bridge} */ (/** @type {unknown} */ (null));
    /** @type {ReaderState | null} */
    this.mail = null;
    this.inThunderbird = Boolean(globalThis.messenger?.runtime?.id);
  }

  /** Connects through the add-on's background script, or in a browser with the link's one-time code. */
  async open() {
    if (this.inThunderbird) this.#openPort();
    else await this.#openInBrowser();
  }

  /** Tries again after a failure. */
  async retry() {
    if (this.inThunderbird) this.#port?.postMessage({ type: "retry" });
    else await this.#openInBrowser();
  }

  /**
   * Brings up the Goodturn space at a route such as "#/accounts" (Thunderbird), or goes there (browser).
   * @param {string} route
   */
  show(route) {
    if (this.inThunderbird) this.#port?.postMessage({ type: "open", route });
    else globalThis.location.hash = route;
  }

  /**
   * Tells the background script to "read" the chosen mail or to "cancel" that (Thunderbird only).
   * @param {"read" | "cancel"} action
   */
  mailAction(action) {
    this.#port?.postMessage({ type: "mail", action });
  }

  /** @param {ReaderState} state */
  #mailTold(state) {
    this.mail = state;
    this.dispatchEvent(new Event("mail"));
  }

  #openPort() {
    const port = globalThis.messenger.runtime.connect({ name: this.kind });
    this.#port = port;
    port.onMessage.addListener((told) => {
      const message = /** @type {Told} */ (told);
      if (message.type === "link") this.#linked(message.state);
      if (message.type === "mail") this.#mailTold(message.state);
      if (message.type === "go") this.dispatchEvent(new CustomEvent("route", { detail: message.route }));
    });
    port.onDisconnect.addListener(() => this.#openPort());
  }

  /** @param {LinkState} state */
  #linked(state) {
    if (state.phase === "failed") return this.#tell(state, null);
    if (state.phase !== "ready") return this.#tell({ phase: "connecting" }, null);
    const { port, token } = state;
    return this.#tell({ phase: "ready" }, connectBridge({ base: `http://127.0.0.1:${port}`, token }));
  }

  async #openInBrowser() {
    this.#tell({ phase: "connecting" }, null);
    const base = globalThis.location.origin;
    const code = new URLSearchParams(globalThis.location.hash.slice(1)).get("code");
    if (code) {
      // The code leaves the address bar and the history before anything else happens.
      globalThis.history.replaceState(null, "", `${globalThis.location.pathname}#/week`);
      try {
        const { token } = await connectBridge({ base }).openSession({}, { code });
        globalThis.sessionStorage.setItem(tokenKey, token);
      } catch (problem) {
        const kind = /** @type {Partial<Problem>} */ (problem).kind === "no-answer" ? "stopped" : "old-code";
        return this.#tell({ phase: "failed", kind, what: "" }, null);
      }
    }
    return this.#checkToken(base);
  }

  /** @param {string} base */
  async #checkToken(base) {
    const token = globalThis.sessionStorage.getItem(tokenKey);
    if (!token) return this.#tell({ phase: "failed", kind: "no-code", what: "" }, null);
    const bridge = connectBridge({ base, token });
    try {
      await bridge.getStatus();
    } catch (cause) {
      const problem = /** @type {Problem} */ (cause);
      if (problem.kind === "signed-out") globalThis.sessionStorage.removeItem(tokenKey);
      /** @type {Record<string, string>} */
      const known = { "signed-out": "no-code", "no-answer": "stopped" };
      const kind = known[problem.kind] ?? problem.kind;
      return this.#tell({ phase: "failed", kind, what: problem.message }, null);
    }
    return this.#tell({ phase: "ready" }, bridge);
  }

  /**
   * @param {string} name
   * @param {unknown} detail
   */
  #heard(name, detail) {
    if (name !== "signed-out") return this.dispatchEvent(new CustomEvent(name, { detail }));
    globalThis.sessionStorage.removeItem(tokenKey);
    return this.#tell({ phase: "failed", kind: this.inThunderbird ? "signed-out" : "no-code", what: "" }, null);
  }

  /**
   * @param {SessionState} state
   * @param {Bridge | null} bridge
   */
  #tell(state, bridge) {
    this.#listening?.abort();
    this.#listening = null;
    this.state = state;
    // While there is no helper the old bridge stays: a call then fails with a message instead of breaking the page.
    if (bridge) {
      this.bridge = bridge;
      this.#listening = new AbortController();
      followEvents(bridge, (name, detail) => this.#heard(name, detail), this.#listening.signal);
    }
    this.dispatchEvent(new Event("state"));
  }
}
