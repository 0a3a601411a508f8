import { t } from "../words/message.js";

const switchKey = "goodturn-notices";
const dayKey = "goodturn-notice-day";
const hour = 3600000;

/** Whether the user turned notices on. They are off until then. */
export const noticesWanted = (storage = globalThis.localStorage) => storage.getItem(switchKey) === "on";

/** Turns them on or off. */
export const wantNotices = (wanted, storage = globalThis.localStorage) => storage.setItem(switchKey, wanted ? "on" : "off");

/**
 * One notice a day at most, and only when there is something on the list: a number, no names, for the screen may be
 * seen by others. host: {messenger, link, bridge(), storage, now(), setTimeout, open(route)}
 */
export class DailyNotice {
  #host;

  constructor(host) {
    this.#host = { setTimeout: globalThis.setTimeout.bind(globalThis), storage: globalThis.localStorage, now: () => new Date(), ...host };
  }

  /** Looks when the helper is there, and every hour. */
  start() {
    const { link, messenger, open } = this.#host;
    link.addEventListener("state", () => this.look());
    messenger.notifications?.onClicked.addListener(() => open("#/week"));
    this.#everyHour();
  }

  #everyHour() {
    this.#host.setTimeout(() => (this.look(), this.#everyHour()), hour);
  }

  /** Tells of the open entries unless that was done today, is not wanted, or nothing is open. */
  async look() {
    const { storage, messenger, bridge, now } = this.#host;
    const day = now().toDateString();
    if (!noticesWanted(storage) || storage.getItem(dayKey) === day || !messenger.notifications) return;
    const week = await bridge()?.getWeek().catch(() => null);
    const count = week?.suggestions.filter((suggestion) => suggestion.state === "open").length ?? 0;
    if (count === 0 || storage.getItem(dayKey) === day) return;
    storage.setItem(dayKey, day);
    await messenger.notifications.create({ type: "basic", title: t("places.product"), message: t("host.notice", { count }), iconUrl: "icons/goodturn.svg" });
  }
}
