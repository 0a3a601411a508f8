import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { askToErase, countLines } from "./agree.js";
import { GoodElement } from "./element.js";
import { troubleOf } from "./notice.js";
import { showToast } from "./toast.js";
/** @import { PersonErasure } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

const onServer = (/** @type {number} */ count) =>
  count ? html`<label class="switch"><input type="checkbox" name="on_server" data-field="on-server" /> ${t("erase.on_server", { count })}</label><p class="quiet">${t("erase.on_server_about")}</p>` : nothing;

/** <gt-erase-person>: takes everything about one person away. Event "erased". */
export class ErasePerson extends /** @type {With<typeof GoodElement, { uid: string }>} */ (GoodElement) {
  static properties = { session: { attribute: false }, uid: {}, problem: { state: true } };

  /** Nothing is read before the user asks. */
  load() {}

  /** @param {PersonErasure} person */
  #question(person) {
    return {
      title: t("erase.person_ask", { name: person.name }),
      yes: t("erase.person_yes"),
      takes: countLines([["cards", person.cards], ["about", person.items], ["messages", person.messages], ["history", person.history], ["copies", person.copies]]),
      leaves: countLines([["shared", person.shared_items], ["meetings", person.meetings], ["mentions", person.mentions]]),
      more: onServer(person.server_cards),
    };
  }

  async #erase() {
    const { bridge } = this.session;
    const { uid } = this;
    const person = await this.attempt(() => bridge.lookAtPersonErasure({ uid }));
    const answer = person && (await askToErase(this.#question(person)));
    if (!person || !answer) return;
    const erased = await this.attempt(() => bridge.erasePerson({ uid }, { confirm: true, on_server: answer.on_server === "on" }));
    if (!erased) return;
    showToast(t("erase.person_done", { name: person.name }));
    this.dispatchEvent(new Event("erased"));
  }

  render() {
    return html`<section class="panel"><p id="erase-person-about">${t("erase.person_about")}</p>
      <div class="actions"><button data-action="erase-person" aria-describedby="erase-person-about" @click=${() => this.#erase()}>${t("erase.person")}</button></div>
      ${troubleOf(this)}</section>`;
  }
}
customElements.define("gt-erase-person", ErasePerson);
