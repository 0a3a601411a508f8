import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { troubleOf } from "./notice.js";
import { showToast } from "./toast.js";
/** @import { BalanceReport } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

/** Place of the marker in per cent for a balance in (-1, 1): 50 is even, more means the user gave more. */
export const placeOfBalance = (/** @type {number} */ value) => Math.round((1 + Math.max(-1, Math.min(1, value))) * 50);

/** @typedef {BalanceReport["people"][number]} Row */
/** @typedef {{ uid: string, row?: Row, shown?: boolean }} Fields */

/**
 * <gt-balance>: giving and receiving with one person as a bar with a marker, no colour for good or bad; "hide" turns it off
 * on everybody's page (show_balance of the settings).
 */
export class Balance extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, uid: {}, row: { state: true }, shown: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.followHelper();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("uid")) this.load();
  }

  /** Reads again whether the balance is shown, and what it is. */
  async load() {
    const { bridge } = this.session;
    const { uid } = this;
    const answer = await this.read(async () => {
      const { show_balance: shown = true } = await bridge.getSettings();
      return { shown, report: shown ? await bridge.getBalanceReport() : null };
    });
    if (!answer || uid !== this.uid) return;
    this.shown = answer.shown;
    this.row = answer.report?.people.find(({ person }) => person.uid === uid);
  }

  /** @param {boolean} shown */
  async #show(shown) {
    const { bridge } = this.session;
    if (!(await this.attempt(() => bridge.editSettings({}, { show_balance: shown })))) return;
    this.load();
    if (!shown) showToast(t("balance.hidden"), () => bridge.editSettings({}, { show_balance: true }).then(() => this.load()));
  }

  /** @param {Row} row */
  #bar({ balance, gave, received }) {
    const at = placeOfBalance(balance.value ?? 0);
    return html`<svg class="balance" role="img" aria-label=${t("balance.picture", { gave, received })}>
        <rect class="bar-all" y="5" width="100%" height="6" rx="3" /><rect class="middle" x="50%" y="2" width="1" height="12" />
        ${balance.value === undefined ? nothing : html`<svg x=${`${at}%`} overflow="visible"><circle class="marker" cx="0" cy="8" r="6" /></svg>`}
      </svg>
      <div class="balance-ends quiet"><span>${t("balance.received", { count: received })}</span><span>${t("balance.gave", { count: gave })}</span></div>
      <p class="quiet">${balance.text}</p>`;
  }

  render() {
    if (this.shown === undefined) return troubleOf(this);
    if (!this.shown) return html`<section class="panel"><button class="plain" data-action="show-balance" @click=${() => this.#show(true)}>${t("balance.show")}</button> ${troubleOf(this)}</section>`;
    return html`<section class="panel" aria-labelledby="balance-head">
      <div class="line spread"><h2 id="balance-head">${t("balance.head")}</h2><button class="plain" data-action="hide-balance" @click=${() => this.#show(false)}>${t("balance.hide")}</button></div>
      ${this.row && this.row.gave + this.row.received > 0 ? this.#bar(this.row) : html`<p class="quiet">${t("balance.empty")}</p>`} ${troubleOf(this)}
    </section>`;
  }
}
customElements.define("gt-balance", Balance);
