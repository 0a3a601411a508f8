import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { freshPage, openPages, startBrowser } from "../support/browser.mjs";
import { startBridge } from "../support/start_bridge.mjs";
import { allowTagging } from "../support/steps.mjs";

let browser, bridge;
before(async () => {
  browser = await startBrowser();
  bridge = await startBridge();
});
after(async () => {
  await browser.close();
  await bridge.stop();
});

/** Presses Tab until the focused element matches; every stop on the way shows a focus ring. */
async function tabTo(page, selector, most = 80) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate((wanted) => {
      const element = document.activeElement;
      const style = getComputedStyle(element);
      return { found: element.matches(wanted), ring: element === document.body || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0), name: element.outerHTML.slice(0, 120) };
    }, selector);
    assert.ok(stop.ring, `no focus ring on ${stop.name}`);
    if (stop.found) return;
  }
  assert.fail(`${selector} is not reached by Tab`);
}

test("a whole round without a pointer: later, undo, search, tag, log, sync", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await allowTagging(page);
  await page.evaluate(() => (location.hash = "#/week"));
  await page.waitForSelector("gt-suggestion");
  const count = await page.locator("gt-suggestion").count();
  await tabTo(page, "gt-suggestion [data-action=later]");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.choice), "week");
  await page.keyboard.press("Enter");
  await page.waitForFunction((before) => document.querySelectorAll("gt-suggestion").length === before - 1, count);
  await page.waitForFunction(() => document.activeElement.matches("[data-action=done], h1"));
  await page.keyboard.press("Control+z");
  await page.waitForFunction((before) => document.querySelectorAll("gt-suggestion").length === before, count);
  await tabTo(page, "gt-suggestion [data-action=not-now]");
  await page.keyboard.press("Space");
  await page.waitForSelector("[data-action=undo]");
  await tabTo(page, "[data-action=undo]");
  await page.keyboard.press("Enter");
  await page.waitForFunction((before) => document.querySelectorAll("gt-suggestion").length === before, count);

  await page.evaluate(() => document.activeElement.blur());
  await tabTo(page, 'nav a[href="#/people"]');
  await page.keyboard.press("Enter");
  await page.waitForSelector("[role=option] .name");
  await page.keyboard.press("/");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageUp");
  await page.keyboard.press("Enter");
  await page.waitForSelector("gt-tags [data-add]");
  await tabTo(page, "gt-tags [data-add]");
  const role = await page.evaluate(() => document.activeElement.dataset.add);
  assert.equal(await page.evaluate(() => getComputedStyle(document.activeElement.nextElementSibling).visibility), "visible");
  await page.keyboard.press("Enter");
  await page.waitForSelector(`[data-remove="${role}"]`);
  await tabTo(page, "gt-log-form textarea");
  await page.keyboard.type("Walked along the river");
  await tabTo(page, "[data-action=log]");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".timeline")?.textContent.includes("Walked along the river"));

  await page.evaluate(() => document.activeElement.blur());
  await tabTo(page, 'nav a[href="#/accounts"]');
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-action=sync]");
  await tabTo(page, "[data-action=sync]");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".report p", { timeout: 30000 });
  await close();
});

test("Escape closes menu and dialog and gives the focus back", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await page.waitForSelector("gt-suggestion");
  await tabTo(page, "gt-suggestion [data-action=later]");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.action), "later");
  assert.equal(await page.locator("[role=menu]").count(), 0);
  await tabTo(page, "gt-suggestion [data-action=never]");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog");
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.dataset.action), "never");
  await close();
});
