import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal } from "../support/start_bridge.mjs";
import { pick, saveDialog, undoTo } from "../support/steps.mjs";

setStage({ onlyReal: true });

const entries = (page) => page.locator("gt-ledger .entry").count();
const entriesAre = (page, wanted) => page.waitForFunction((count) => document.querySelectorAll("gt-ledger .entry").length === count, wanted);

async function openLedger(options) {
  const fresh = await freshPage(browser, options);
  await openPages(fresh.page, bridge, "#/ledger");
  await fresh.page.waitForSelector("gt-ledger .entry");
  return fresh;
}

test("what was given is added, changed, filtered and deleted, each with an undo", { skip: !isReal }, async () => {
  const { page, close } = await openLedger();
  const count = await entries(page);
  await page.click("[data-add=gave]");
  await pick(page, "person", "Selma");
  await page.selectOption("dialog [name=give_kind]", "advice");
  await page.fill("dialog [name=text]", "how to plan the grid talk");
  await assertAccessible(page, "dialog of the ledger");
  await saveDialog(page);
  await entriesAre(page, count + 1);
  assert.match(await page.innerText("gt-ledger .entry"), /You gave[\s\S]*Advice to Selma Dubois[\s\S]*grid talk/);
  await page.locator("gt-ledger .entry [data-action=edit]").first().click();
  await page.selectOption("dialog [name=size]", "3");
  await saveDialog(page);
  await page.waitForFunction(() => /Large/.test(document.querySelector("gt-ledger .entry").innerText));
  await page.check("[name=ledger-filter][value=received]");
  assert.equal(await page.locator("gt-ledger .entry", { hasText: "Advice to" }).count(), 0);
  await page.check("[name=ledger-filter][value=all]");
  await page.locator("gt-ledger .entry [data-action=delete]").first().click();
  await page.click("dialog [data-action=agree]");
  await entriesAre(page, count);
  await undoTo(page, () => entriesAre(page, count + 1));
  await close();
});

test("thanks are noted, a promise is kept, and both can be taken back", { skip: !isReal }, async () => {
  const { page, close } = await openLedger();
  await page.click("[data-thanks] [data-action=thank]");
  await page.waitForSelector("[data-thanks]", { state: "detached" });
  await undoTo(page, () => page.waitForSelector("[data-thanks]"));
  await page.click("[data-promise] [data-action=keep]");
  await page.waitForSelector("[data-promise]", { state: "detached" });
  await undoTo(page, () => page.waitForSelector("[data-promise]"));
  await close();
});

test("somebody who is not chosen from the list is not guessed, and nothing typed is lost", { skip: !isReal }, async () => {
  const { page, close } = await openLedger();
  const count = await entries(page);
  await page.click("[data-add=promise]");
  await page.fill("dialog [data-field=person]", "Nobody at all");
  await page.fill("dialog [name=text]", "the slides");
  await page.click("dialog [data-action=save]");
  assert.equal(await page.locator("dialog [data-field=person]:invalid").count(), 1);
  assert.equal(await page.inputValue("dialog [name=text]"), "the slides");
  for (const round of [1, 2]) {
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.querySelectorAll("dialog").length === 2, null, { timeout: 5000 }).catch(() => assert.fail(`Escape number ${round} dropped it`));
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.querySelectorAll("dialog").length === 1);
    assert.equal(await page.inputValue("dialog [name=text]"), "the slides");
  }
  await page.keyboard.press("Escape");
  await assertAccessible(page, "question before typed words are dropped");
  await page.click("dialog:last-of-type [data-action=agree]");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.equal(await entries(page), count);
  await close();
});

for (const colorScheme of ["light", "dark"]) {
  test(`the ledger is accessible and says when it cannot be read, ${colorScheme}`, { skip: !isReal }, async () => {
    const { page, close } = await openLedger({ colorScheme, reducedMotion: "reduce" });
    await assertAccessible(page, "ledger");
    await page.route("**/api/v1/journal/entry*", (route) => route.abort());
    await page.evaluate(() => document.querySelector("gt-ledger").load());
    await page.waitForSelector("gt-ledger [role=alert]");
    await close();
  });
}

test("a line to oneself about a gift is kept, erased and taken back", { skip: !isReal }, async () => {
  const { page, close } = await openLedger();
  const button = page.locator("[data-action=reflect]").first();
  const line = async () => {
    await button.click();
    await page.waitForSelector("dialog textarea");
    const text = await page.inputValue("dialog textarea");
    await page.keyboard.press("Escape");
    await page.waitForSelector("dialog", { state: "detached" });
    return text;
  };
  const write = async (text) => {
    await button.click();
    await page.fill("dialog textarea", text);
    await assertAccessible(page, "reflection");
    await page.click("dialog [data-action=agree]");
    await page.waitForSelector(".toast [data-action=undo]");
  };
  assert.match(await button.getAttribute("aria-label"), /what you gave \S+/);
  await write("It was a pleasure");
  assert.equal(await line(), "It was a pleasure");
  await write("");
  assert.equal(await line(), "");
  await page.click("[data-action=undo]");
  await page.waitForFunction(() => /Taken back/.test(document.querySelector(".toast")?.textContent));
  assert.equal(await line(), "It was a pleasure");
  await close();
});
