import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import "../support/words.mjs";
import { birthdayText, dayAfter, dayText, weekText } from "../../../plugin/src/words/dates.js";
import { rules } from "../../../plugin/src/generated/vocabulary.js";
import { momentLabel, ruleLabel, wordOf } from "../../../plugin/src/words/labels.js";
import { connectionText } from "../../../plugin/src/words/connection.js";
import { phaseText } from "../../../plugin/src/words/sync.js";
import { feedLink, mailLink, phoneLink, safeLink } from "../../../plugin/src/pages/safe_link.js";

test("dates are dates in every time zone", () => {
  assert.equal(dayText("2026-11-20"), "20 Nov 2026");
  assert.equal(birthdayText("--05-07"), "7 May");
  assert.equal(birthdayText("1980-05-07"), "7 May 1980");
  assert.equal(weekText("2026-W05"), "Week 5");
  assert.equal(dayAfter(new Date(2026, 0, 31), { months: 1 }), "2026-02-28");
  assert.equal(dayAfter(new Date(2026, 11, 28), { days: 7 }), "2027-01-04");
});

test("every rule has a heading of its own, in words", () => {
  const headings = rules.map(ruleLabel);
  assert.equal(new Set(headings).size, rules.length);
  for (const heading of headings) assert.match(heading, /^[A-Z][a-z]*( [a-z]+)+$|^Celebrate$/);
});

test("every kind of moment in the contract has a word of its own, apart from the rules", async () => {
  const contract = JSON.parse(await readFile(new URL("../../../schemas/openapi.json", import.meta.url), "utf8"));
  const kinds = contract.components.schemas.TimelineEntry.properties.kind.enum;
  assert.equal(new Set(kinds.map(momentLabel)).size, kinds.length);
  assert.equal(momentLabel("ask"), "Ask");
  assert.equal(momentLabel("gave"), "You gave");
  assert.equal(ruleLabel("ask"), "Something to ask");
});

test("a word that only a newer helper knows is shown as it came; known ones have their message", () => {
  assert.equal(wordOf("changes.cause_", "solar-storm"), "Solar storm");
  assert.equal(wordOf("changes.undo_ask_", "move", { item: "Ada" }), "Move");
  assert.equal(wordOf("changes.undo_ask_", "remove", { item: "Ada" }), "Take back that Ada was deleted?");
  for (const rung of ["parallel-other", "above", "same-rank-external", "boss-siblings"]) {
    for (const page of ["goals", "network"]) assert.doesNotMatch(wordOf(`${page}.rung_`, `${rung}-rung`), /rung/);
  }
});

test("links only to http, https, mailto and tel", () => {
  for (const bad of ["javascript:alert(1)", "JaVaScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", " javascript:alert(1)", "blob:x", "moz-extension://x/"]) assert.equal(safeLink(bad), undefined, bad);
  assert.equal(safeLink("https://example.org/"), "https://example.org/");
  assert.equal(mailLink("ada@example.org"), "mailto:ada@example.org");
  assert.equal(mailLink("ada@example.org?bcc=x@example.org"), undefined);
  assert.equal(mailLink("a@example.org,b@example.org"), undefined);
  assert.equal(phoneLink("+44 (20) 7946-0000"), "tel:+442079460000");
  assert.equal(phoneLink("javascript:alert(x)"), undefined);
  assert.equal(feedLink("webcal://127.0.0.1:9/Goodturn.ics?token=x"), "webcal://127.0.0.1:9/Goodturn.ics?token=x");
  assert.equal(feedLink("webcal://evil.example.org/x"), undefined);
  assert.equal(feedLink("javascript://127.0.0.1/%0aalert(1)"), undefined);
});

test("every failure of the link has words that say what to do", () => {
  for (const kind of ["missing", "no-permission", "silent", "not-ours", "old-helper", "new-helper", "stopped", "no-code", "old-code", "storage"]) {
    const { title, lines } = connectionText({ kind, what: "Details." });
    assert.ok(title.length > 10 && lines.length > 0, kind);
  }
  assert.ok(connectionText({ kind: "storage", what: "The disk is full." }).lines.includes("The disk is full."));
});

test("progress in words", () => {
  assert.equal(phaseText({ phase: "fetching", collection: "Contacts", done: 10, total: 60 }), "Fetching Contacts: 10 of 60");
  assert.equal(phaseText({ phase: "indexing" }), "Putting your people in order…");
});
