import { html } from "lit";
import { rich, t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { troubleOf } from "./notice.js";
/** @import { RecordsPlace } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

const rows = ["cards", "meetings", "records", "mail", "passwords", "trash", "changes", "copies", "log", "browser"];

/** @typedef {{ place?: RecordsPlace }} Fields */

/** <gt-privacy>: what is kept, where, and for how long; what leaves this computer. */
export class Privacy extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, place: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  /** Reads again what is shown. */
  async load() {
    this.place = await this.read(() => this.session.bridge.getRecordsPlace());
  }

  /**
   * Records are where the user keeps them.
   * @param {string} name
   */
  #where(name) {
    const journal = this.place?.journal;
    if (name === "records" && journal?.account) return rich("privacy.where_records_server", { calendar: html`<bdi>${journal.name}</bdi>`, account: html`<bdi>${journal.account_name}</bdi>` });
    return t(`privacy.where_${name}`);
  }

  render() {
    return html`<section class="panel" aria-labelledby="privacy-head">
      <h2 id="privacy-head">${t("privacy.head")}</h2>
      <p>${t("privacy.lead")}</p>
      <p>${t("privacy.home")}</p>
      <table class="stacks">
        <thead><tr><th scope="col">${t("privacy.what")}</th><th scope="col">${t("privacy.where")}</th><th scope="col">${t("privacy.how_long")}</th></tr></thead>
        <tbody>${rows.map((name) => html`<tr><th scope="row">${t(`privacy.what_${name}`)}</th><td>${this.#where(name)}</td><td>${t(`privacy.until_${name}`)}</td></tr>`)}</tbody>
      </table>
      ${troubleOf(this)}
    </section>`;
  }
}
customElements.define("gt-privacy", Privacy);
