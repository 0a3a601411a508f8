import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages, startBrowser } from "../support/browser.mjs";
import { isReal, startBridge } from "../support/start_bridge.mjs";
import { pick, saveDialog, undoTo } from "../support/steps.mjs";

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

async function openGoals(options) {
  const fresh = await freshPage(browser, options);
  await openPages(fresh.page, bridge, "#/goals");
  await fresh.page.waitForSelector("gt-ask-board");
  return fresh;
}

const column = (page, state) => page.locator(`.column.${state} .ask`);

test("a goal grows more complete by what is filled in, names the people to reach, and can be deleted", { skip: !isReal }, async () => {
  const { page, close } = await openGoals();
  const goals = page.locator("gt-goal");
  const before = await goals.count();
  await page.click("[data-action=add-goal]");
  await page.fill("dialog [name=purpose]", "So that the river stays clean");
  await page.fill("dialog [name=titles]", "Hydrologist, Engineer, Hydrologist");
  const target = page.locator("dialog gt-people-picker [role=combobox]");
  await target.pressSequentially("Rosa");
  await page.locator("dialog .found [role=option]", { hasText: "Rosa" }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog gt-people-picker .chip");
  await saveDialog(page);
  const own = page.locator("gt-goal", { hasText: "river stays clean" });
  await own.waitFor();
  assert.match(await own.innerText(), /40\s?% complete[\s\S]*Still open: industries · companies · by when[\s\S]*Hydrologist\s+Engineer[\s\S]*Rosa Thorsen/);
  await own.locator("[data-action=edit]").click();
  await page.fill("dialog [name=industries]", "Water");
  await page.fill("dialog [name=deadline]", "2027-06-30");
  await saveDialog(page);
  await page.locator("gt-goal", { hasText: /80\s?% complete/ }).waitFor();
  await own.locator("[data-action=delete]").click();
  await page.click("dialog [data-action=agree]");
  await page.waitForFunction((count) => document.querySelectorAll("gt-goal").length === count, before);
  await undoTo(page, () => own.waitFor());
  await close();
});

test("an ask goes over the board; a no is counted as an answer and has no alarming colour", { skip: !isReal }, async () => {
  const { page, close } = await openGoals();
  await page.click("[data-action=add-ask]");
  await pick(page, "person", "Greta");
  await page.selectOption("dialog [name=kind]", "feedback");
  await page.fill("dialog [name=text]", "the talk on tides");
  await saveDialog(page);
  await column(page, "open").waitFor();
  await column(page, "open").locator("select").selectOption("no");
  await column(page, "no").waitFor();
  assert.match(await page.innerText("gt-ask-board"), /1 “no” collected/);
  const colours = await page.evaluate(() => ["yes", "no"].map((state) => getComputedStyle(document.querySelector(`.column.${state}`)).backgroundColor));
  assert.equal(colours[0], colours[1]);
  await undoTo(page, () => column(page, "open").waitFor());
  await column(page, "open").locator("[data-action=draft-ask]").click();
  await page.waitForSelector(".ask .draft, .ask gt-missing-fields");
  await close();
});

test("a script is filled in for a person, asks for what is missing, and its use is noted", { skip: !isReal }, async () => {
  const { page, close } = await openGoals();
  await page.click("[data-action=add-script]");
  await page.fill("dialog [name=name]", "Coffee");
  await page.fill("dialog [name=text]", "Hello {firstName}, shall we meet in {place}?");
  await saveDialog(page);
  const own = page.locator("[data-script]", { hasText: "Coffee" });
  await own.locator("[data-action=use]").click();
  await own.locator("[role=combobox]").pressSequentially("Greta");
  await own.locator(".found [role=option]").first().waitFor();
  await page.keyboard.press("Enter");
  await own.locator("gt-missing-fields input").fill("Oslo");
  await own.locator("[data-action=give-fields]").click();
  await own.locator(".draft > summary").click();
  assert.equal(await own.locator("[name=body]").inputValue(), "Hello Greta, shall we meet in Oslo?");
  await page.evaluate(() => (globalThis.messenger = { compose: { beginNew: async () => {} } }));
  await own.locator("[data-action=open-draft]").click();
  await page.locator("[data-script]", { hasText: "last used on" }).waitFor();
  await close();
});

for (const colorScheme of ["light", "dark"]) {
  test(`goals, map, board and scripts are accessible, ${colorScheme}`, { skip: !isReal }, async () => {
    const { page, close } = await openGoals({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(() => document.querySelectorAll("gt-goals details").forEach((one) => (one.open = true)));
    assert.match(await page.innerText("gt-goals"), /Who decides[\s\S]*Greta Yamada/);
    await assertAccessible(page, "goals");
    await page.click("[data-action=add-goal]");
    await assertAccessible(page, "worksheet");
    await close();
  });
}
