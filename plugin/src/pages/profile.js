import { html } from "lit";
import { layerLabel } from "../words/labels.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";
import { showToast } from "./toast.js";

const layers = [5, 15, 50, 150, 0];

/** <gt-profile>: what Goodturn may suggest about a person, and how often. Tells "saved" with the Person. */
export class Profile extends GoodElement {
  static properties = { session: { attribute: false }, person: { attribute: false }, problem: { state: true } };

  async #save(edit, text, takeBack) {
    const { uid } = this.person;
    const { bridge } = this.session;
    const tell = (person) => this.dispatchEvent(new CustomEvent("saved", { detail: person }));
    const person = await this.attempt(() => bridge.editProfile({ uid }, edit));
    if (!person) return this.requestUpdate();
    tell(person);
    return showToast(text, takeBack ? async () => tell(await bridge.editProfile({ uid }, takeBack)) : null);
  }

  #suggestions(event) {
    const off = event.target.checked;
    this.#save({ do_not_suggest: off }, off ? "No more suggestions for this person." : "Suggestions are on again.", { do_not_suggest: !off });
  }

  #layer(event) {
    const { value } = event.target;
    if (value === "keep") return;
    this.#save({ layer: value === "auto" ? null : Number(value) }, value === "auto" ? "The circle follows your contact." : `Circle: ${layerLabel(Number(value))}.`, null);
    event.target.value = "keep";
  }

  #rhythm(event) {
    event.preventDefault();
    const days = event.target.elements.days.value;
    this.#save({ cadence_days: days ? Number(days) : null }, days ? `Rhythm: every ${days} days.` : "The rhythm is learned from your contact.", null);
  }

  render() {
    const { person } = this;
    return html`<section class="panel" aria-labelledby="profile-head">
      <h2 id="profile-head">Suggestions</h2>
      <label class="switch"><input type="checkbox" role="switch" data-action="do-not-suggest" .checked=${Boolean(person.do_not_suggest)} @change=${(event) => this.#suggestions(event)} /> Do not suggest this person</label>
      <label>Circle
        <select data-action="layer" @change=${(event) => this.#layer(event)}>
          <option value="keep">${layerLabel(person.layer)} (now)</option>
          <option value="auto">Follow my contact</option>
          ${layers.map((layer) => html`<option value=${layer}>${layerLabel(layer)}</option>`)}
        </select>
      </label>
      <form class="line" @submit=${(event) => this.#rhythm(event)}>
        <label>Own rhythm, in days <input type="number" name="days" min="1" max="3650" placeholder="learned" /></label>
        <button type="submit">Set</button>
      </form>
      ${problemNotice(this.problem)}
    </section>`;
  }
}
customElements.define("gt-profile", Profile);
