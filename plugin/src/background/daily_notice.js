import { t } from "../words/message.js";
/** @import { Bridge } from "../bridge/bridge.ts" */
/** @import { SetTimeout } from "../mail/watch.js" */
/** @import { HelperLink } from "./helper_link.js" */

/** @typedef {{ messenger: typeof messenger, link: HelperLink, bridge(): Bridge | null, open(route: string): void, storage?: Storage, now?(): Date, setTimeout?: SetTimeout }} NoticeHost */

const switchKey = "goodturn-notices";
const dayKey = "goodturn-notice-day";
const hour = 3600000;

/** Whether the user turned notices on. They are off until then. */
export const noticesWanted = (storage = globalThis.localStorage) => storage.getItem(switchKey) === "on";

/** Turns them on or off. */
export const wantNotices = (/** @type {boolean} */ wanted, storage = globalThis.localStorage) => storage.setItem(switchKey, wanted ? "on" : "off");

/**
 * One notice a day at most, and only when there is something on the list: a number, no names, for the screen may be
 * seen by others. host: {messenger, link, bridge(), storage, now(), setTimeout, open(route)}
 */
export class DailyNotice {
  /** @type {Required<NoticeHost>} */
  #host;
  #clicked = () => this.#host.open("#/week");

  /** @param {NoticeHost} host */
  constructor(host) {
    this.#host = { setTimeout: globalThis.setTimeout.bind(globalThis), storage: globalThis.localStorage, now: () => new Date(), ...host };
  }

  /** Looks when the helper is there, and every hour. */
  start() {
    this.#host.link.addEventListener("state", () => this.look());
    this.#everyHour();
  }

  #everyHour() {
    this.#host.setTimeout(() => (this.look(), this.#everyHour()), hour);
  }

  /** Tells of the open entries unless that was done today, is not wanted, it is a quiet hour or day, or nothing is open. */
  async look() {
    const { storage, messenger, bridge, now } = this.#host;
    const day = now().toDateString();
    if (!noticesWanted(storage) || storage.getItem(dayKey) === day || !messenger.notifications) return;
    const week = await bridge()?.getWeek().catch(() => null);
    const from = week?.pop_up_from ? new Date(week.pop_up_from) : null;
    if (!from || from > now()) return;
    const count = week?.suggestions.filter((suggestion) => suggestion.state === "open").length ?? 0;
    if (count === 0 || storage.getItem(dayKey) === day) return;
    storage.setItem(dayKey, day);
    // Not at the start: notifications exist from the moment on that the user allows them. A second time changes nothing.
    messenger.notifications.onClicked.addListener(this.#clicked);
    await messenger.notifications.create({ type: "basic", title: t("places.product"), message: t("host.notice", { count }), iconUrl: "icons/goodturn.svg" });
  }
}
