import { html } from "lit";
import { everyDays, layerLabel } from "../words/labels.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { showToast } from "./toast.js";
/** @import { Person, ProfileEdit } from "../generated/contract.ts" */
/** @import { FieldEvent, FormEvent } from "./events.ts" */
/** @import { With } from "./with.ts" */

const layers = /** @type {const} */ ([5, 15, 50, 150, 0]);

/** @typedef {{ person: Person }} Fields */

/** <gt-profile>: what Goodturn may suggest about a person, and how often. Tells "saved" with the Person. */
export class Profile extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, person: { attribute: false }, problem: { state: true } };

  /**
   * Saves an edit; "Undo" saves what the same fields were before. True when it was saved.
   * @param {ProfileEdit} edit
   * @param {string} text
   */
  async #save(edit, text) {
    const { uid, do_not_suggest: off, manual_layer: layer = null, cadence_days: cadence = null } = this.person;
    /** @type {ProfileEdit} */
    const former = { do_not_suggest: Boolean(off), layer: /** @type {ProfileEdit["layer"]} */ (layer), cadence_days: cadence };
    const takeBack = Object.fromEntries(Object.keys(edit).map((name) => [name, former[/** @type {keyof ProfileEdit} */ (name)]]));
    const { bridge } = this.session;
    const tell = (/** @type {Person} */ person) => this.dispatchEvent(new CustomEvent("saved", { detail: person }));
    const person = await this.attempt(() => bridge.editProfile({ uid }, edit));
    if (!person) return false;
    tell(person);
    showToast(text, async () => tell(await bridge.editProfile({ uid }, takeBack)));
    return true;
  }

  /** @param {FieldEvent} event */
  async #suggestions({ target: box }) {
    const off = box.checked;
    const saved = await this.#save({ do_not_suggest: off }, t(off ? "profile.is_off" : "profile.is_on"));
    if (!saved) box.checked = !off;
  }

  /** @param {FieldEvent} event */
  async #layer({ target: choice }) {
    const before = String(this.person.manual_layer ?? "");
    const layer = layers.find((one) => String(one) === choice.value) ?? null;
    const saved = await this.#save({ layer }, layer === null ? t("profile.circle_auto") : t("profile.circle_is", { circle: layerLabel(layer) }));
    if (!saved) choice.value = before;
  }

  /** @param {FormEvent} event */
  #rhythm(event) {
    event.preventDefault();
    const days = Number(event.target.elements.days.value);
    this.#save({ cadence_days: days || null }, days ? t("profile.rhythm_is", { rhythm: everyDays(days) }) : t("profile.rhythm_learned"));
  }

  render() {
    const { person } = this;
    const set = person.manual_layer ?? "";
    return html`<section class="panel" aria-labelledby="profile-head">
      <h2 id="profile-head">${t("profile.head")}</h2>
      <label class="switch"><input type="checkbox" role="switch" data-action="do-not-suggest" .checked=${Boolean(person.do_not_suggest)} @change=${(/** @type {FieldEvent} */ event) => this.#suggestions(event)} /> ${t("profile.off")}</label>
      <label>${t("profile.circle")}
        <select data-action="layer" @change=${(/** @type {FieldEvent} */ event) => this.#layer(event)}>
          <option value="" .selected=${set === ""}>${set === "" ? t("profile.automatic_now", { circle: layerLabel(person.layer) }) : t("profile.automatic")}</option>
          ${layers.map((layer) => html`<option value=${layer} .selected=${layer === set}>${layerLabel(layer)}</option>`)}
        </select>
      </label>
      <form class="line" @submit=${(/** @type {FormEvent} */ event) => this.#rhythm(event)}>
        <label>${t("profile.rhythm")} <input type="number" name="days" data-action="rhythm" min="1" max="3650" placeholder=${t("profile.learned")} .value=${String(person.cadence_days ?? "")} /></label>
        <button type="submit">${t("profile.set")}</button>
      </form>
      ${problemNotice(this.problem)}
    </section>`;
  }
}
customElements.define("gt-profile", Profile);
