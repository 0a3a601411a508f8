import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { hasSingleKeys, useSingleKeys } from "./single_keys.js";
/** @import { FieldEvent } from "./events.ts" */
/** @import { With } from "./with.ts" */

const inPages = [["search", "/"], ["undo", "Ctrl+Z"], ["list", "↑ ↓"], ["open", "Enter"], ["network", "+ − 0"]];

/** @typedef {{ commands?: messenger.commands.Command[] }} Fields */

/** <gt-shortcuts>: keys of the pages, and of Thunderbird's windows as they are set there. */
export class Shortcuts extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, commands: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    globalThis.messenger?.commands?.getAll().then((commands) => (this.commands = commands.filter((command) => command.shortcut)));
  }

  render() {
    return html`<section class="panel" aria-labelledby="keys-head">
      <h2 id="keys-head">${t("settings.keys")}</h2>
      <table><tbody>
        ${(this.commands ?? []).map(({ description, shortcut }) => html`<tr><th scope="row">${description}</th><td><kbd>${shortcut}</kbd></td></tr>`)}
        ${inPages.map(([name, key]) => html`<tr><th scope="row">${t(`settings.key_${name}`)}</th><td><kbd>${key}</kbd></td></tr>`)}
      </tbody></table>
      <label class="switch"><input type="checkbox" role="switch" data-action="single-keys" aria-describedby="single-keys-about" .checked=${hasSingleKeys()} @change=${(/** @type {FieldEvent} */ { target }) => useSingleKeys(target.checked)} /> ${t("settings.single_keys")}</label>
      <p class="quiet" id="single-keys-about">${t("settings.single_keys_about")}</p>
      ${this.session.inThunderbird ? html`<p class="quiet">${t("settings.keys_change")}</p>` : nothing}
    </section>`;
  }
}
customElements.define("gt-shortcuts", Shortcuts);
