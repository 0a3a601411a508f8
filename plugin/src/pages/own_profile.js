import { html } from "lit";
import { roles } from "../generated/vocabulary.js";
import { roleName } from "../words/labels.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { offerPrompts } from "./first_offer.js";
import { loading, troubleOf } from "./notice.js";
import { showToast } from "./toast.js";
import { undoing } from "./undoing.js";
import "./person_picker.js";
/** @import { OwnProfile as Own, OwnProfileEdit, Who } from "../generated/contract.ts" */
/** @import { Loaded, With } from "./with.ts" */
/** @import { FormEvent } from "./events.ts" */

const texts = /** @type {const} */ (["organisation", "unit", "function"]);
const lists = /** @type {const} */ (["offers", "interests", "domains"]);
const levels = [0, 1, 2, 3, 4, 5];
const mappedRoles = ["mentor", "sponsor", "ally", "sounding-board", "challenger"];

const same = (/** @type {unknown} */ a, /** @type {unknown} */ b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const numberOrNull = (/** @type {string} */ text) => (text === "" ? null : Number(text));

/**
 * What the form says, as fields of OwnProfile; an empty one is null. Lists are one entry a line.
 * @param {FormData} form
 */
export function profileOf(form) {
  const said = (/** @type {string} */ name) => String(form.get(name) ?? "");
  /** @type {Record<string, unknown>} */
  const profile = {};
  for (const name of texts) profile[name] = said(name).trim() || null;
  for (const name of lists) {
    const entries = said(name).split(/[\n,]+/).map((one) => one.trim()).filter(Boolean);
    profile[name] = entries.length ? entries : null;
  }
  profile.seniority = numberOrNull(said("seniority"));
  profile.weekly_energy = numberOrNull(said("weekly_energy"));
  profile.boss = said("boss") || null;
  const wanted = mappedRoles.map((role) => [role, said(`role-${role}`)]).filter(([, count]) => count !== "");
  profile.wanted_roles = wanted.length ? Object.fromEntries(wanted.map(([role, count]) => [role, Number(count)])) : null;
  return /** @type {OwnProfileEdit} */ (profile);
}

/**
 * Of `wanted` only what differs from `profile`.
 * @param {Own} profile
 * @param {OwnProfileEdit} wanted
 */
export const changesOf = (profile, wanted) => Object.fromEntries(Object.entries(wanted).filter(([name, value]) => !same(value, profile[/** @type {keyof Own} */ (name)])));

/** @typedef {{ profile: Loaded<Own>, boss?: Who | null }} Fields */

/** <gt-own-profile>: ten questions about the user; each may stay empty. */
export class OwnProfile extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, profile: { state: true }, boss: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  /** Reads again what is shown. */
  async load() {
    const answer = await this.read(() => this.session.bridge.getOwnProfile());
    if (answer) await this.#take(answer.profile);
  }

  /**
   * The profile names the boss by UID; who has gone from the books since stands there as that.
   * @param {Own} profile
   */
  async #take(profile) {
    const { boss: uid } = profile;
    const person = uid ? await this.session.bridge.getPerson({ uid }).catch(() => null) : null;
    this.boss = uid ? { uid, name: person?.name ?? uid } : null;
    this.profile = profile;
  }

  /** @param {FormEvent} event */
  async #save(event) {
    event.preventDefault();
    const { bridge } = this.session;
    const edit = changesOf(this.profile, profileOf(new FormData(event.target)));
    if (Object.keys(edit).length === 0) return showToast(t("me.nothing_new"));
    const answer = await this.attempt(() => bridge.editOwnProfile({}, edit));
    if (!answer) return undefined;
    await this.#take(answer.profile);
    return showToast(t("me.saved"), undoing(this.session, answer.undo, () => this.load()));
  }

  /** @param {typeof texts[number]} name */
  #text(name) {
    return html`<label class="wide">${t(`me.${name}`)} <input name=${name} maxlength="300" autocomplete="off" .value=${this.profile[name] ?? ""} /></label>`;
  }

  /** @param {typeof lists[number]} name */
  #list(name) {
    return html`<label class="wide">${t(`me.${name}`)} <textarea name=${name} rows="3" aria-describedby="me-${name}" .value=${(this.profile[name] ?? []).join("\n")}></textarea></label>
      <p class="quiet" id="me-${name}">${t(`me.about_${name}`)}</p>`;
  }

  #roles() {
    const wanted = this.profile.wanted_roles ?? {};
    return html`<fieldset><legend>${t("me.wanted_roles")}</legend>
      <div class="line">${mappedRoles.filter((role) => roles.some((one) => one.role === role)).map((role) => html`<label>${roleName(role)} <input type="number" name="role-${role}" min="0" max="20" .value=${String(wanted[role] ?? "")} /></label>`)}</div>
    </fieldset>`;
  }

  #offers() {
    return html`${this.#list("offers")}
      <details><summary>${t("me.offer_prompts")}</summary><ul>${offerPrompts.map((prompt) => html`<li>${t(`me.${prompt}`)}</li>`)}</ul></details>`;
  }

  render() {
    const { profile } = this;
    if (!profile) return this.problem ? troubleOf(this) : loading;
    return html`<form class="fields questions" @submit=${(/** @type {FormEvent} */ event) => this.#save(event)}>
      ${this.#offers()} ${this.#list("interests")} ${texts.map((name) => this.#text(name))}
      <label>${t("me.seniority")}
        <select name="seniority"><option value="">${t("me.not_said")}</option>${levels.map((level) => html`<option value=${level} .selected=${profile.seniority === level}>${t(`me.level_${level}`)}</option>`)}</select></label>
      <gt-person-picker name="boss" .session=${this.session} .label=${t("me.boss")} .value=${this.boss}></gt-person-picker>
      ${this.#list("domains")} ${this.#roles()}
      <label>${t("me.weekly_energy")} <input type="number" name="weekly_energy" min="0" max="20" .value=${String(profile.weekly_energy ?? "")} /></label>
      <div class="actions"><button class="primary" type="submit" data-action="save-profile">${t("me.save")}</button></div>
      ${troubleOf(this)}
    </form>`;
  }
}
customElements.define("gt-own-profile", OwnProfile);
