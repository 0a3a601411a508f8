import { html, nothing } from "lit";
import { askInDialog } from "./dialog.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { safeLink } from "./safe_link.js";
import { showToast } from "./toast.js";

/** <gt-settings>: size of the week, the calendar's address, a link for the browser. */
export class Settings extends GoodElement {
  static properties = { session: { attribute: false }, settings: { state: true }, link: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.attempt(() => this.session.bridge.getSettings()).then((settings) => (this.settings = settings));
  }

  async #budget(event) {
    const { bridge } = this.session;
    const before = this.settings.weekly_budget;
    const wanted = Number(event.target.value);
    if (!event.target.reportValidity() || event.target.value === "") return;
    const saved = await this.attempt(() => bridge.editSettings({}, { weekly_budget: wanted }));
    if (!saved) return;
    this.settings = saved;
    const undo = async () => (this.settings = await bridge.editSettings({}, { weekly_budget: before }));
    showToast(`At most ${wanted} follow-ups a week.`, undo);
  }

  async #reset() {
    const text = "Calendars that use the old address stop working until you add the new one there.";
    if (!(await askInDialog({ title: "Make a new calendar address?", text, yes: "Make a new address" }))) return;
    if (await this.attempt(() => this.session.bridge.resetFeedAddress())) showToast("The old calendar address no longer works.");
  }

  async #browser() {
    const answer = await this.attempt(() => this.session.bridge.makePageCode());
    if (answer) this.link = safeLink(answer.url);
  }

  render() {
    return html`<section class="panel" aria-labelledby="settings-head">
      <h2 id="settings-head">Settings</h2>
      ${this.settings
        ? html`<label>Follow-ups a week, at most <input type="number" min="0" max="20" data-action="budget" .value=${String(this.settings.weekly_budget ?? 5)} @change=${(event) => this.#budget(event)} /></label>`
        : nothing}
      <div class="actions">
        <button data-action="reset-feed" @click=${() => this.#reset()}>New calendar address…</button>
        <button data-action="browser" @click=${() => this.#browser()}>Open in the browser…</button>
      </div>
      ${this.link ? html`<p role="status"><a href=${this.link} target="_blank" rel="noreferrer">Open these pages in the browser</a> <span class="quiet">This link works once.</span></p>` : nothing}
      ${problemNotice(this.problem)}
    </section>`;
  }
}
customElements.define("gt-settings", Settings);
