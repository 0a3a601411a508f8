import { html } from "lit";
import { noticesWanted, wantNotices } from "../background/daily_notice.js";
import { askPermission, dropPermission, hasPermission } from "../thunderbird/permission.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
/** @import { Permission } from "../thunderbird/permission.js" */
/** @import { FieldEvent } from "./events.ts" */
/** @import { With } from "./with.ts" */

/** @type {Permission[]} */
const choices = ["addressBooks", "messagesRead", "compose"];

/** @typedef {{ granted: Record<string, boolean> }} Fields */

/** <gt-thunderbird-settings>: the optional permissions as switches, and the daily notice. */
export class ThunderbirdSettings extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, granted: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.granted = {};
    this.#read();
  }

  async #read() {
    const answers = await Promise.all(choices.map((name) => hasPermission(name)));
    const notices = noticesWanted() && (await hasPermission("notifications"));
    this.granted = { ...Object.fromEntries(choices.map((name, at) => [name, answers[at]])), notices };
  }

  /**
   * @param {Permission} name
   * @param {FieldEvent} event
   */
  async #switch(name, { target: box }) {
    await (box.checked ? askPermission(name, "#/settings") : dropPermission(name)).catch(() => false);
    await this.#read();
    box.checked = this.granted[name];
  }

  /** @param {FieldEvent} event */
  async #notices({ target: box }) {
    const allowed = await (box.checked ? askPermission("notifications") : dropPermission("notifications")).catch(() => false);
    wantNotices(box.checked && allowed);
    await this.#read();
    box.checked = this.granted.notices;
  }

  /**
   * @param {string} name
   * @param {(event: FieldEvent) => void} change
   */
  #choice(name, change) {
    return html`<label class="switch"><input type="checkbox" role="switch" aria-describedby="meaning-${name}" data-permission=${name} .checked=${Boolean(this.granted[name])} @change=${change} /> ${t(`thunderbird.${name}`)}</label>
      <p class="quiet" id="meaning-${name}">${t(`thunderbird.about_${name}`)}</p>`;
  }

  render() {
    return html`<section class="panel" aria-labelledby="thunderbird-head">
      <h2 id="thunderbird-head">${t("thunderbird.head")}</h2>
      ${choices.map((name) => this.#choice(name, (event) => this.#switch(name, event)))} ${this.#choice("notices", (event) => this.#notices(event))}
    </section>`;
  }
}
customElements.define("gt-thunderbird-settings", ThunderbirdSettings);
