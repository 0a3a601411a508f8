/** @import { HelperLink } from "../background/helper_link.js" */
/** @import { MailReader } from "./reader.js" */

/** @typedef {(call: () => void, milliseconds: number) => unknown} SetTimeout */
/** @typedef {{ messenger: typeof messenger, link: HelperLink, reader: MailReader, now(): number, setTimeout?: SetTimeout }} WatchHost */

const soon = 3000;
const hour = 3600000;
const day = 24 * hour;

/**
 * Keeps the observed mail up to date: a run when the helper is there and once a day, new messages as they come, and a
 * folder whose contents changed (what the user sent) a moment later. host: {messenger, link, reader, setTimeout?, now()}
 */
export class MailWatch {
  /** @type {Required<WatchHost>} */
  #host;
  /** @type {Set<string>} */
  #changed = new Set();
  #lastRun = 0;

  /** @param {WatchHost} host */
  constructor(host) {
    this.#host = { setTimeout: globalThis.setTimeout.bind(globalThis), ...host };
  }

  /** Listens. Call it once, at the start of the background script; the events exist only with their permissions. */
  start() {
    const { messenger, link } = this.#host;
    messenger.messages?.onNewMailReceived?.addListener((folder, list) => this.#arrived(folder, list));
    messenger.folders?.onFolderInfoChanged?.addListener((folder) => this.#folderChanged(folder));
    link.addEventListener("state", () => link.state.phase === "ready" && this.catchUp());
    this.#everyHour();
  }

  /** Reads what is missing, at most once a day; `now` after the user chose folders: at once, from the start. */
  async catchUp({ now = false } = {}) {
    if (this.#host.link.state.phase !== "ready") return;
    if (!now && this.#host.now() - this.#lastRun < day) return;
    this.#lastRun = this.#host.now();
    const { reader } = this.#host;
    if (now) reader.startOver();
    await reader.run();
    // What failed (no network, the helper away) is tried again with the next occasion, not the next day.
    if (reader.state.phase === "failed") this.#lastRun = 0;
  }

  #everyHour() {
    // While the helper runs its open port keeps this script alive, and with it the timer.
    this.#host.setTimeout(() => {
      this.catchUp();
      this.#everyHour();
    }, hour);
  }

  /**
   * @param {{ id?: string }} folder
   * @param {messenger.messages.MessageList} list
   */
  async #arrived(folder, list) {
    const { messenger, reader } = this.#host;
    for (let page = /** @type {messenger.messages.MessageList | null} */ (list); page; page = page.id ? await messenger.messages.continueList(page.id) : null) {
      // A message that cannot be taken now comes with the next run.
      await reader.take(folder, page.messages).catch(() => {});
    }
  }

  /** @param {{ id?: string }} folder */
  #folderChanged(folder) {
    const { reader } = this.#host;
    if (!reader.watched.some((one) => one.folder.id === folder.id)) return;
    const isWaiting = this.#changed.size > 0;
    this.#changed.add(String(folder.id));
    if (isWaiting) return;
    this.#host.setTimeout(() => {
      const folders = [...this.#changed];
      this.#changed.clear();
      reader.run(folders);
    }, soon);
  }
}
