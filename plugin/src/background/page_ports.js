/** @import { MailReader } from "../mail/reader.js" */
/** @import { MailWatch } from "../mail/watch.js" */
/** @import { HelperLink } from "./helper_link.js" */

/** @typedef {{ type?: string, route?: string, action?: string }} Asked */

/**
 * Serves the add-on's own pages over runtime ports: each page gets {type: "link", state} at once and at every change.
 * A page sends {type: "retry"}, or {type: "open", route} to bring up the space at a route such as "#/accounts". With mail
 * in play it also gets {type: "mail", state} and sends {type: "mail", action: "read" | "cancel"}.
 */
export class PagePorts {
  /** @type {Set<messenger.runtime.Port>} */
  #ports = new Set();
  /** @type {string | null} */
  #route = null;

  /** @param {{ link: HelperLink, open(): unknown, mail?: { reader: MailReader, watch: MailWatch } | null }} parts */
  constructor({ link, open, mail = null }) {
    this.link = link;
    this.open = open;
    this.mail = mail;
    mail?.reader.addEventListener("state", () => this.#tellAll({ type: "mail", state: mail.reader.state }));
    link.addEventListener("state", () => this.#tellAll({ type: "link", state: link.state }));
  }

  /**
   * Takes a port of runtime.onConnect. Only pages named "page" and "app" are known; others are cut.
   * @param {messenger.runtime.Port} port
   */
  accept(port) {
    if (port.name !== "page" && port.name !== "app") {
      port.disconnect();
      return;
    }
    this.#ports.add(port);
    port.onDisconnect.addListener(() => this.#ports.delete(port));
    port.onMessage.addListener((message) => this.#received(/** @type {Asked} */ (message)));
    port.postMessage({ type: "link", state: this.link.state });
    if (this.mail) port.postMessage({ type: "mail", state: this.mail.reader.state });
    this.link.start();
    this.#deliverRoute();
  }

  /** @param {Asked} message */
  #received(message) {
    if (message?.type === "retry") this.link.retry();
    if (message?.type === "open") this.show(String(message.route));
    if (message?.type === "mail" && message.action === "read") this.mail?.watch.catchUp({ now: true });
    if (message?.type === "mail" && message.action === "cancel") this.mail?.reader.cancel();
  }

  /**
   * Brings up the space at a route.
   * @param {string} route
   */
  show(route) {
    this.#route = route;
    this.open();
    this.#deliverRoute();
  }

  #deliverRoute() {
    if (this.#route === null) return;
    const apps = [...this.#ports].filter((port) => port.name === "app");
    if (apps.length === 0) return;
    for (const port of apps) port.postMessage({ type: "go", route: this.#route });
    this.#route = null;
  }

  /** @param {object} message */
  #tellAll(message) {
    for (const port of this.#ports) port.postMessage(message);
  }
}
