// What the sample bridge knows of the journal: purpose, own profile, balance, tags of many, one line. Enough for the pages that
// show them; what the journal does is tested against the real helper.
import { daysAgo } from "./sample_world.mjs";

let serial = 0;
const figure = (text) => ({ value: 0.2, text, evidence: "5 entries" });
const who = ({ uid, name }) => ({ uid, name });

/** Keeps how to take a change back and names it. */
function remember(world, takeBack) {
  const id = `undo-journal-${(serial += 1)}`;
  world.undo.set(id, takeBack);
  return id;
}

function tagPeople(world, _, { people, add = [], remove = [] }) {
  const known = people.map((uid) => world.people.get(uid)).filter(Boolean);
  const tagged = known.filter((person) => person.can_tag);
  const before = tagged.map((person) => person.tags);
  for (const person of tagged) person.tags = [...person.tags.filter((tag) => !remove.includes(tag) && !add.includes(tag)), ...add];
  const untagged = known.filter((person) => !person.can_tag).map((person) => ({ person: person.uid, why: person.tag_hint }));
  return { changed: tagged.length, untagged, sent: true, undo: remember(world, () => tagged.forEach((person, at) => (person.tags = before[at]))) };
}

function balance(world) {
  const people = [...world.people.values()].slice(0, 20).map((person) => ({ person: who(person), tie: "peer", balance: figure("You give a little more."), word: "within", gave: 3, received: 2, starts: figure("You start half of it."), starts_one_sided: false, debt: 0 }));
  const none = { text: "Not enough yet." };
  const asks = { yes: 0, no: 0, open: 0, no_answer: 0, withdrawn: 0 };
  return { people, owed: [], thanks_due: [], thanked: none, taking: none, is_taking: false, ideas: [], one_way: [], beyond_energy: false, unprompted: none, outside: none, referrals_below: none, belonging_due: [], asks, yes_rate: none, may_ask: false, hints: [] };
}

function takeLine(world, _, { line, answers = {}, confirm }) {
  const [uid] = Object.values(answers);
  const person = world.people.get(uid) ?? [...world.people.values()][0];
  const mentions = [{ name: person.name, outcome: "unique", candidates: [{ uid: person.uid, name: person.name, tags: person.tags }] }];
  const proposal = { clear: true, mentions, items: [{ kind: "entry", fields: { text: line }, says: line }], tags: [] };
  if (!confirm) return { proposal, logged: false };
  const before = person.timeline;
  person.timeline = [{ kind: "note", at: new Date().toISOString(), day: daysAgo(0), title: "Note", text: line }, ...before];
  return { proposal, logged: true, items: [{ id: `line-${(serial += 1)}`, kind: "note", person: person.uid, person_name: person.name, text: line, at: new Date().toISOString() }], undo: remember(world, () => (person.timeline = before)) };
}

function answerPurpose(world, _, { text }) {
  const before = world.purpose;
  world.purpose = { text, should_ask: false };
  return { ...world.purpose, undo: remember(world, () => (world.purpose = before)) };
}

function editOwnProfile(world, _, edit) {
  const before = { ...world.own };
  for (const [name, value] of Object.entries(edit)) {
    if (value === null) delete world.own[name];
    else world.own[name] = value;
  }
  return { profile: world.own, undo: remember(world, () => (world.own = before)) };
}

const scripts = [
  { id: "thanks", name: "A thank-you", text: "Dear {firstName}, thank you.", fields: ["firstName"] },
  { id: "question", name: "A question", text: "Dear {firstName}, about {topic}: may I ask?", fields: ["firstName", "topic"] },
];

function fillScript(world, { id }, { person, fields = {} }) {
  const script = scripts.find((one) => one.id === id);
  const values = { firstName: world.people.get(person).name.split(" ")[0], ...fields };
  const missing = script.fields.filter((name) => !values[name]);
  return { text: missing.length ? "" : script.text.replace(/\{(\w+)\}/g, (_, name) => values[name]), missing };
}

function noteScriptUse(world, { id }) {
  world.used = [...(world.used ?? []), id];
  return { undo: remember(world, () => (world.used = world.used.filter((one) => one !== id))) };
}

export const journalOperations = {
  listJournal: (_, { kind }) => ({ items: kind === "script" ? scripts : [] }),
  fillScript,
  noteScriptUse,
  tagPeople,
  getBalanceReport: balance,
  takeLine,
  getPurpose: (world) => world.purpose,
  answerPurpose,
  getOwnProfile: (world) => ({ profile: world.own }),
  editOwnProfile,
};
