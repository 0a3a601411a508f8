import { html } from "lit";
import { label } from "../words/labels.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { editRecord } from "./record_dialog.js";
import { personLink, personList } from "./who.js";
/** @import { Person, ProfileEdit } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

const chips = (/** @type {string[]} */ words) => html`<ul class="chips">${words.map((word) => html`<li><bdi class="chip">${word}</bdi></li>`)}</ul>`;

/** @typedef {{ person: Person }} Fields */

/** <gt-about-person>: what they offer, need and like, who introduced whom, and a form for it. Tells "saved" with the Person. */
export class AboutPerson extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, person: { attribute: false } };

  async #edit() {
    const { session, person } = this;
    const { uid, profile = {} } = person;
    const names = Object.fromEntries([person.introduced_by, person.superior].flatMap((one) => (one ? [[one.uid, one.name]] : [])));
    const save = (/** @type {ProfileEdit} */ fields) => session.bridge.editProfile({ uid }, fields);
    const saved = await editRecord({ session, form: "profile", item: profile, names, save, title: t("about.edit", { person: person.name }) });
    if (saved) this.dispatchEvent(new CustomEvent("saved", { detail: saved }));
  }

  #rows() {
    const { person } = this;
    const { profile = {} } = person;
    return [
      ["offers", profile.offers?.length && chips(profile.offers)],
      ["needs", profile.needs?.length && chips(profile.needs)],
      ["interests", profile.interests?.length && chips(profile.interests)],
      ["communities", person.communities?.length && chips(person.communities)],
      ["tie", profile.tie && label(profile.tie)],
      ["powers", profile.powers?.length && profile.powers.map(label).join(", ")],
      ["superior", person.superior && personLink(person.superior)],
      ["introduced_by", person.introduced_by && personLink(person.introduced_by)],
      ["introduced", person.introduced?.length && personList(person.introduced)],
      ["met_at", profile.met_at],
      ["knows_goal", profile.knows_goal && t("about.yes")],
      ["text", profile.text],
    ].filter(([, value]) => value);
  }

  render() {
    const rows = this.#rows();
    return html`<section class="panel" aria-labelledby="about-head">
      <div class="line spread"><h2 id="about-head">${t("about.head")}</h2><button class="plain" data-action="edit-about" @click=${() => this.#edit()}>${t("ledger.edit")}</button></div>
      ${rows.length ? html`<dl class="facts">${rows.map(([key, value]) => html`<div><dt>${t(`about.${key}`)}</dt><dd>${value}</dd></div>`)}</dl>` : html`<p class="quiet">${t("about.empty")}</p>`}
    </section>`;
  }
}
customElements.define("gt-about-person", AboutPerson);
