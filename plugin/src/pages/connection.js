import { html } from "lit";
import { askLoopback } from "../thunderbird/permission.js";
import { connectionText } from "../words/connection.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { loading } from "./notice.js";

/** <gt-connection>: why there is no helper, how to get one, and "Try again". */
export class Connection extends GoodElement {
  static properties = { session: { attribute: false } };

  connectedCallback() {
    super.connectedCallback();
    this.listen(this.session, "state", () => this.requestUpdate());
  }

  async #retry() {
    const { state } = this.session;
    if (state.phase === "failed" && state.kind === "no-permission" && !(await askLoopback())) return;
    await this.session.retry();
  }

  render() {
    const { state } = this.session;
    if (state.phase !== "failed") return loading;
    const { title, lines } = connectionText(state);
    return html`<section class="panel connection" role="alert">
      <h2>${title}</h2>
      ${lines.map((line) => html`<p>${line}</p>`)}
      <button class="primary" data-action="retry" @click=${() => this.#retry()}>
        ${t(state.kind === "no-permission" ? "connection.allow_and_try" : "common.try_again")}
      </button>
    </section>`;
  }
}
customElements.define("gt-connection", Connection);
