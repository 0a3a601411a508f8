import { followEvents } from "../bridge/live_events.js";
import { t } from "../words/message.js";
import { phaseText } from "../words/sync.js";
/** @import { Bridge } from "../bridge/bridge.ts" */
/** @import { SyncEvent } from "../generated/contract.ts" */
/** @import { HelperLink } from "./helper_link.js" */

/** Keeps the toolbar button's tooltip true: the link's state, a running sync with its numbers, the last one's line. No badge, no colour. */
export class ToolbarTitle {
  /** @type {AbortController | null} */
  #listening = null;

  /**
   * bridge(): the connected bridge, or null
   * @param {{ action: typeof messenger.action, link: HelperLink, bridge(): Bridge | null }} parts
   */
  constructor({ action, link, bridge }) {
    this.action = action;
    this.link = link;
    this.bridge = bridge;
  }

  /** Follows from now on. */
  start() {
    this.link.addEventListener("state", () => this.#linked());
    this.#linked();
  }

  #linked() {
    this.#listening?.abort();
    this.#listening = null;
    this.#show(t(`host.toolbar_${this.link.state.phase}`));
    if (this.link.state.phase !== "ready") return;
    this.#listening = new AbortController();
    const bridge = /** @type {Bridge} */ (this.bridge());
    followEvents(bridge, (name, event) => name === "sync" && this.#synced(event), this.#listening.signal);
  }

  /** @param {SyncEvent} event */
  #synced(event) {
    const line = event.phase === "finished" ? event.report?.summary : phaseText(event);
    this.#show(line ? t("host.toolbar_line", { line }) : t("host.toolbar_ready"));
  }

  /** @param {string} title */
  #show(title) {
    this.action.setTitle({ title });
  }
}
