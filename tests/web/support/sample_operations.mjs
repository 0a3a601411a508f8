// What the sample bridge does for each operation: (world, values, body) → {status?, body}. Throws {kind, detail}.
import { journalOperations } from "./sample_journal.mjs";
import { erasureOperations } from "./sample_erasure.mjs";
import { importOperations } from "./sample_imports.mjs";
import { mailOperations } from "./sample_mail.mjs";
import { notesOperations } from "./sample_notes.mjs";
import { setupOperations } from "./sample_setup.mjs";
import { daysAgo } from "./sample_world.mjs";

let serial = 0;
const fail = (kind, status, detail) => Object.assign(new Error(detail), { kind, status });
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const roleWords = ["mentor", "sponsor", "ally", "sounding-board", "challenger", "connector", "decision-maker", "guide"];

/** Keeps how to take a change back and names it. */
function remember(world, takeBack) {
  const id = `undo-${(serial += 1)}`;
  world.undo.set(id, takeBack);
  return id;
}

function personAt(world, uid) {
  const person = world.people.get(uid);
  if (!person) throw fail("not_found", 404, "No person has this id. Sync, then look under People.");
  return person;
}

function status(world) {
  return { version: "0.1.0", home: "/home/ada/goodturn", syncing: world.syncing, accounts: world.accounts.length, people: world.people.size, index_ready: true };
}

const rowOf = ({ uid, name, emails, organisation, title, tags, roles, last_contact, layer, state, can_tag }) => ({ uid, name, email: emails[0], organisation, title, tags, roles, last_contact, layer, state, can_tag });

function tagCounts(people) {
  const counts = new Map();
  for (const person of people) for (const tag of person.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].map(([tag, count]) => ({ tag, count })).sort((a, b) => b.count - a.count);
}

const daysSince = ({ last_contact: day }) => Math.floor((Date.now() - Date.parse(day)) / 86400000);

function listPeople(world, { query = "", tag = "", role = "", layer = "", silent_days: silent = "", limit = "100", offset = "0" }) {
  const all = [...world.people.values()];
  const words = plain(query).split(/\s+/).filter(Boolean);
  const fits = (person) => {
    const text = plain([person.name, person.organisation, ...person.emails, ...person.tags].join(" "));
    return words.every((word) => text.includes(word)) && (!tag || person.tags.includes(tag) || person.roles.includes(tag)) && (!role || person.roles.includes(role)) && (layer === "" || person.layer === Number(layer)) && (silent === "" || daysSince(person) >= Number(silent));
  };
  const found = all.filter(fits);
  const people = found.slice(Number(offset), Number(offset) + Number(limit)).map(rowOf);
  return { total: found.length, people, tags: tagCounts(all), ...(found.length ? {} : { empty_reason: "Nobody has all these words in name, company, address or tags." }) };
}

function act(world, { id }, { action }) {
  const suggestion = world.suggestions.find((one) => one.id === id);
  if (!suggestion) throw fail("not_found", 404, "This suggestion is gone. Reload the week.");
  const person = world.people.get(suggestion.person);
  const before = { state: suggestion.state, off: person.do_not_suggest, last: person.last_contact };
  suggestion.state = action;
  if (action === "never") person.do_not_suggest = true;
  if (action === "done") person.last_contact = daysAgo(0);
  const undo = remember(world, () => {
    suggestion.state = before.state;
    Object.assign(person, { do_not_suggest: before.off, last_contact: before.last });
  });
  return { suggestion, undo };
}

function editTags(world, { uid }, { add = [], remove = [] }) {
  const person = personAt(world, uid);
  if (!person.can_tag) throw fail("forbidden", 403, person.tag_hint);
  const before = person.tags;
  person.tags = [...before.filter((tag) => !remove.includes(tag)), ...add.filter((tag) => !before.includes(tag))];
  const take = () => (person.roles = person.tags.filter((tag) => roleWords.includes(tag)));
  take();
  return { person, undo: remember(world, () => ((person.tags = before), take())) };
}

