import { html } from "lit";
import { askPermission, dropPermission, hasPermission } from "../thunderbird/permission.js";
import { GoodElement } from "./element.js";

const choices = [
  ["addressBooks", "Show people from Thunderbird's own address books", "They appear under People, marked “only in Thunderbird”, and can be tagged. Nothing about them is told to the helper."],
  ["messagesRead", "Show a card about the sender of a message", "Thunderbird calls this “Read your email messages”. For the card Goodturn looks at the sender's address of the message on the screen, and at nothing else. Without it mail is not observed either."],
];

/** <gt-thunderbird-settings>: the two optional permissions as switches. */
export class ThunderbirdSettings extends GoodElement {
  static properties = { session: { attribute: false }, granted: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.granted = {};
    this.#read();
  }

  async #read() {
    const answers = await Promise.all(choices.map(([name]) => hasPermission(name)));
    this.granted = Object.fromEntries(choices.map(([name], at) => [name, answers[at]]));
  }

  async #switch(name, event) {
    const box = event.target;
    await (box.checked ? askPermission(name) : dropPermission(name)).catch(() => false);
    await this.#read();
    box.checked = this.granted[name];
  }

  render() {
    return html`<section class="panel" aria-labelledby="thunderbird-head">
      <h2 id="thunderbird-head">In Thunderbird</h2>
      ${choices.map(
        ([name, word, meaning]) => html`<label class="switch"><input type="checkbox" role="switch" aria-describedby="meaning-${name}" data-permission=${name} .checked=${Boolean(this.granted[name])} @change=${(event) => this.#switch(name, event)} /> ${word}</label>
          <p class="quiet" id="meaning-${name}">${meaning}</p>`,
      )}
    </section>`;
  }
}
customElements.define("gt-thunderbird-settings", ThunderbirdSettings);
