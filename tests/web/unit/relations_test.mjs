import assert from "node:assert/strict";
import test from "node:test";
import { inLanguages } from "../support/words.mjs";
import { changedFields, journalKind, listOf, recordFields, shownValue } from "../../../plugin/src/pages/record_fields.js";
import { dayGroups, dayHeading } from "../../../plugin/src/pages/day_groups.js";
import { rhythmEvidence } from "../../../plugin/src/pages/rhythm.js";
import { boardOf } from "../../../plugin/src/pages/asks_by_state.js";
import { draftOf } from "../../../plugin/src/pages/introduction_draft.js";
import { withPerson } from "../../../plugin/src/pages/line_about.js";
import { sideBySide } from "../../../plugin/src/pages/side_by_side.js";
import { composeLink, openDraft } from "../../../plugin/src/thunderbird/compose.js";

test("a form sends what is filled in, for a stored item only what changed, and null for what was emptied", () => {
  const fields = recordFields.goal;
  const filled = { purpose: " Clean rivers ", titles: "Engineer, Engineer , ", industries: "", companies: "", targets: ["ada"], deadline: "", weekly_touches: "3", weekly_asks: "", weekly_hours: "" };
  assert.deepEqual(changedFields(fields, filled), { purpose: "Clean rivers", titles: ["Engineer"], targets: ["ada"], weekly_touches: 3 });
  const item = { id: "g", purpose: "Clean rivers", titles: ["Engineer"], targets: ["ada"], weekly_touches: 3 };
  const again = Object.fromEntries(fields.map((field) => [field.name, shownValue(field, item)]));
  assert.deepEqual(changedFields(fields, again, item), {});
  assert.deepEqual(changedFields(fields, { ...again, purpose: "", weekly_touches: "", titles: "" }, item), { purpose: null, weekly_touches: null, titles: [] });
});

test("flags, choices and numbers by choice keep their types", () => {
  const sent = changedFields(recordFields.gave, { person: "ada", give_kind: "help", size: "2", at: "2026-11-20", asked: true, text: "" });
  assert.deepEqual({ ...sent, at: sent.at.slice(0, 4) }, { person: "ada", give_kind: "help", size: 2, at: "2026", asked: true });
  assert.deepEqual(changedFields(recordFields.profile, { powers: ["can-hire"], friend: true }, { powers: ["can-hire"], friend: true, tie: "peer" }), { tie: null });
  assert.equal(journalKind("gave"), "entry");
  assert.equal(journalKind("received"), "entry");
  assert.equal(journalKind("promise"), "promise");
  assert.deepEqual(listOf("a, b,,a ,"), ["a", "b"]);
});

test("rows of one day stand together, the near days have names", () => {
  const rows = [{ day: "2026-11-22" }, { day: "2026-11-22" }, { day: "2026-11-20" }];
  assert.deepEqual(dayGroups(rows, ({ day }) => day).map(({ day, rows: own }) => [day, own.length]), [["2026-11-22", 2], ["2026-11-20", 1]]);
  const now = new Date(2026, 10, 22, 23, 30);
  assert.deepEqual(["2026-11-22", "2026-11-21", "2026-11-23", "2026-11-19"].map((day) => dayHeading(day, now)), ["Today", "Yesterday", "Tomorrow", "19 Nov 2026"]);
  inLanguages(["de"], () => assert.equal(dayHeading("2026-11-22", now), "Heute"));
});

test("the rhythm's evidence counts the gaps that are shorter than today's silence", () => {
  assert.deepEqual(rhythmEvidence({ gaps: [9, 14, 21, 14], days_since: 14 }), { gaps: 4, shorter: 1 });
  assert.deepEqual(rhythmEvidence({ gaps: [], days_since: 3 }), { gaps: 0, shorter: 0 });
});

test("a draft becomes a mailto: address that carries no other field, or none at all", () => {
  assert.equal(composeLink({ to: ["ada@example.org"] }), "mailto:ada@example.org");
  assert.equal(composeLink({ to: ["ada@example.org", "bo@example.org"], subject: "A & B", body: "x\ny?cc=z@example.org" }), "mailto:ada@example.org,bo@example.org?subject=A%20%26%20B&body=x%0D%0Ay%3Fcc%3Dz%40example.org");
  for (const odd of ["ada@example.org?bcc=x@example.org", "a b@example.org", "", "javascript:alert(1)"]) assert.equal(composeLink({ to: [odd] }), undefined, odd);
});

test("in Thunderbird the compose window is opened and nothing is sent", async () => {
  const calls = [];
  const host = { compose: new Proxy({}, { get: (_, name) => async (details) => calls.push([name, details]) }) };
  assert.equal(await openDraft({ to: ["ada@example.org"], subject: "Hi", body: "Hello" }, host), true);
  assert.deepEqual(calls, [["beginNew", { to: ["ada@example.org"], subject: "Hi", plainTextBody: "Hello", isPlainText: true }]]);
});

test("a line about a person names them, unless it does so already", () => {
  assert.equal(withPerson("gave advice on the talk", "Hugo Adeyemi"), 'gave "Hugo Adeyemi" advice on the talk');
  assert.equal(withPerson("gave hugo advice", "Hugo Adeyemi"), "gave hugo advice");
  assert.equal(withPerson("met Émile in town", "Emile Ejemplo"), "met Émile in town");
  assert.equal(withPerson("gave @ada advice", "Hugo Adeyemi"), "gave @ada advice");
  assert.equal(withPerson("met", 'An "odd" name'), 'met "An odd name"');
});

test("the board has open asks by their next day and the others newest first", () => {
  const asks = [
    { id: "a", day: "2026-01-01", due: "2026-03-01" },
    { id: "b", day: "2026-01-02", state: "open", due: "2026-02-01" },
    { id: "c", day: "2026-01-03", state: "open" },
    { id: "d", day: "2026-01-04", state: "no" },
    { id: "e", day: "2026-01-05", state: "no" },
  ];
  const board = Object.fromEntries(boardOf(asks).map(({ state, asks: own }) => [state, own.map(({ id }) => id).join("")]));
  assert.deepEqual(board, { open: "bac", yes: "", no: "ed", "no-answer": "", withdrawn: "" });
});

test("an introduction's draft goes to whom the step asks", () => {
  const item = { a: "u1", b: "u2", a_name: "Ada Berg", b_name: "Bo Holm", reason: "tides" };
  assert.deepEqual([draftOf({ ...item, next: "ask-a" }).to, draftOf({ ...item, next: "ask-a" }).words.other], [["u1"], "Bo Holm"]);
  assert.deepEqual([draftOf({ ...item, next: "ask-b" }).to, draftOf({ ...item, next: "ask-b" }).words.to], [["u2"], "Bo"]);
  assert.deepEqual(draftOf({ ...item, next: "introduce" }).to, ["u1", "u2"]);
  for (const next of ["wait", "declined", "done"]) assert.equal(draftOf({ ...item, next }), null);
});

test("cards side by side leave out what is empty everywhere and mark what differs", () => {
  const cards = [
    { name: "Ada Berg", book: "Home", emails: ["a@example.org"], phones: [], tags: [], notes: [], title: "Engineer" },
    { name: "Ada Berg", book: "Work", emails: ["a@example.org", "b@example.org"], phones: [], tags: [], notes: [] },
  ];
  const rows = Object.fromEntries(sideBySide(cards).map(({ key, differs }) => [key, differs]));
  assert.deepEqual(rows, { name: false, book: true, emails: true, title: false });
});
