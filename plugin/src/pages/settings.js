import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { askInDialog } from "./dialog.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { safeLink } from "./safe_link.js";
import { showToast } from "./toast.js";

/** <gt-settings>: size of the week, where telephone numbers are dialled, the calendar's address, a link for the browser. */
export class Settings extends GoodElement {
  static properties = { session: { attribute: false }, settings: { state: true }, link: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.attempt(() => this.session.bridge.getSettings()).then((settings) => (this.settings = settings));
  }

  async #save(edit, text) {
    const { bridge } = this.session;
    const before = Object.fromEntries(Object.keys(edit).map((name) => [name, this.settings[name]]));
    const saved = await this.attempt(() => bridge.editSettings({}, edit));
    if (!saved) return;
    this.settings = saved;
    showToast(text, async () => (this.settings = await bridge.editSettings({}, before)));
  }

  #budget(event) {
    if (!event.target.reportValidity() || event.target.value === "") return;
    const count = Number(event.target.value);
    this.#save({ weekly_budget: count }, t("settings.budget_is", { count }));
  }

  #region(event) {
    if (!event.target.reportValidity()) return;
    const region = event.target.value.trim().toUpperCase();
    this.#save({ phone_region: region }, region ? t("settings.region_is", { region }) : t("settings.region_gone"));
  }

  async #reset() {
    if (!(await askInDialog({ title: t("settings.feed_ask"), text: t("settings.feed_about"), yes: t("settings.feed_yes") }))) return;
    if (await this.attempt(() => this.session.bridge.resetFeedAddress())) showToast(t("settings.feed_done"));
  }

  async #browser() {
    const answer = await this.attempt(() => this.session.bridge.makePageCode());
    if (answer) this.link = safeLink(answer.url);
  }

  #fields() {
    const { weekly_budget: budget, phone_region: region } = this.settings;
    return html`<label>${t("settings.budget")} <input type="number" min="0" max="20" data-action="budget" .value=${String(budget ?? 5)} @change=${(event) => this.#budget(event)} /></label>
      <label>${t("settings.region")} <input data-action="region" maxlength="2" pattern="[A-Za-z]{2}" size="4" placeholder=${t("settings.region_auto")} aria-describedby="region-about" .value=${region ?? ""} @change=${(event) => this.#region(event)} /></label>
      <p class="quiet" id="region-about">${t("settings.region_about")}</p>`;
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
      ${problemNotice(this.problem)}
    </section>`;
  }
}
customElements.define("gt-settings", Settings);
