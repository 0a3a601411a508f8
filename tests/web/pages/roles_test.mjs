import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { sampleWithProfiles } from "../support/sample_folder.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal, startBridge } from "../support/start_bridge.mjs";
import { allowTagging } from "../support/steps.mjs";

const willing = { uid: "sample-hugo-adeyemi", name: "Hugo Adeyemi", lines: ["X-GOODTURN-RATINGS:experience=2,willing=2"] };
setStage({ onlyReal: true, begin: () => startBridge({ fill: sampleWithProfiles([willing]) }) });

const seat = (role) => `[data-role=${role}]`;

/** Takes a role from everybody who has it, on their pages. */
async function emptySeat(page, role) {
  const holders = await page.$$eval(`${seat(role)} .holders:not(.candidates) a`, (links) => links.map((link) => link.getAttribute("href")));
  for (const href of holders) {
    await page.evaluate((wanted) => (location.hash = wanted), href);
    await page.click(`[data-remove=${role}]`);
    await page.waitForSelector(".toast");
  }
  await page.evaluate(() => (location.hash = "#/roles"));
  await page.waitForSelector(seat(role));
}

test("who holds which role, how alive it is, and what is silent", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/roles");
  await page.waitForSelector(seat("mentor"));
  assert.equal(await page.locator("gt-role-seat").count(), 5);
  assert.match(await page.innerText(seat("sounding-board")), /Silent[\s\S]*Dmitri Salvesen[\s\S]*Fading/);
  assert.match(await page.innerText(seat("challenger")), /Rests on one person[\s\S]*Esra Holm[\s\S]*last in touch \d+ \w+ \d{4}/);
  assert.match(await page.innerText("gt-roles"), /6 of 6 places are filled\. 5 wanted roles/);
  await close();
});

test("an empty seat names who could with two reasons, and gives the role with an undo", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/week");
  await allowTagging(page);
  await page.evaluate(() => (location.hash = "#/roles"));
  await page.waitForSelector(seat("challenger"));
  await emptySeat(page, "challenger");
  assert.match(await page.innerText(seat("challenger")), /Empty[\s\S]*0 of 1|0 of 1[\s\S]*Empty/);
  assert.match(await page.innerText("gt-roles"), /5 of 6 places are filled/);
  const candidates = page.locator(`${seat("challenger")} .candidates > li`);
  assert.ok((await candidates.count()) > 0);
  assert.equal(await candidates.first().locator(".reasons li").count(), 2);
  await assertAccessible(page, "roles with an empty seat");
  const name = await candidates.first().locator("a").innerText();
  await candidates.first().locator("[data-give]").click();
  await page.waitForSelector(`${seat("challenger")} .holders:not(.candidates) a`);
  assert.equal(name, "Hugo Adeyemi");
  assert.match(await page.innerText(seat("challenger")), /Rests on one person[\s\S]*Hugo Adeyemi/);
  await page.click("[data-action=undo]");
  await page.waitForSelector(`${seat("challenger")}.empty`);
  await close();
});

test("friends without a role are looked at only when asked for", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/roles");
  await page.waitForSelector("[data-action=friends]");
  assert.doesNotMatch(await page.innerText("gt-roles"), /friends? without a role|Every friend has a role/);
  await page.focus("[data-action=friends]");
  await page.keyboard.press("Space");
  await page.waitForFunction(() => /friends? without a role|Every friend has a role/.test(document.querySelector("gt-roles").innerText));
  await close();
});

test("in German, and when the helper cannot answer", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser, { locale: "de-DE" });
  await openPages(page, bridge, "#/roles");
  await page.waitForSelector(seat("mentor"));
  assert.equal(await page.getAttribute("html", "lang"), "de");
  assert.match(await page.innerText(seat("sounding-board")), /Sparringspartner/);
  await page.route("**/api/v1/reports/roles*", (route) => route.abort());
  await page.click("[data-action=friends]");
  await page.waitForSelector("[role=alert]");
  assert.equal(await page.locator("gt-role-seat").count(), 5);
  await close();
});
