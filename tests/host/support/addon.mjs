// What a user does with the add-on in Thunderbird: toolbar button, space, permission prompt.
import { Page } from './page.mjs';
import { waitFor } from './wait.mjs';
import { addonId } from './goodturn.mjs';

const address = (page) => `^moz-extension://[^/]+/${page}\\.html`;

export class Addon {
  #host;

  constructor(host) {
    this.#host = host;
    this.popup = new Page(host, address('popup'));
    this.space = new Page(host, address('app'));
    this.sender = new Page(host, address('sender'));
    this.composing = new Page(host, address('composing'));
  }

  /** Presses the toolbar button, whose popup opens. */
  async pressToolbarButton() {
    await waitFor('the toolbar button', () => this.#host.chrome(`
      const found = Services.wm.getMostRecentWindow("mail:3pane").document
        .querySelector('.unified-toolbar [extension="' + args.id + '"] button, .unified-toolbar button[extension="' + args.id + '"]');
      if (!found || !found.getBoundingClientRect().width) return false;
      found.click();
      return true;`, { id: addonId }));
    await waitFor('the popup', () => this.popup.exists());
  }

  /** Opens the Goodturn space by its button in the spaces toolbar. */
  async openSpace() {
    await waitFor('the button of the space', () => this.#host.chrome(`
      const button = Services.wm.getMostRecentWindow("mail:3pane").document
        .getElementById(args.id.replace(/[^a-z0-9]/g, "_") + "-spacesButton-goodturn");
      button?.click();
      return !!button;`, { id: addonId }));
    await waitFor('the page of the space', () => this.space.exists());
  }

  /** Answers Thunderbird's question about another permission with "Allow". */
  async allowPermission() {
    await waitFor('the question about the permission', () => this.#host.chrome(`
      const question = [...Services.wm.getEnumerator(null)]
        .map((win) => win.document.getElementById("addon-webext-permissions-notification"))
        .find((one) => one?.getBoundingClientRect().width);
      const allow = question?.getBoundingClientRect().width && (question.button ??
        question.querySelector(".popup-notification-primary-button"));
      if (!allow || allow.disabled) return false;
      allow.click();
      return true;`));
  }

  /** Closes windows of the add-on that show a page of it ("sender"). */
  closeWindows(page) {
    return this.#host.chrome(`
      for (const win of Services.wm.getEnumerator(null)) {
        const shown = [...win.document.querySelectorAll("browser")].some((one) => one.currentURI?.spec.includes("/" + args.page + ".html"));
        if (shown && win.document.documentElement.getAttribute("windowtype") !== "mail:3pane") win.close();
      }`, { page });
  }

  /** The text of a notice that is shown outside the windows, "" when there is none. */
  notice() {
    return this.#host.chrome(`
      const shown = [...Services.wm.getEnumerator("alert:alert")].find((one) => one.document.readyState === "complete");
      return shown?.document.getElementById("alertTextLabel").textContent ?? "";`);
  }

  /** Clicks the notice that is shown. */
  clickNotice() {
    return this.#host.chrome(`Services.wm.getMostRecentWindow("alert:alert").document.getElementById("alertNotification").click();`);
  }

  /** Closes open popups of add-ons. */
  closePopups() {
    return this.#host.chrome(`
      for (const panel of Services.wm.getMostRecentWindow("mail:3pane").document.querySelectorAll("panel")) panel.hidePopup?.();`);
  }
}
