import { html } from "lit";
import { t } from "../words/message.js";
import { CardElement } from "./card_element.js";
import { loading, troubleOf } from "./notice.js";
import "./sync_panel.js";
/** @import { Status } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

/** @typedef {{ status?: Status }} Fields */

/** <gt-popup>: the toolbar button's popup. Opening it is the one click: the sync starts at once. */
export class Popup extends /** @type {With<typeof CardElement, Fields>} */ (CardElement) {
  static properties = { status: { state: true }, problem: { state: true } };

  /** Reads the status. */
  async load() {
    this.status = (await this.read(() => this.session.bridge.getStatus())) ?? this.status;
  }

  #sync() {
    if (!this.status) return this.problem ? troubleOf(this) : loading;
    if (this.status.accounts === 0) {
      return html`<p>${t("popup.no_account")}</p>
        <button class="primary" data-action="add-first" @click=${() => this.open("#/welcome")}>${t("popup.add")}</button>`;
    }
    return html`<gt-sync-panel brief at-once .session=${this.session}></gt-sync-panel>`;
  }

  #body() {
    return html`${this.#sync()}
      <div class="actions">
        <button data-action="open-week" @click=${() => this.open("#/week")}>${t("places.week")}</button>
        <button class="plain" data-action="open-accounts" @click=${() => this.open("#/accounts")}>${t("places.accounts")}</button>
      </div>`;
  }

  render() {
    return html`<main class="popup">
      <h1>${t("places.product")}</h1>
      ${this.withHelper(() => this.#body())}
    </main>`;
  }
}
customElements.define("gt-popup", Popup);