function log(world, { uid }, { kind = "touch", channel, text, give_kind, at, due, size = 1 }) {
  const person = personAt(world, uid);
  const record = `record-${(serial += 1)}`;
  const before = { timeline: person.timeline, promises: person.promises, last_contact: person.last_contact };
  const moment = at ?? new Date().toISOString();
  const entry = { kind, at: moment, day: moment.slice(0, 10), title: give_kind ?? channel ?? kind, ...(text ? { text } : {}), ...(channel ? { channel } : {}) };
  person.timeline = [entry, ...person.timeline];
  if (kind === "promised") person.promises = [...person.promises, { record, text: text ?? "", ...(due ? { due } : {}) }];
  if (kind === "touch") person.last_contact = entry.day;
  const isLarge = kind === "gave" && size === 3 && [0, 150].includes(person.layer);
  return { record, person, undo: remember(world, () => Object.assign(person, before)), ...(isLarge ? { hint: "large-gift" } : {}) };
}

function undo(world, _, body) {
  const takeBack = world.undo.get(body.undo);
  if (!takeBack) throw fail("not_found", 404, "This can no longer be taken back.");
  world.undo.delete(body.undo);
  takeBack();
  // Who wrote into a line of theirs meanwhile keeps it.
  const left = (world.notes?.lines ?? []).filter(({ state }) => state === "left").map(({ file, why }) => `In your note ${file}: ${why}`);
  return { left_in_notes: left };
}

/** Who was in the lists of a month, by where they work, beside the living contacts; too little to say below eight. */
function exposure(world) {
  const of = (group) => (person) => person.organisation.startsWith("Example Works") === (group === "own-organisation");
  const shown = world.shownLately.map((uid) => world.people.get(uid));
  const alive = [...world.people.values()].filter((person) => person.state === "alive");
  return ["own-organisation", "other-organisation"].map((group) => {
    const counts = { shown: shown.filter(of(group)).length, shown_of: shown.length, alive: alive.filter(of(group)).length, alive_of: alive.length };
    const isEnough = counts.shown_of >= 8 && counts.alive > 0;
    return { group, ...counts, ...(isEnough ? { ratio: counts.shown / counts.shown_of / (counts.alive / counts.alive_of) } : {}) };
  });
}

function week(world) {
  const suggestions = world.suggestions.filter((one) => one.state === "open").slice(0, world.settings.weekly_budget);
  const empty = suggestions.length ? {} : { empty_reason: "Nothing to suggest yet: tag a few people whom you want to keep, or sync your calendar." };
  return { week: "2026-W48", budget: world.settings.weekly_budget, suggestions, resting: world.resting, exposure: exposure(world), pop_up_from: "2026-01-01T08:00:00Z", ...empty };
}

function removeAccount(world, { id }) {
  world.accounts = world.accounts.filter((account) => account.id !== Number(id));
  world.collections = world.collections.filter((collection) => collection.account !== Number(id));
  return { notes: [] };
}

function edited(list, id, edit) {
  const entry = list.find((one) => one.id === Number(id));
  if (!entry) throw fail("not_found", 404, "It is gone. Reload the page.");
  return Object.assign(entry, edit);
}

function profile(world, { uid }, edit) {
  const person = personAt(world, uid);
  const { resting } = world;
  const before = structuredClone(person);
  const set = (name, value) => (value === null ? delete person[name] : (person[name] = value));
  if ("do_not_suggest" in edit) person.do_not_suggest = edit.do_not_suggest;
  if ("layer" in edit) set("manual_layer", edit.layer);
  if ("cadence_days" in edit) set("cadence_days", edit.cadence_days);
  for (const name of ["offers", "needs", "interests", "text"]) if (name in edit) person.profile[name] = edit[name] ?? undefined;
  if (edit.revive || "cadence_days" in edit || edit.layer === 0) world.resting = world.resting.filter((one) => one.person !== uid);
  const undo = remember(world, () => {
    for (const name of Object.keys(person)) delete person[name];
    Object.assign(person, before);
    world.resting = resting;
  });
  return { ...person, undo };
}

