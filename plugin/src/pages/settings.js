import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { t } from "../words/message.js";
import { askInDialog } from "./dialog.js";
import { LiveElement } from "./element.js";
import { troubleOf } from "./notice.js";
import { safeLink } from "./safe_link.js";
import { showToast } from "./toast.js";
/** @import { Settings as Choices } from "../generated/contract.ts" */
/** @import { FieldEvent } from "./events.ts" */
/** @import { Loaded, With } from "./with.ts" */

const languages = ["desktop", "en", "de"];
/** What holds as long as nothing was set (schemas/openapi.json: Settings). */
const usualBudget = 5;

/** @typedef {{ settings: Loaded<Choices>, link?: string }} Fields */

/** <gt-settings>: size of the week, where telephone numbers are dialled, the language of the calendar, whether giving and receiving are shown, the calendar's address, a link for the browser. */
export class Settings extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, settings: { state: true }, link: { state: true }, problem: { state: true } };

  /** Reads the settings again. */
  async load() {
    this.settings = (await this.read(() => this.session.bridge.getSettings())) ?? this.settings;
  }

  /**
   * @param {Choices} edit
   * @param {string} text
   */
  async #save(edit, text) {
    const { bridge } = this.session;
    const before = Object.fromEntries(Object.keys(edit).map((name) => [name, this.settings[/** @type {keyof Choices} */ (name)]]));
    const saved = await this.attempt(() => bridge.editSettings({}, edit));
    if (!saved) return false;
    this.settings = saved;
    showToast(text, async () => (this.settings = await bridge.editSettings({}, before)));
    return true;
  }

  /** @param {FieldEvent} event */
  async #balance(event) {
    const box = event.target;
    if (!(await this.#save({ show_balance: box.checked }, t(box.checked ? "settings.balance_on" : "settings.balance_off")))) box.checked = !box.checked;
  }

  /** @param {FieldEvent} event */
  async #budget({ target: field }) {
    if (!field.reportValidity() || field.value === "") return;
    const count = Number(field.value);
    if (!(await this.#save({ weekly_budget: count }, t("settings.budget_is", { count })))) field.value = String(this.settings.weekly_budget ?? usualBudget);
  }

  /** @param {FieldEvent} event */
  async #region({ target: field }) {
    if (!field.reportValidity()) return;
    const region = field.value.trim().toUpperCase();
    if (!(await this.#save({ phone_region: region }, region ? t("settings.region_is", { region }) : t("settings.region_gone")))) field.value = this.settings.phone_region ?? "";
  }

  /** @param {FieldEvent} event */
  #language({ target }) {
    const language = /** @type {NonNullable<Choices["language"]>} */ (target.value);
    this.#save({ language }, t(`settings.language_is_${language}`));
  }

  async #reset() {
    if (!(await askInDialog({ title: t("settings.feed_ask"), text: t("settings.feed_about"), yes: t("settings.feed_yes") }))) return;
    if (await this.attempt(() => this.session.bridge.resetFeedAddress({}, {}))) showToast(t("settings.feed_done"));
  }

  async #browser() {
    const answer = await this.attempt(() => this.session.bridge.makePageCode({}, {}));
    if (answer) this.link = safeLink(answer.url);
  }

  #fields() {
    const { weekly_budget: budget, phone_region: region, show_balance: balance, language = "desktop" } = this.settings;
    return html`<label>${t("settings.budget")} <input type="number" min="0" max="20" data-action="budget" .value=${String(budget ?? usualBudget)} @change=${(/** @type {FieldEvent} */ event) => this.#budget(event)} /></label>
      <label>${t("settings.region")} <input data-action="region" maxlength="2" pattern="[A-Za-z]{2}" size="4" placeholder=${t("settings.region_auto")} aria-describedby="region-about" .value=${region ?? ""} @change=${(/** @type {FieldEvent} */ event) => this.#region(event)} /></label>
      <p class="quiet" id="region-about">${t("settings.region_about")}</p>
      <label>${t("settings.language")} <select data-action="language" aria-describedby="language-about" @change=${(/** @type {FieldEvent} */ event) => this.#language(event)}>
        ${languages.map((one) => html`<option value=${one} .selected=${live(one === language)}>${t(`settings.language_${one}`)}</option>`)}
      </select></label>
      <p class="quiet" id="language-about">${t("settings.language_about")}</p>
      <label class="switch"><input type="checkbox" role="switch" data-action="balance" aria-describedby="balance-about" .checked=${balance} @change=${(/** @type {FieldEvent} */ event) => this.#balance(event)} /> ${t("settings.balance")}</label>
      <p class="quiet" id="balance-about">${t("settings.balance_about")}</p>`;
  }

  render() {
    return html`<section class="panel fields" aria-labelledby="settings-head">
      <h2 id="settings-head">${t("settings.list")}</h2>
      ${this.settings ? this.#fields() : nothing}
      <div class="actions">
        <button data-action="reset-feed" @click=${() => this.#reset()}>${t("settings.feed")}</button>
        <button data-action="browser" @click=${() => this.#browser()}>${t("settings.browser")}</button>
      </div>
      ${this.link ? html`<p role="status"><a href=${this.link} target="_blank" rel="noreferrer">${t("settings.browser_link")}</a> <span class="quiet">${t("settings.browser_once")}</span></p>` : nothing}
      ${troubleOf(this)}
    </section>`;
  }
}
customElements.define("gt-settings", Settings);
