import assert from "node:assert/strict";
import test from "node:test";
import { freshPage, openPages } from "../support/browser.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { allowTagging, openPerson } from "../support/steps.mjs";

setStage();

/** Presses Tab until the focused element matches; every stop on the way shows a focus ring. */
async function tabTo(page, selector, most = 250) {
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

/** Waits until so many cards stand there and an answered card has handed the focus on. */
async function cardsAre(page, wanted) {
  await page.waitForFunction((count) => document.querySelectorAll("gt-suggestion").length === count, wanted);
  await page.waitForFunction(() => document.activeElement.matches("[data-action=done], h1"));
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
  await cardsAre(page, count - 1);
  await page.keyboard.press("Control+z");
  await page.waitForFunction((before) => document.querySelectorAll("gt-suggestion").length === before, count);
  await tabTo(page, "gt-suggestion [data-action=not-now]");
  await page.keyboard.press("Space");
  await cardsAre(page, count - 1);
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
  await page.evaluate(() => document.addEventListener("synced", () => (globalThis.wasSynced = true)));
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => globalThis.wasSynced, null, { timeout: 30000 });
  await page.waitForSelector(".report p");
  await close();
});

/** Answers what the page asks by GET at `address` half a second late. */
const answerLate = (page, address) =>
  page.route(address, async (route) => {
    if (route.request().method() === "GET") await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });

test("an answer that comes late does not take the keyboard from where it has gone meanwhile", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await page.waitForSelector("gt-suggestion");
  const count = await page.locator("gt-suggestion").count();
  await answerLate(page, "**/api/v1/week");
  await page.locator("[data-action=not-now]").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-action=undo]");
  await page.focus("[data-action=undo]");
  await page.waitForFunction((before) => document.querySelectorAll("gt-suggestion").length === before - 1, count);
  await page.waitForTimeout(700);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.action), "undo");
  await page.keyboard.press("Enter");
  await page.waitForFunction((before) => document.querySelectorAll("gt-suggestion").length === before, count);
  await close();
});

test("an undo that is answered late leaves the undo of what was done meanwhile", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await page.waitForSelector("gt-suggestion");
  const count = await page.locator("gt-suggestion").count();
  await page.locator("[data-action=not-now]").first().click();
  await page.waitForSelector("[data-action=undo]");
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route("**/api/v1/undo", async (route) => (await held, route.continue()), { times: 1 });
  await page.keyboard.press("Control+z");
  await page.waitForSelector("[data-action=undo]", { state: "detached" });
  await page.evaluate(() => globalThis.dispatchEvent(new CustomEvent("gt-toast", { detail: { text: "Another thing", undo: () => undefined } })));
  const answered = page.waitForResponse((response) => response.url().endsWith("/undo"));
  letGo();
  await answered;
  await page.waitForFunction((before) => document.querySelectorAll("gt-suggestion").length === before, count);
  assert.match(await page.innerText(".toast"), /Another thing/);
  assert.equal(await page.locator("[data-action=undo]").count(), 1);
  await close();
});

test("a control that was switched off while it worked has the focus again, also when it was refused", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await page.waitForSelector("gt-suggestion");
  await page.route("**/api/v1/suggestions/**", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.abort();
  });
  const button = page.locator("gt-suggestion [data-action=done]").first();
  await button.focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("gt-suggestion [role=alert]");
  await page.waitForFunction(() => document.activeElement.dataset.action === "done");
  await close();
});

test("the single key of the search can be switched off, and is off everywhere then", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/people");
  const field = page.locator("input[type=search]");
  await field.waitFor();
  const pressed = async () => {
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("/");
    return page.evaluate(() => document.activeElement.type === "search");
  };
  assert.equal(await pressed(), true);
  assert.equal(await field.getAttribute("aria-keyshortcuts"), "/");
  await page.evaluate(() => (location.hash = "#/settings"));
  await page.click("[data-action=single-keys]");
  await page.reload();
  await page.waitForSelector("[data-action=single-keys]");
  assert.equal(await page.isChecked("[data-action=single-keys]"), false);
  await page.evaluate(() => (location.hash = "#/people"));
  await field.waitFor();
  assert.equal(await pressed(), false);
  assert.equal(await field.getAttribute("aria-keyshortcuts"), null);
  await close();
});

test("what explains a role is closed by Escape, is back the next time, and the pointer may go onto it", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await allowTagging(page);
  await page.evaluate(() => (location.hash = "#/people"));
  await page.waitForSelector("[role=option] .name");
  const row = await page.evaluate(() => Array.from({ length: 60 }, (_, at) => document.querySelector("gt-people-list").source.row(at)).find((one) => one?.can_tag).uid);
  await openPerson(page, row);
  await page.waitForSelector("gt-tags [data-add]");
  const gloss = page.locator("gt-tags .glossed:has([data-add]) .gloss").first();
  const isShown = () => gloss.evaluate((one) => getComputedStyle(one).visibility === "visible");
  const chip = page.locator("gt-tags [data-add]").first();
  for (const show of [() => chip.focus(), () => chip.hover()]) {
    await show();
    assert.equal(await isShown(), true);
    await page.keyboard.press("Escape");
    assert.equal(await isShown(), false);
    await page.evaluate(() => document.activeElement.blur());
    await page.mouse.move(0, 0);
  }
  await chip.hover();
  const { x, y } = await gloss.boundingBox();
  const from = await chip.boundingBox();
  for (let step = from.y + from.height - 2; step < y + 6; step += 1) {
    await page.mouse.move(x + 10, step);
    assert.equal(await isShown(), true, `gone on the way, at ${step}`);
  }
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