function byEmail(world, { email }) {
  const person = [...world.people.values()].find((one) => one.emails.some((own) => own.toLowerCase() === email.toLowerCase()));
  if (!person) throw fail("not_found", 404, "Nobody has this address.");
  return person;
}

function feed(world, port) {
  const rest = `127.0.0.1:${port}/Goodturn.ics?token=feed-${world.feedKey}`;
  return { url: `http://${rest}`, webcal: `webcal://${rest}` };
}

function recordsPlace(world, notes = []) {
  const account = world.accounts.find((one) => one.id === world.recordsOn);
  const part = (name) => ({ collection: account ? 900 : 1, name, account: account?.id ?? 0, account_name: account?.name ?? "" });
  return { journal: part("Goodturn Journal"), follow_ups: part("Goodturn Follow-ups"), notes };
}

function keepRecords(world, _, { account }) {
  world.recordsOn = account;
  return recordsPlace(world);
}

/** Takes a row out of a list of the world; answers what brings it back. */
function takenOut(world, name, id) {
  const list = world[name];
  const found = list.findIndex((one) => one.id === Number(id));
  if (found < 0) throw fail("not_found", 404, "It is gone. Reload the page.");
  const [row] = list.splice(found, 1);
  return remember(world, () => list.splice(found, 0, row));
}

const changeList = (world, { limit = "100", offset = "0" }) => ({ changes: world.changes.slice(Number(offset), Number(offset) + Number(limit)), total: world.changes.length });

function answerMeeting(world, _, { event, lesson, text }) {
  const meeting = world.meetings.find((one) => one.event === event);
  const before = { ...meeting };
  meeting[lesson] = text;
  return { undo: remember(world, () => Object.assign(meeting, { [lesson]: "" }, before)) };
}

/** All operations that need no socket of their own, by operationId. */
export const sampleOperations = {
  ...journalOperations,
  ...erasureOperations,
  ...importOperations(remember),
  ...mailOperations,
  ...notesOperations,
  ...setupOperations,
  getStatus: status,
  getSyncReport: (world) => world.report,
  getWeek: week,
  actOnSuggestion: act,
  undo,
  listPeople,
  findPersonByEmail: byEmail,
  getPerson: (world, { uid }) => personAt(world, uid),
  editProfile: profile,
  editTags,
  logRecord: log,
  listAccounts: (world) => ({ accounts: world.accounts }),
  editAccount: (world, { id }, edit) => edited(world.accounts, id, edit),
  removeAccount,
  listCollections: (world) => ({ collections: world.collections }),
  editCollection: (world, { id }, edit) => edited(world.collections, id, edit),
  getSettings: (world) => world.settings,
  editSettings: (world, _, edit) => Object.assign(world.settings, edit),
  getRecordsPlace: (world) => recordsPlace(world),
  keepRecords,
  listConflicts: (world) => ({ conflicts: world.conflicts }),
  resolveConflict: (world, { id }) => ({ undo: takenOut(world, "conflicts", id), conflicts: world.conflicts }),
  listChanges: changeList,
  undoChange: (world, { id }) => (edited(world.changes, id, { undone: true, may_undo: false }), changeList(world, {})),
  listMeetings: (world) => ({ meetings: world.meetings }),
  answerMeeting,
  listTrash: (world) => ({ entries: world.trash }),
  restoreFromTrash: (world, { id }) => ({ undo: takenOut(world, "trash", id), entries: world.trash }),
  getFeedAddress: (world, _, __, port) => feed(world, port),
  resetFeedAddress: (world, _, __, port) => ((world.feedKey += 1), feed(world, port)),
};
