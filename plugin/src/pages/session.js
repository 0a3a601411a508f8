import { connectBridge } from "../bridge/client.js";
import { followEvents } from "../bridge/live_events.js";

const tokenKey = "goodturn-token";

/**
 * The page's line to the helper. `state` is {phase: "connecting" | "ready" | "failed", kind?, what?}; `bridge` is set when
 * ready. `mail` is the state of mail/reader.js, null in a browser. Events: "state", "mail", "sync" (detail = SyncEvent),
 * "changed", "route" (detail = a route another page asked for).
 */
export class Session extends EventTarget {
  #listening = null;
  #port = null;

  constructor(kind) {
    super();
    this.kind = kind;
    this.state = { phase: "connecting" };
    this.bridge = null;
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
    if (this.inThunderbird) this.#port.postMessage({ type: "retry" });
    else await this.#openInBrowser();
  }

  /** Brings up the Goodturn space at a route such as "#/accounts" (Thunderbird), or goes there (browser). */
  show(route) {
    if (this.inThunderbird) this.#port.postMessage({ type: "open", route });
    else globalThis.location.hash = route;
  }

  /** Tells the background script to "read" the chosen mail or to "cancel" that (Thunderbird only). */
  mailAction(action) {
    this.#port.postMessage({ type: "mail", action });
  }

  #mailTold(state) {
    this.mail = state;
    this.dispatchEvent(new Event("mail"));
  }

  #openPort() {
    this.#port = globalThis.messenger.runtime.connect({ name: this.kind });
    this.#port.onMessage.addListener((message) => {
      if (message.type === "link") this.#linked(message.state);
      if (message.type === "mail") this.#mailTold(message.state);
      if (message.type === "go") this.dispatchEvent(new CustomEvent("route", { detail: message.route }));
    });
    this.#port.onDisconnect.addListener(() => this.#openPort());
  }

  #linked(state) {
    if (state.phase !== "ready") return this.#tell({ ...state, phase: state.phase === "failed" ? "failed" : "connecting" }, null);
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
        const kind = problem.kind === "network" ? "stopped" : "old-code";
        return this.#tell({ phase: "failed", kind, what: "" }, null);
      }
    }
    return this.#checkToken(base);
  }

  async #checkToken(base) {
    const token = globalThis.sessionStorage.getItem(tokenKey);
    if (!token) return this.#tell({ phase: "failed", kind: "no-code", what: "" }, null);
    const bridge = connectBridge({ base, token });
    try {
      await bridge.getStatus();
    } catch (problem) {
      if (problem.kind === "auth") globalThis.sessionStorage.removeItem(tokenKey);
      const kind = { auth: "no-code", network: "stopped" }[problem.kind] ?? problem.kind;
      return this.#tell({ phase: "failed", kind, what: problem.message }, null);
    }
    return this.#tell({ phase: "ready" }, bridge);
  }

  #tell(state, bridge) {
    this.#listening?.abort();
    this.#listening = null;
    this.state = state;
    // While the helper restarts the old bridge stays: a call then fails with a message instead of breaking the page.
    if (bridge || state.phase === "failed") this.bridge = bridge;
    if (bridge) {
      this.#listening = new AbortController();
      followEvents(bridge, (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail })), this.#listening.signal);
    }
    this.dispatchEvent(new Event("state"));
  }
}
