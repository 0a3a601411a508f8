// A German page speaks German: the program's own words, the helper's sentences, and what is written into the calendar.
import assert from "node:assert/strict";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { eachPage } from "../support/all_pages.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { english, foreignTexts, textsOf } from "../support/foreign_words.mjs";
import { unfold } from "../support/layout.mjs";
import { germanSample } from "../support/sample_folder.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal, startBridge } from "../support/start_bridge.mjs";
import { openPerson, peopleRows } from "../support/steps.mjs";

setStage({ onlyReal: true, begin: () => startBridge({ fill: germanSample }) });
const onlyReal = { skip: !isReal };

test("no page that is shown in German has an English sentence", onlyReal, async () => {
  const { page, close } = await freshPage(browser, { locale: "de-DE" });
  await openPages(page, bridge);
  const found = {};
  let sentences = 0;
  await eachPage(page, async (name) => {
    await page.evaluate(unfold);
    await page.waitForFunction(() => !document.querySelector("main gt-loading"));
    const texts = await page.evaluate(textsOf);
    sentences += texts.filter((text) => text.endsWith(".")).length;
    const foreign = texts.filter((text) => english.test(text));
    if (foreign.length) found[name] = foreign;
  });
  assert.deepEqual(found, {});
  assert.ok(sentences > 100, `${sentences} sentences were looked at`);
  await close();
});

test("what a sync says, what it would do and what goes wrong are German", onlyReal, async () => {
  const { page, close } = await freshPage(browser, { locale: "de-DE" });
  await openPages(page, bridge, "#/accounts");
  const found = {};
  const look = async (name, pattern, place) => {
    await page.waitForFunction(([where, words]) => new RegExp(words).test(document.querySelector(where)?.textContent ?? ""), [place, pattern], { timeout: 30000 });
    const foreign = await foreignTexts(page);
    if (foreign.length) found[name] = foreign;
  };
  await page.click("[data-action=sync]");
  await look("report", "in 3 Sammlungen", "gt-sync-panel .report > p");
  await page.click("gt-sync-runs summary");
  await look("runs", "in 3 Sammlungen", "gt-sync-runs tbody");
  await rm(path.join(bridge.folder, "contacts", (await readdir(path.join(bridge.folder, "contacts"))).find((name) => name.endsWith(".vcf"))));
  await page.click("[data-action=dry-run]");
  await look("plan", "hier löschen: [\\s\\S]*Contacts: 1 zu tun", "gt-sync-panel .plan");
  await page.click("[data-action=sync]");
  await look("removed", "1 entfernt", "gt-sync-panel .report > p");
  await page.evaluate(() => (location.hash = "#/changes"));
  await look("trash", "Der Server hat es nicht mehr", "gt-trash");
  await page.evaluate(() => (location.hash = "#/accounts"));
  const tried = async (name, url, words) => {
    await page.fill("[name=url]", url);
    await page.fill("[name=user]", "alex@example.org");
    await page.click("[data-action=test-account]");
    await look(name, words, "gt-account-setup .notice");
  };
  await tried("nowhere", path.join(bridge.folder, "..", "nowhere"), "gibt es nicht");
  await tried("twice", bridge.folder, "schon als .* eingerichtet");
  await tried("no server", "http://127.0.0.1:9/", "ungeschützt|nimmt an Port 9 keine Verbindungen an");
  const [{ uid }] = await peopleRows(page);
  await page.fill("gt-people input[type=search]", "zzzz");
  await look("nobody", "passt niemand", "gt-people");
  await openPerson(page, uid);
  await look("no tags", "Schlagwörter zurückschreiben", "gt-tags");
  assert.deepEqual(found, {});
  await close();
});

test("the check finds English sentences", onlyReal, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await page.waitForSelector("gt-suggestion .why");
  assert.match(await page.innerText("gt-suggestion .why"), english);
  await close();
});

test("the language of the calendar is a choice of its own", onlyReal, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await page.waitForSelector("gt-suggestion");
  await page.click("[data-action=show-in-calendar]");
  const address = await page.inputValue("gt-feed input");
  const calendar = async () => (await (await fetch(address)).text()).replace(/\r\n[ \t]/g, "");
  assert.match(await calendar(), /X-WR-CALNAME:Follow-ups/);
  await page.evaluate(() => (location.hash = "#/settings"));
  await page.selectOption("[data-action=language]", "de");
  await page.waitForFunction(() => /written in German/.test(document.querySelector(".toast")?.textContent));
  const german = await calendar();
  assert.match(german, /X-WR-CALNAME:Vorschläge/);
  assert.doesNotMatch(german, /SUMMARY:(Write to|Call|Thank) /);
  await page.evaluate(() => (location.hash = "#/week"));
  await page.waitForSelector("gt-suggestion .why");
  assert.match(await page.innerText("gt-suggestion .why"), english, "the page stays as the browser is set");
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => /Taken back/.test(document.querySelector(".toast")?.textContent));
  assert.match(await calendar(), /X-WR-CALNAME:Follow-ups/);
  await close();
});
