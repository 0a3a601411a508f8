import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages, startBrowser } from "../support/browser.mjs";
import { isReal, startBridge } from "../support/start_bridge.mjs";
import { openPerson, pick, saveDialog, undoTo } from "../support/steps.mjs";

const hugo = "sample-hugo-adeyemi";
let browser, bridge;
before(async () => {
  if (!isReal) return;
  browser = await startBrowser();
  bridge = await startBridge();
});
after(async () => {
  await browser?.close();
  await bridge?.stop();
});

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
