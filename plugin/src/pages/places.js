import { html } from "lit";
import { keyed } from "lit/directives/keyed.js";
/** @import { TemplateResult } from "lit" */
/** @import { Session } from "./session.js" */

/** @typedef {{ id: string, label?: string, under?: string, load(): Promise<unknown>, draw(session: Session, id: string): TemplateResult }} Place */

/**
 * Every page of the space. A place is {id, label, load, draw, under?}: `id` is the first part of its route ("#/week"),
 * `label` the key of its name (words/LANGUAGE/places.json), `load` imports its elements the first time it is wanted, `draw(session, id)` is its template with the rest of the
 * route ("" or what follows "#/people/"). A place without `label` has no entry of its own in the navigation; it
 * counts as the place `under`.
 */
/** @type {Place} */
const week = {
  id: "week",
  label: "places.week",
  load: () => import("./week.js"),
  draw: (session) => html`<gt-week .session=${session}></gt-week>`,
};
/** @type {Place} */
const people = {
  id: "people",
  label: "places.people",
  load: () => Promise.all([import("./people.js"), import("./person.js")]),
  // Each person has a page of their own: what is answered late, or typed for one, never comes up under another.
  draw: (session, id) => (id ? html`${keyed(id, html`<gt-person .session=${session} .uid=${id}></gt-person>`)}` : html`<gt-people .session=${session}></gt-people>`),
};
/** @type {Place} */
const book = {
  id: "book",
  under: "people",
  load: () => import("./contact.js"),
  draw: (_, id) => html`${keyed(id, html`<gt-contact .contact=${id}></gt-contact>`)}`,
};
/** @type {Place} */
const ledger = {
  id: "ledger",
  label: "places.ledger",
  load: () => import("./ledger.js"),
  draw: (session) => html`<gt-ledger .session=${session}></gt-ledger>`,
};
/** @type {Place} */
const introductions = {
  id: "introductions",
  label: "places.introductions",
  load: () => import("./introductions.js"),
  draw: (session) => html`<gt-introductions .session=${session}></gt-introductions>`,
};
/** @type {Place} */
const goals = {
  id: "goals",
  label: "places.goals",
  load: () => import("./goals.js"),
  draw: (session) => html`<gt-goals .session=${session}></gt-goals>`,
};
/** @type {Place} */
const duplicates = {
  id: "duplicates",
  label: "places.duplicates",
  load: () => import("./duplicates.js"),
  draw: (session) => html`<gt-duplicates .session=${session}></gt-duplicates>`,
};
/** @type {Place} */
const roles = {
  id: "roles",
  label: "places.roles",
  load: () => import("./roles.js"),
  draw: (session) => html`<gt-roles .session=${session}></gt-roles>`,
};
/** @type {Place} */
const network = {
  id: "network",
  label: "places.network",
  load: () => import("./network.js"),
  draw: (session) => html`<gt-network .session=${session}></gt-network>`,
};
/** @type {Place} */
const welcome = {
  id: "welcome",
  label: "places.welcome",
  load: () => import("./welcome.js"),
  draw: (session) => html`<gt-welcome .session=${session}></gt-welcome>`,
};
/** @type {Place} */
const settings = {
  id: "settings",
  label: "places.settings",
  load: () => import("./settings_page.js"),
  draw: (session) => html`<gt-settings-page .session=${session}></gt-settings-page>`,
};
/** @type {Place} */
const accounts = {
  id: "accounts",
  label: "places.accounts",
  load: () => import("./accounts.js"),
  draw: (session) => html`<gt-accounts .session=${session}></gt-accounts>`,
};
/** @type {Place} */
const imports = {
  id: "import",
  label: "places.imports",
  load: () => import("./imports.js"),
  draw: (session) => html`<gt-imports .session=${session}></gt-imports>`,
};
/** @type {Place} */
const changes = {
  id: "changes",
  label: "places.changes",
  load: () => import("./history.js"),
  draw: (session) => html`<gt-history .session=${session}></gt-history>`,
};

/** The navigation: groups of places in the order in which they are shown; the first place is where one arrives. */
export const groups = Object.freeze([
  { label: "places.group_now", places: [week, people, book] },
  { label: "places.group_tend", places: [introductions, ledger, goals, duplicates] },
  { label: "places.group_understand", places: [roles, network] },
  { label: "places.group_set_up", places: [welcome, accounts, imports, changes, settings] },
]);

const places = new Map(groups.flatMap((group) => group.places).map((place) => [place.id, place]));
const [first] = groups[0].places;

/**
 * {place, id} of a route such as "#/week", "#/people/UID"; an unknown one leads to the first place.
 * @param {string} hash
 * @returns {{ place: Place, id: string }}
 */
export function placeOf(hash) {
  const [, name = "", id = ""] = hash.replace(/^#/, "").split("/");
  const place = places.get(name) ?? first;
  try {
    return { place, id: decodeURIComponent(id) };
  } catch {
    return { place, id: "" };
  }
}
