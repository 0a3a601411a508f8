import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";

const inPages = [["search", "/"], ["undo", "Ctrl+Z"], ["list", "↑ ↓"], ["open", "Enter"], ["network", "+ − 0"]];

/** <gt-shortcuts>: keys of the pages, and of Thunderbird's windows as they are set there. */
export class Shortcuts extends GoodElement {
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
      ${this.session.inThunderbird ? html`<p class="quiet">${t("settings.keys_change")}</p>` : nothing}
    </section>`;
  }
}
customElements.define("gt-shortcuts", Shortcuts);
