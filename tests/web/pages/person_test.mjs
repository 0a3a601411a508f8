import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal } from "../support/start_bridge.mjs";
import { openPerson, pick, saveDialog, undoTo } from "../support/steps.mjs";

const hugo = "sample-hugo-adeyemi";
setStage({ onlyReal: true });

async function open(uid, options) {
  const fresh = await freshPage(browser, options);
  await openPages(fresh.page, bridge);
  await openPerson(fresh.page, uid);
  await fresh.page.waitForSelector(".timeline li");
  return fresh;
}

const shows = (page, selector, words) => page.waitForFunction(([wanted, text]) => document.querySelector(wanted)?.innerText.includes(text), [selector, words]);

test("the timeline has day groups; the rhythm shows the gaps it rests on and the next meeting is named", { skip: !isReal }, async () => {
  const { page, close } = await open(hugo);
  const days = await page.locator(".timeline time").evaluateAll((all) => all.map((one) => one.dateTime));
  assert.equal(new Set(days).size, days.length);
  assert.match(await page.innerText(".rhythm"), /Usually \d+ days apart, most often \d+–\d+\.[\s\S]*Today it is \d+ days?; \d+ of the last \d+ gaps were shorter/);
  assert.ok((await page.locator(".gaps rect").count()) > 5);
  assert.match(await page.innerText(".facts"), /Next meeting/);
  await close();
});

test("one line is shown as what it would write, logged for this person, and taken back", { skip: !isReal }, async () => {
  const { page, close } = await open(hugo);
  await page.fill("gt-line input", "gave advice on the grid talk");
  await shows(page, "gt-line", "Will be: ");
  assert.match(await page.innerText("gt-line .says"), /Hugo Adeyemi/);
  await page.focus("gt-line input");
  await page.keyboard.press("Enter");
  await shows(page, ".timeline", "the grid talk");
  assert.equal(await page.inputValue("gt-line input"), "");
  await undoTo(page, () => page.waitForFunction(() => !document.querySelector(".timeline").innerText.includes("the grid talk")));
  await page.fill("gt-line input", "juggled Hugo");
  await page.keyboard.press("Enter");
  await page.waitForSelector("gt-line [role=alert]");
  assert.equal(await page.inputValue("gt-line input"), "juggled Hugo");
  await close();
});

test("a name that nobody has is asked back and nothing is written", { skip: !isReal }, async () => {
  const { page, close } = await open(hugo);
  await page.fill("gt-line input", "gave Zebedee Hugo advice on the boat");
  await page.keyboard.press("Enter");
  await shows(page, "gt-line", "Nobody here is called");
  assert.doesNotMatch(await page.innerText(".timeline"), /the boat/);
  await close();
});

test("offers, needs, interests and who introduced whom are edited and seen from both sides", { skip: !isReal }, async () => {
  const { page, close } = await open(hugo);
  await page.click("[data-action=edit-about]");
  await page.fill("dialog [name=offers]", "Rust, sailing");
  await page.fill("dialog [name=needs]", "a translator");
  await pick(page, "introduced_by", "Noor");
  await page.check("dialog [value=can-connect]");
  await assertAccessible(page, "form about a person");
  await saveDialog(page);
  await shows(page, "gt-about-person", "Noor Eriksen");
  assert.match(await page.innerText("gt-about-person"), /Offers\s+Rust\s+sailing\s+Needs\s+a translator[\s\S]*Can connect/);
  await openPerson(page, "sample-noor-eriksen");
  await shows(page, "gt-about-person", "Hugo Adeyemi");
  await undoTo(page, () => page.waitForFunction(() => !document.querySelector("gt-about-person").innerText.includes("Hugo Adeyemi")));
  await close();
});

test("the balance is a bar that can be hidden everywhere and shown again", { skip: !isReal }, async () => {
  const { page, close } = await open(hugo);
  await page.waitForSelector("svg.balance");
  assert.match(await page.getAttribute("svg.balance", "aria-label"), /Gave 0, received 1/);
  await page.click("[data-action=hide-balance]");
  await page.waitForSelector("[data-action=show-balance]");
  await openPerson(page, "sample-selma-dubois");
  await page.click("[data-action=show-balance]");
  await page.waitForSelector("svg.balance");
  await close();
});

test("what is answered late about one person never comes up under another's address", { skip: !isReal }, async () => {
  const { page, close } = await open(hugo);
  const selma = "sample-selma-dubois";
  const watch = () => page.evaluate(() => {
    const seen = (globalThis.namesSeen = new Set());
    const look = () => {
      for (const head of document.querySelectorAll("gt-person h1")) seen.add(head.innerText);
      if (seen === globalThis.namesSeen) requestAnimationFrame(look);
    };
    look();
  });
  const seen = () => page.evaluate(() => [...globalThis.namesSeen]);
  await page.click("[data-action=do-not-suggest]");
  await page.waitForSelector("[data-action=undo]");
  await openPerson(page, selma);
  await watch();
  await page.click("[data-action=undo]");
  await page.waitForFunction(() => /Taken back/.test(document.querySelector(".toast")?.textContent));
  await page.waitForTimeout(200);
  assert.deepEqual(await seen(), ["Selma Dubois"], "after an undo");
  await openPerson(page, hugo);
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route("**/api/v1/people/*", async (route) => (route.request().method() === "PATCH" && (await held), route.continue()));
  await page.click("[data-action=do-not-suggest]");
  await openPerson(page, selma);
  await watch();
  letGo();
  await page.waitForFunction(() => /Undo/.test(document.querySelector(".toast")?.textContent));
  await page.waitForTimeout(200);
  assert.deepEqual(await seen(), ["Selma Dubois"], "after a slow answer");
  await page.click("[data-action=undo]");
  await page.waitForFunction(() => /Taken back/.test(document.querySelector(".toast")?.textContent));
  await close();
});

test("an open promise is kept from the person's page", { skip: !isReal }, async () => {
  const { page, close } = await open("sample-noor-eriksen");
  await page.click("[data-action=keep]");
  await page.waitForSelector("[data-action=keep]", { state: "detached" });
  await undoTo(page, () => page.waitForSelector("[data-action=keep]"));
  await close();
});

for (const colorScheme of ["light", "dark"]) {
  test(`a person's page is accessible; somebody who is gone is explained, ${colorScheme}`, { skip: !isReal }, async () => {
    const { page, close } = await open(hugo, { colorScheme, reducedMotion: "reduce" });
    await page.waitForSelector("svg.balance");
    await assertAccessible(page, "person");
    await page.evaluate(() => (location.hash = "#/people/nobody"));
    await page.waitForSelector("gt-person [role=alert]");
    await assertAccessible(page, "nobody");
    await close();
  });
}
