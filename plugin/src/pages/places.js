import { html } from "lit";

/**
 * Every page of the space. A place is {id, label, load, draw, under?}: `id` is the first part of its route ("#/week"),
 * `label` the key of its name (words/LANGUAGE/places.json), `load` imports its elements the first time it is wanted, `draw(session, id)` is its template with the rest of the
 * route ("" or what follows "#/people/"). A place without `label` has no entry of its own in the navigation; it
 * counts as the place `under`.
 */
const week = {
  id: "week",
  label: "places.week",
  load: () => import("./week.js"),
  draw: (session) => html`<gt-week .session=${session}></gt-week>`,
};
const people = {
  id: "people",
  label: "places.people",
  load: () => Promise.all([import("./people.js"), import("./person.js")]),
  draw: (session, id) => (id ? html`<gt-person .session=${session} .uid=${id}></gt-person>` : html`<gt-people .session=${session}></gt-people>`),
};
const book = {
  id: "book",
  under: "people",
  load: () => import("./contact.js"),
  draw: (session, id) => html`<gt-contact .session=${session} .contact=${id}></gt-contact>`,
};
const ledger = {
  id: "ledger",
  label: "places.ledger",
  load: () => import("./ledger.js"),
  draw: (session) => html`<gt-ledger .session=${session}></gt-ledger>`,
};
const introductions = {
  id: "introductions",
  label: "places.introductions",
  load: () => import("./introductions.js"),
  draw: (session) => html`<gt-introductions .session=${session}></gt-introductions>`,
};
const goals = {
  id: "goals",
  label: "places.goals",
  load: () => import("./goals.js"),
  draw: (session) => html`<gt-goals .session=${session}></gt-goals>`,
};
const duplicates = {
  id: "duplicates",
  label: "places.duplicates",
  load: () => import("./duplicates.js"),
  draw: (session) => html`<gt-duplicates .session=${session}></gt-duplicates>`,
};
const roles = {
  id: "roles",
  label: "places.roles",
  load: () => import("./roles.js"),
  draw: (session) => html`<gt-roles .session=${session}></gt-roles>`,
};
const network = {
  id: "network",
  label: "places.network",
  load: () => import("./network.js"),
  draw: (session) => html`<gt-network .session=${session}></gt-network>`,
};
const welcome = {
  id: "welcome",
  label: "places.welcome",
  load: () => import("./welcome.js"),
  draw: (session) => html`<gt-welcome .session=${session}></gt-welcome>`,
};
const settings = {
  id: "settings",
  label: "places.settings",
  load: () => import("./settings_page.js"),
  draw: (session) => html`<gt-settings-page .session=${session}></gt-settings-page>`,
};
const accounts = {
  id: "accounts",
  label: "places.accounts",
  load: () => import("./accounts.js"),
  draw: (session) => html`<gt-accounts .session=${session}></gt-accounts>`,
};
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
  { label: "places.group_set_up", places: [welcome, accounts, changes, settings] },
]);

const places = new Map(groups.flatMap((group) => group.places).map((place) => [place.id, place]));
const [first] = groups[0].places;

/** {place, id} of a route such as "#/week", "#/people/UID"; an unknown one leads to the first place. */
export function placeOf(hash) {
  const [, name = "", id = ""] = hash.replace(/^#/, "").split("/");
  const place = places.get(name) ?? first;
  try {
    return { place, id: decodeURIComponent(id) };
  } catch {
    return { place, id: "" };
  }
}
