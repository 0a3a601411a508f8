import { html, nothing } from "lit";
import { rich, t } from "../words/message.js";
import { askInDialog } from "./dialog.js";
import { LiveElement } from "./element.js";
import { troubleOf } from "./notice.js";
import { showToast } from "./toast.js";
/** @import { Account, RecordsPlace as Places } from "../generated/contract.ts" */
/** @import { FieldEvent } from "./events.ts" */
/** @import { Loaded, With } from "./with.ts" */

const here = 0;

/** @typedef {{ accounts: Account[], place: Loaded<Places>, busy?: boolean }} Fields */

/** <gt-records-place>: whether journal and follow-ups live only on this computer or on one of the `accounts`. */
export class RecordsPlace extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, accounts: { attribute: false }, place: { state: true }, busy: { state: true }, problem: { state: true } };

  /** Reads again what is shown. */
  async load() {
    const place = await this.read(() => this.session.bridge.getRecordsPlace());
    if (place) this.place = place;
  }

  /** @param {FieldEvent} event */
  async #choose({ target: field }) {
    const wanted = Number(field.value);
    const account = this.accounts.find((one) => one.id === wanted);
    const question = account
      ? { title: t("records.ask", { account: account.name }), text: t("records.about"), yes: t("records.yes") }
      : { title: t("records.ask_here"), text: t("records.about_here"), yes: t("records.yes_here") };
    if (await askInDialog(question)) {
      this.busy = true;
      const place = await this.attempt(() => this.session.bridge.keepRecords({}, { account: wanted }));
      this.busy = false;
      if (place) this.place = place;
      if (place) showToast(t(account ? "records.kept" : "records.kept_here"));
    }
    field.value = String(this.#account());
  }

  #account() {
    return Math.max(this.place.journal.account, this.place.follow_ups.account);
  }

  /**
   * @param {string} name
   * @param {Places["journal"]} part
   */
  #part(name, part) {
    const there = { calendar: html`<bdi>${part.name}</bdi>`, account: html`<bdi>${part.account_name}</bdi>` };
    return html`<li>${part.account === here ? t(`records.${name}_here`) : rich(`records.${name}_there`, there)}</li>`;
  }

  #choices() {
    const servers = this.accounts.filter((account) => account.kind !== "feed");
    return html`<label>${t("records.keep")}
        <select data-action="records-place" ?disabled=${this.busy} .value=${String(this.#account())} @change=${(/** @type {FieldEvent} */ event) => this.#choose(event)}>
          <option value=${here} ?selected=${this.#account() === here}>${t("records.here")}</option>
          ${servers.map((account) => html`<option value=${account.id} ?selected=${this.#account() === account.id}>${t("records.on", { account: account.name })}</option>`)}
        </select></label>
      <ul>${this.#part("journal", this.place.journal)}${this.#part("follow_ups", this.place.follow_ups)}</ul>
      ${this.busy ? html`<p class="quiet" role="status">${t("records.looking")}</p>` : nothing}
      ${this.place.notes.map((note) => html`<p class="notice">${note}</p>`)}`;
  }

  render() {
    return html`<section class="panel" aria-labelledby="records-head">
      <h2 id="records-head">${t("records.head")}</h2>
      <p class="quiet">${t("records.lead")}</p>
      ${this.place && this.accounts ? this.#choices() : nothing} ${troubleOf(this)}
    </section>`;
  }
}
customElements.define("gt-records-place", RecordsPlace);
