import { html, nothing } from "lit";
import { t, tellLanguage } from "../words/message.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { Session } from "./session.js";
import "./connection.js";
import "./sync_panel.js";

/** <gt-popup>: the toolbar button's popup. Opening it is the one click: the sync starts at once. */
export class Popup extends GoodElement {
  static properties = { status: { state: true }, problem: { state: true } };

  constructor() {
    super();
    this.session = new Session("page");
  }

  connectedCallback() {
    super.connectedCallback();
    tellLanguage(document);
    this.listen(this.session, "state", () => this.#linked());
    this.session.open();
  }

  async #linked() {
    this.requestUpdate();
    if (this.session.state.phase === "ready") this.status = await this.attempt(() => this.session.bridge.getStatus());
  }

  #open(route) {
    this.session.show(route);
    globalThis.close();
  }

  #body() {
    if (this.session.state.phase !== "ready") return html`<gt-connection .session=${this.session}></gt-connection>`;
    if (!this.status) return problemNotice(this.problem);
    if (this.status.accounts === 0) {
      return html`<p>${t("popup.no_account")}</p>
        <button class="primary" data-action="add-first" @click=${() => this.#open("#/welcome")}>${t("popup.add")}</button>`;
    }
    return html`<gt-sync-panel brief at-once .session=${this.session}></gt-sync-panel>`;
  }

  render() {
    const ready = this.session.state.phase === "ready";
    return html`<main class="popup">
      <h1>${t("places.product")}</h1>
      ${this.#body()}
      ${ready
        ? html`<div class="actions">
            <button data-action="open-week" @click=${() => this.#open("#/week")}>${t("places.week")}</button>
            <button class="plain" data-action="open-accounts" @click=${() => this.#open("#/accounts")}>${t("places.accounts")}</button>
          </div>`
        : nothing}
    </main>`;
  }
}
customElements.define("gt-popup", Popup);
