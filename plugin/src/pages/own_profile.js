import { html } from "lit";
import { roles } from "../generated/vocabulary.js";
import { roleName } from "../words/labels.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { loading, problemNotice } from "./notice.js";
import { showToast } from "./toast.js";

const texts = ["organisation", "unit", "function"];
const lists = ["offers", "interests", "domains"];
const levels = [0, 1, 2, 3, 4, 5];
const workdays = ["mo", "tu", "we", "th", "fr", "sa", "su"];
const mappedRoles = ["mentor", "sponsor", "ally", "sounding-board", "challenger"];

const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const numberOrNull = (text) => (text === "" ? null : Number(text));

/** What the form says, as fields of OwnProfile; an empty one is null. Lists are one entry a line. */
export function profileOf(form) {
  const profile = {};
  for (const name of texts) profile[name] = form.get(name).trim() || null;
  for (const name of lists) {
    const entries = form.get(name).split(/[\n,]+/).map((one) => one.trim()).filter(Boolean);
    profile[name] = entries.length ? entries : null;
  }
  profile.seniority = numberOrNull(form.get("seniority"));
  profile.weekly_energy = numberOrNull(form.get("weekly_energy"));
  const days = form.getAll("workdays");
  profile.workdays = days.length ? days : null;
  const wanted = mappedRoles.map((role) => [role, form.get(`role-${role}`)]).filter(([, count]) => count !== "");
  profile.wanted_roles = wanted.length ? Object.fromEntries(wanted.map(([role, count]) => [role, Number(count)])) : null;
  return profile;
}

/** Of `wanted` only what differs from `profile`. */
export const changesOf = (profile, wanted) => Object.fromEntries(Object.entries(wanted).filter(([name, value]) => !same(value, profile[name])));

/** <gt-own-profile>: ten questions about the user; each may stay empty. */
export class OwnProfile extends GoodElement {
  static properties = { session: { attribute: false }, profile: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.profile = (await this.attempt(() => this.session.bridge.getOwnProfile()))?.profile ?? this.profile;
  }

  async #save(event) {
    event.preventDefault();
    const { bridge } = this.session;
    const edit = changesOf(this.profile, profileOf(new FormData(event.target)));
    if (Object.keys(edit).length === 0) return showToast(t("me.nothing_new"));
    const answer = await this.attempt(() => bridge.editOwnProfile({}, edit));
    if (!answer) return undefined;
    this.profile = answer.profile;
    return showToast(t("me.saved"), answer.undo ? () => bridge.undo({}, { undo: answer.undo }).then(() => this.#load()) : null);
  }

  #text(name) {
    return html`<label class="wide">${t(`me.${name}`)} <input name=${name} maxlength="300" autocomplete="off" .value=${this.profile[name] ?? ""} /></label>`;
  }

  #list(name) {
    return html`<label class="wide">${t(`me.${name}`)} <textarea name=${name} rows="3" aria-describedby="me-${name}">${(this.profile[name] ?? []).join("\n")}</textarea></label>
      <p class="quiet" id="me-${name}">${t(`me.about_${name}`)}</p>`;
  }

  #roles() {
    const wanted = this.profile.wanted_roles ?? {};
    return html`<fieldset><legend>${t("me.wanted_roles")}</legend>
      <div class="line">${mappedRoles.filter((role) => roles.some((one) => one.role === role)).map((role) => html`<label>${roleName(role)} <input type="number" name="role-${role}" min="0" max="20" .value=${String(wanted[role] ?? "")} /></label>`)}</div>
    </fieldset>`;
  }

  #days() {
    const chosen = new Set(this.profile.workdays ?? []);
    return html`<fieldset><legend>${t("me.workdays")}</legend>
      <div class="kinds">${workdays.map((day) => html`<label><input type="checkbox" name="workdays" value=${day} .checked=${chosen.has(day)} /> ${t(`me.day_${day}`)}</label>`)}</div>
    </fieldset>`;
  }

  render() {
    const { profile } = this;
    if (!profile) return this.problem ? problemNotice(this.problem) : loading;
    return html`<form class="fields questions" @submit=${(event) => this.#save(event)}>
      ${this.#list("offers")} ${this.#list("interests")} ${texts.map((name) => this.#text(name))}
      <label>${t("me.seniority")}
        <select name="seniority"><option value="">${t("me.not_said")}</option>${levels.map((level) => html`<option value=${level} .selected=${profile.seniority === level}>${t(`me.level_${level}`)}</option>`)}</select></label>
      ${this.#list("domains")} ${this.#roles()}
      <label>${t("me.weekly_energy")} <input type="number" name="weekly_energy" min="0" max="20" .value=${String(profile.weekly_energy ?? "")} /></label>
      ${this.#days()}
      <div class="actions"><button class="primary" type="submit" data-action="save-profile">${t("me.save")}</button></div>
      ${problemNotice(this.problem)}
    </form>`;
  }
}
customElements.define("gt-own-profile", OwnProfile);
