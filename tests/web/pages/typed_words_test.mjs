// What somebody typed stays until it was taken, whatever the helper answers and whenever.
import assert from "node:assert/strict";
import test from "node:test";
import { freshPage, openPages } from "../support/browser.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { allowTagging, openPerson, peopleRows } from "../support/steps.mjs";

setStage();

/** The page of somebody who can be tagged. */
async function openSomebody() {
  const fresh = await freshPage(browser);
  await openPages(fresh.page, bridge);
  await allowTagging(fresh.page);
  const row = (await peopleRows(fresh.page)).find((one) => one.can_tag);
  await openPerson(fresh.page, row.uid);
  return fresh;
}

/** Holds back what the page sends to `address` until the answer of this is called. */
async function hold(page, address) {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route(address, async (route) => (await held, route.continue()));
  return letGo;
}

const toastSays = (page, words) => page.waitForFunction((wanted) => document.querySelector(".toast")?.textContent.includes(wanted), words);

test("the next line, typed while the first is being written down, stays", async () => {
  const { page, close } = await openSomebody();
  await page.fill("gt-line input", "met about the harbour");
  const letGo = await hold(page, "**/api/v1/line");
  await page.press("gt-line input", "Enter");
  await page.fill("gt-line input", "gave advice on");
  letGo();
  await toastSays(page, "Logged");
  assert.equal(await page.inputValue("gt-line input"), "gave advice on");
  await close();
});

test("a note begun while the last one is being logged stays, and the fields are empty after one that was not touched", async () => {
  const { page, close } = await openSomebody();
  await page.fill("gt-log-form textarea", "The first note");
  const letGo = await hold(page, "**/api/v1/people/*/log");
  await page.click("[data-action=log]");
  await page.fill("gt-log-form textarea", "The second one, half w");
  letGo();
  await toastSays(page, "Logged");
  assert.equal(await page.inputValue("gt-log-form textarea"), "The second one, half w");
  await page.unroute("**/api/v1/people/*/log");
  await page.click("[data-action=log]");
  await page.waitForFunction(() => document.querySelector("gt-log-form textarea").value === "");
  await close();
});

test("a tag that was refused stands in the field, to be tried again", async () => {
  const { page, close } = await openSomebody();
  await page.route("**/api/v1/people/*/tags", (route) => route.abort());
  await page.fill("gt-tags input", "lighthouse");
  await page.keyboard.press("Enter");
  await page.waitForSelector("gt-person [role=alert]");
  assert.equal(await page.inputValue("gt-tags input"), "lighthouse");
  await page.unroute("**/api/v1/people/*/tags");
  await page.click("[data-action=add-tag]");
  await page.waitForSelector("[data-remove=lighthouse]");
  assert.equal(await page.inputValue("gt-tags input"), "");
  await close();
});

test("the questions about oneself show what holds: after an undo what was there before", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/settings");
  const offers = page.locator("gt-own-profile [name=offers]");
  await offers.waitFor();
  const before = await offers.inputValue();
  await offers.fill(`${before}\nKnots`.trim());
  await page.click("[data-action=save-profile]");
  await page.waitForSelector("[data-action=undo]");
  assert.match(await offers.inputValue(), /Knots/);
  await page.click("[data-action=undo]");
  await toastSays(page, "Taken back");
  await page.waitForFunction((wanted) => document.querySelector("gt-own-profile [name=offers]").value === wanted, before, { timeout: 5000 });
  await close();
});
