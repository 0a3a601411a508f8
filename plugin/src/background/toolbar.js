import { followEvents } from "../bridge/live_events.js";
import { t } from "../words/message.js";
import { phaseText } from "../words/sync.js";

/** Keeps the toolbar button's tooltip true: the link's state, a running sync with its numbers, the last one's line. No badge, no colour. */
export class ToolbarTitle {
  #listening = null;

  /** bridge(): the connected bridge, or null */
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
    followEvents(this.bridge(), (name, event) => name === "sync" && this.#synced(event), this.#listening.signal);
  }

  #synced(event) {
    const line = event.phase === "finished" ? event.report?.summary : phaseText(event);
    this.#show(line ? t("host.toolbar_line", { line }) : t("host.toolbar_ready"));
  }

  #show(title) {
    this.action.setTitle({ title });
  }
}
