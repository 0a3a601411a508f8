// Thunderbird as the background script sees it: events, buttons, permissions, a space, and a helper behind native messaging
// that leads to a sample bridge. Works in node, where the script is loaded as it is.
import { SampleBridge } from "./sample_bridge.mjs";

const script = new URL("../../../plugin/src/background/index.js", import.meta.url);

/** An event of the host: fire() calls the listeners, `count` tells how many there are. */
function hostEvent() {
  const listeners = [];
  return { addListener: (one) => listeners.push(one), fire: (...values) => Promise.all(listeners.map((one) => one(...values))), get count() { return listeners.length; } };
}

/** localStorage in memory. */
function memory(kept = {}) {
  return { getItem: (key) => kept[key] ?? null, setItem: (key, value) => (kept[key] = String(value)), removeItem: (key) => delete kept[key], kept };
}

// A script cannot be unloaded: its timers, some of an hour, must not hold the process up.
const setTimer = globalThis.setTimeout;
globalThis.setTimeout = (...args) => setTimer(...args).unref();

export class BackgroundHost {
  #restore;
  /** What the script did: titles of the button, menu entries, notices, opened spaces, started helpers. */
  titles = [];
  menus = [];
  notices = [];
  opened = [];
  natives = [];
  spaces = [];

  /**
   * `helper`: false where none is installed; `origins`: granted hosts; `kept`: {key: value} of localStorage; `brokenSpace`: the
   * host can make no space.
   */
  constructor({ helper = true, origins = ["http://127.0.0.1/*"], kept = {}, brokenSpace = false } = {}) {
    this.bridge = new SampleBridge();
    this.helper = helper;
    this.origins = new Set(origins);
    this.storage = memory(kept);
    const [onMessage, onConnect, onStartup, onInstalled, onAdded, onCommand, onMenu, onNotice] = Array.from({ length: 8 }, hostEvent);
    this.events = { onConnect, onStartup, onInstalled, onAdded, onCommand, onMenu, onNotice, onMessage };
    this.messenger = {
      runtime: {
        getURL: (path) => `moz-extension://0000/${path}`,
        getManifest: () => ({ version: "0.1.0" }),
        connectNative: (name) => this.#connectNative(name),
        onConnect, onStartup, onInstalled,
      },
      permissions: { contains: async ({ origins: wanted = [] }) => wanted.every((one) => this.origins.has(one)), onAdded },
      action: { setTitle: ({ title }) => this.titles.push(title) },
      menus: { onClicked: onMenu, removeAll: async () => void (this.menus = []), create: (entry) => this.menus.push(entry) },
      commands: { onCommand },
      notifications: { onClicked: onNotice, create: async (notice) => this.notices.push(notice) },
      windows: { create: async () => {} },
      spaces: {
        query: async () => this.spaces,
        create: async (name, properties) => {
          if (brokenSpace) throw new Error("no space");
          return this.spaces[this.spaces.push({ id: this.spaces.length + 1, name, ...properties }) - 1];
        },
        open: async (id) => this.opened.push(id),
      },
    };
  }

  #connectNative(name) {
    const [onMessage, onDisconnect] = [hostEvent(), hostEvent()];
    const native = { name, onMessage, onDisconnect, disconnect() {}, postMessage: () => this.#answer(native) };
    this.natives.push(native);
    return native;
  }

  #answer(native) {
    const { port, token } = this.bridge;
    if (this.helper) native.onMessage.fire({ type: "ready", port, token, version: "0.1.0" });
    else native.onDisconnect.fire({ error: { message: "No such native application goodturn_helper" } });
  }

  /** Loads the script anew into this host. Its error, when it ends with one, is `failed`. */
  async start() {
    await this.bridge.start();
    const before = { messenger: globalThis.messenger, localStorage: globalThis.localStorage };
    Object.assign(globalThis, { messenger: this.messenger, localStorage: this.storage });
    this.#restore = () => Object.assign(globalThis, before);
    await import(`${script}?${Math.random()}`).catch((error) => (this.failed = error));
    return this;
  }

  /** A page of the add-on: its port; `heard` is what it was told. */
  page(name = "app") {
    const [onMessage, onDisconnect, heard] = [hostEvent(), hostEvent(), []];
    const port = { name, onMessage, onDisconnect, heard, disconnect() {}, postMessage: (message) => heard.push(message) };
    this.events.onConnect.fire(port);
    return port;
  }

  async stop() {
    await this.bridge.stop();
    this.#restore?.();
  }
}
