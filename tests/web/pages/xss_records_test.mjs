import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { eachPage } from "../support/all_pages.mjs";
import { freshPage, openPages, startBrowser } from "../support/browser.mjs";
import { cardTexts, writeHostileFolder } from "../support/hostile_folder.mjs";
import { joined, recordsOf } from "../support/hostile_records.mjs";
import { assertInert, assertShown, textOf } from "../support/inert.mjs";
import { isReal, startBridge } from "../support/start_bridge.mjs";
import { peopleRows } from "../support/steps.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.close());

const texts = joined(cardTexts);

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
