import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { eachPage } from "../support/all_pages.mjs";
import { freshPage, openPages, startBrowser } from "../support/browser.mjs";
import { cardTexts, writeHostileFolder } from "../support/hostile_folder.mjs";
import { assertInert, assertShown, textOf } from "../support/inert.mjs";
import { isReal, startBridge } from "../support/start_bridge.mjs";
import { peopleRows } from "../support/steps.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.close());

// Those that could be taken for an address stand alone; the others are as dangerous one behind the other, as many as a field holds.
const longest = 280;
const isAddress = (text) => /^(javascript|data):/i.test(text);
const texts = cardTexts.filter(isAddress);
for (const text of cardTexts.filter((one) => !isAddress(one))) {
  const joined = `${texts.at(-1)} ${text}`;
  if (isAddress(joined) || joined.length > longest) texts.push(text);
  else texts[texts.length - 1] = joined;
}

/** One record of every kind whose every text is `text`, about `person` and `other`: [method, path, body]. */
const recordsOf = (text, person, other) => [
  ["POST", "journal/goal", { titles: [text], industries: [text], companies: [text], targets: [person], purpose: text }],
  ["POST", "journal/ask", { person, text, kind: "advice" }],
  ["POST", "journal/promise", { person, text }],
  ["POST", "journal/entry", { person, text, kind: "gave", give_kind: "advice" }],
  ["POST", "journal/introduction", { a: person, b: other, reason: text }],
  ["POST", "journal/community", { name: text, members: [person], text, kind: "interest" }],
  ["POST", "journal/venue", { name: text, text }],
  ["POST", "journal/script", { name: text, text }],
  ["POST", "journal/role-term", { person, role: text.slice(0, 40), text }],
  ["POST", "journal/pair", { a: person, b: other, evidence: "user-said", text }],
  ["PATCH", `people/${encodeURIComponent(person)}`, { needs: [text], offers: [text], interests: [text] }],
];

/** What the helper answers to each of them, asked with the page's own token: statuses. */
const write = (page, records) =>
  page.evaluate(async (all) => {
    const token = Object.values(sessionStorage).find((value) => /^[\w-]{43}$/.test(value));
    const statuses = [];
    for (const [method, path, body] of all) {
      const headers = { "Authorization": `Bearer ${token}`, "Content-Type": "application/json" };
      const answer = await fetch(`/api/v1/${path}`, { method, headers, body: JSON.stringify(body) });
      statuses.push([answer.status, path, answer.ok ? "" : await answer.text()]);
    }
    return statuses;
  }, records);

test("thirty payloads in every kind of record stay text on every page of the real helper", { skip: !isReal }, async () => {
  const bridge = await startBridge({ fill: writeHostileFolder });
  const { page, alarms, close } = await freshPage(browser, { viewport: { width: 1100, height: 2600 } });
  await openPages(page, bridge, "#/people");
  const people = (await peopleRows(page)).map(({ uid }) => uid);
  assert.equal(people.length, cardTexts.length);
  assert.ok(texts.length < 12);
  const records = texts.flatMap((text, at) => recordsOf(text, people[at], people[at + 1]));
  const own = ["PATCH", "me", { offers: cardTexts, interests: cardTexts, organisation: cardTexts[0], unit: cardTexts[1], domains: cardTexts }];
  const answers = await write(page, [...records, own]);
  assert.deepEqual(answers.filter(([status]) => status >= 300), []);
  await page.reload();
  const shown = [];
  await eachPage(page, async (name) => {
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    await assertInert(page, alarms, name);
    shown.push(await textOf(page, "main"));
  }, { person: { route: `#/people/${encodeURIComponent(people[0])}`, wait: ".timeline" }, roles: { wait: "gt-role-seat, gt-roles .empty" } });
  assertShown(cardTexts, shown);
  await close();
  await bridge.stop();
});
