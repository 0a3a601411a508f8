import { knowsToken } from "./hello_proof.js";

/** @typedef {{ phase: "idle" | "connecting" } | { phase: "ready", port: number, token: string, version: string } | { phase: "failed", kind: string, what: string }} LinkState */
/** @typedef {{ connectNative(name: string): messenger.runtime.Port, hasPermission(origin: string): Promise<boolean>, fetch: typeof globalThis.fetch, crypto?: Crypto, version: string, origin: string, setTimeout?(call: () => void, milliseconds: number): any, clearTimeout?(timer: any): void }} LinkHost */
/** @typedef {{ type?: string, port: number, token: string, version?: string, kind?: string, what?: string }} Answer */

export const hostName = "goodturn_helper";
export const loopback = "http://127.0.0.1/*";
const answerWithin = 8000;
// The sum stays below five seconds, the time within which a restarted helper must be found again.
const reconnectAfter = [150, 400, 900, 1500, 1500];

/**
 * "old-helper", "new-helper" or "" for two versions of the form major.minor.patch; only the major number must agree.
 * @param {string} plugin
 * @param {string} helper
 */
export function versionTrouble(plugin, helper) {
  const [ours, theirs] = [plugin, helper].map((text) => Number.parseInt(text, 10));
  if (!Number.isFinite(theirs) || theirs < ours) return "old-helper";
  return theirs > ours ? "new-helper" : "";
}

const looksMissing = (/** @type {string} */ message) => /no such native application|not found|error loading native manifest/i.test(message);

/**
 * Starts the helper through native messaging and keeps it: as long as the native port is open the helper lives.
 * `state` is {phase: "idle" | "connecting" | "ready" | "failed"} with {port, token, version} when ready and
 * {kind, what} when failed (kind: missing, no-permission, silent, not-ours, old-helper, new-helper, stopped or the
 * helper's own kind). Each change is told by the event "state".
 */
export class HelperLink extends EventTarget {
  /** @type {LinkHost & Required<Pick<LinkHost, "setTimeout" | "clearTimeout">>} */
  #host;
  /** @type {messenger.runtime.Port | null} */
  #native = null;
  #losses = 0;
  /** @type {unknown} */
  #timer = null;

  /**
   * host: {connectNative, hasPermission(origin), fetch, crypto?, version, origin, setTimeout?, clearTimeout?}
   * @param {LinkHost} host
   */
  constructor(host) {
    super();
    this.#host = { setTimeout: globalThis.setTimeout.bind(globalThis), clearTimeout: globalThis.clearTimeout.bind(globalThis), ...host };
    /** @type {LinkState} */
    this.state = { phase: "idle" };
  }

  /** Connects unless it is connected or connecting already. */
  async start() {
    if (this.state.phase === "connecting" || this.state.phase === "ready") return;
    await this.#connect();
  }

  /** Starts over, also when it had given up. */
  async retry() {
    this.#losses = 0;
    this.close();
    await this.#connect();
  }

  /** Lets the helper go. */
  close() {
    this.#clearTimer();
    const native = this.#native;
    this.#native = null;
    native?.disconnect();
    this.#tell({ phase: "idle" });
  }

  async #connect() {
    this.#tell({ phase: "connecting" });
    if (!(await this.#host.hasPermission(loopback))) return this.#fail("no-permission", "");
    let native;
    try {
      native = this.#host.connectNative(hostName);
    } catch (cause) {
      return this.#fail("missing", String(/** @type {Partial<Error> | undefined} */ (cause)?.message ?? cause));
    }
    this.#native = native;
    native.onMessage.addListener((message) => native === this.#native && this.#answered(native, /** @type {Answer} */ (message)));
    native.onDisconnect.addListener((port) => native === this.#native && this.#lost(port?.error?.message ?? ""));
    this.#timer = this.#host.setTimeout(() => this.#fail("silent", ""), answerWithin);
    native.postMessage({ type: "hello", version: this.#host.version, origin: this.#host.origin });
  }

  /**
   * @param {messenger.runtime.Port} native
   * @param {Answer} message
   */
  async #answered(native, message) {
    this.#clearTimer();
    if (message?.type === "error") return this.#refused(String(message.kind), String(message.what ?? ""));
    if (message?.type !== "ready") return undefined;
    const { port, token, version } = message;
    const trouble = versionTrouble(this.#host.version, String(version));
    if (trouble) return this.#fail(trouble, String(version));
    const isHelper = await knowsToken({ port, token }, this.#host).catch(() => false);
    if (native !== this.#native) return undefined;
    if (!isHelper) return this.#fail("not-ours", "");
    this.#losses = 0;
    this.#tell({ phase: "ready", port, token, version: String(version) });
    return undefined;
  }

  /**
   * After the add-on started anew the helper of before may still be ending and hold its folder: that passes.
   * @param {string} kind
   * @param {string} what
   */
  #refused(kind, what) {
    if (kind !== "busy" || !this.#tryLater()) this.#fail(kind, what);
  }

  /** @param {string} message */
  #lost(message) {
    this.#clearTimer();
    this.#native = null;
    const mayReturn = this.state.phase === "ready" || this.#losses > 0;
    if (mayReturn && this.#tryLater()) return;
    this.#tell({ phase: "failed", kind: looksMissing(message) ? "missing" : "stopped", what: message });
  }

  /** Connects again after a while; false when that was done often enough. */
  #tryLater() {
    const wait = reconnectAfter[this.#losses];
    if (wait === undefined) return false;
    const native = this.#native;
    this.#native = null;
    native?.disconnect();
    this.#losses += 1;
    this.#tell({ phase: "connecting" });
    this.#timer = this.#host.setTimeout(() => this.#connect(), wait);
    return true;
  }

  /**
   * @param {string} kind
   * @param {string} what
   */
  #fail(kind, what) {
    this.#clearTimer();
    const native = this.#native;
    this.#native = null;
    native?.disconnect();
    this.#tell({ phase: "failed", kind, what });
  }

  #clearTimer() {
    if (this.#timer !== null) this.#host.clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** @param {LinkState} state */
  #tell(state) {
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }
}
