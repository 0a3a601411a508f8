import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import "./own_copy.js";
import "./own_profile.js";
import "./privacy.js";
import "./restraint.js";
import "./settings.js";
import "./shortcuts.js";
import "./thunderbird_settings.js";

/** <gt-settings-page>: every switch that is not an account's. */
export class SettingsPage extends GoodElement {
  static properties = { session: { attribute: false } };

  render() {
    const { session } = this;
    return html`<header class="page-head"><h1 tabindex="-1">${t("places.settings")}</h1></header>
      <gt-settings .session=${session}></gt-settings>
      <gt-restraint .session=${session}></gt-restraint>
      ${session.inThunderbird ? html`<gt-thunderbird-settings .session=${session}></gt-thunderbird-settings>` : nothing}
      <section class="panel" aria-labelledby="you-head"><h2 id="you-head">${t("welcome.you")}</h2><gt-own-profile .session=${session}></gt-own-profile></section>
      <gt-shortcuts .session=${session}></gt-shortcuts>
      <gt-privacy .session=${session}></gt-privacy>
      <gt-own-copy .session=${session}></gt-own-copy>`;
  }
}
customElements.define("gt-settings-page", SettingsPage);
