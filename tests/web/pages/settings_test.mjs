import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal } from "../support/start_bridge.mjs";
import { closeToast, takeFound } from "../support/steps.mjs";

setStage();

/** Opens Settings and waits for what the helper says about the user. */
async function openSettings(options = {}) {
  const { page, close } = await freshPage(browser, options);
  await openPages(page, bridge, "#/settings");
  await page.waitForSelector("[data-action=purist]");
  await page.waitForSelector("gt-own-profile form");
  return { page, close };
}

test("a hard time, only giving, learning, tasks around meetings and the balance are switched over and back", async () => {
  const { page, close } = await openSettings();
  for (const name of ["crisis", "purist", "learning", "meetings", "balance"]) {
    const box = page.locator(`[data-action=${name}]`);
    const before = await box.isChecked();
    await box.focus();
    await page.keyboard.press("Space");
    await page.waitForSelector(".toast");
    assert.equal(await box.isChecked(), !before);
    await page.reload();
    await page.waitForSelector("[data-action=purist]");
    assert.equal(await box.isChecked(), !before);
    await box.click();
    await closeToast(page);
    assert.equal(await box.isChecked(), before);
  }
  await close();
});

test("quiet hours are kept, and emptied", async () => {
  const { page, close } = await openSettings();
  await page.fill("[name=from]", "19:30");
  await page.fill("[name=until]", "07:15");
  await page.click("[data-action=quiet-hours]");
  await page.waitForSelector(".toast");
  await page.reload();
  await page.waitForSelector("[name=from]");
  assert.deepEqual([await page.inputValue("[name=from]"), await page.inputValue("[name=until]")], ["19:30", "07:15"]);
  await close();
});

test("one of the two quiet hours alone is asked about, and nothing is lost", async () => {
  const { page, close } = await openSettings();
  await page.fill("gt-restraint [name=from]", "21:00");
  await page.fill("gt-restraint [name=until]", "");
  let sent = 0;
  page.on("request", (request) => (sent += request.method() === "PATCH" ? 1 : 0));
  await page.click("gt-restraint [data-action=quiet-hours]");
  assert.equal(await page.$eval("gt-restraint [name=until]", (field) => field.validity.valueMissing && field === document.activeElement), true);
  assert.equal(await page.inputValue("gt-restraint [name=from]"), "21:00");
  assert.equal(sent, 0);
  await page.fill("gt-restraint [name=from]", "");
  await page.click("gt-restraint [data-action=quiet-hours]");
  await page.waitForFunction(() => /quiet/i.test(document.querySelector(".toast")?.textContent));
  await page.reload();
  await page.waitForSelector("gt-restraint [name=from]");
  assert.deepEqual([await page.inputValue("gt-restraint [name=from]"), await page.inputValue("gt-restraint [name=until]")], ["", ""], "off stays off");
  await close();
});

test("working days are ticked, kept, and taken back", async () => {
  const { page, close } = await openSettings();
  const days = () => page.$$eval("[name=workdays]:checked", (boxes) => boxes.map((box) => box.value));
  const before = await days();
  await page.locator("[name=workdays][value=sa]").click();
  await page.waitForFunction((count) => new RegExp(`${count} working day`).test(document.querySelector(".toast")?.textContent), before.length + 1);
  await page.reload();
  await page.waitForSelector("[name=workdays]");
  assert.deepEqual(await days(), [...before, "sa"]);
  await page.locator("[name=workdays][value=sa]").click();
  await page.waitForSelector(".toast");
  await page.click("[data-action=undo]");
  await page.waitForFunction(() => document.querySelector("[name=workdays][value=sa]").checked);
  await close();
});

test("the boss is one of ten questions, found by name and taken out again", { skip: !isReal }, async () => {
  const { page, close } = await openSettings();
  const boss = page.locator("gt-own-profile [data-field=boss]");
  assert.equal(await page.locator("gt-own-profile form > label, gt-own-profile form > fieldset, gt-own-profile form > gt-person-picker").count(), 10);
  await boss.pressSequentially("Selma");
  await takeFound(page, "Selma");
  await page.click("[data-action=save-profile]");
  await page.waitForSelector(".toast");
  await page.reload();
  await page.waitForFunction(() => /Selma/.test(document.querySelector("gt-own-profile [data-field=boss]")?.value));
  await page.evaluate(() => (location.hash = "#/goals"));
  await page.waitForSelector("gt-ask-board");
  assert.doesNotMatch(await page.innerText("gt-goals"), /who your boss is/);
  await page.evaluate(() => (location.hash = "#/settings"));
  await boss.waitFor();
  await boss.fill("");
  await page.click("[data-action=save-profile]");
  await page.waitForSelector(".toast");
  await page.reload();
  await boss.waitFor();
  assert.equal(await boss.inputValue(), "");
  await close();
});

test("the country of telephone numbers is two letters or nothing", async () => {
  const { page, close } = await openSettings();
  await page.fill("[data-action=region]", "de");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => /as in DE/.test(document.querySelector(".toast")?.textContent ?? ""));
  await page.fill("[data-action=region]", "D1");
  await page.keyboard.press("Tab");
  assert.equal(await page.$eval("[data-action=region]", (field) => field.validity.valid), false);
  await page.reload();
  await page.waitForSelector("[data-action=region]");
  assert.equal(await page.inputValue("[data-action=region]"), "DE");
  await close();
});

for (const colorScheme of ["light", "dark"]) {
  test(`privacy says what is kept where, and the page is accessible, ${colorScheme}`, async () => {
    const { page, close } = await openSettings({ colorScheme, reducedMotion: "reduce", locale: colorScheme === "dark" ? "de-DE" : "en-GB" });
    const rows = await page.locator("gt-privacy tbody tr").allInnerTexts();
    assert.equal(rows.length, 10);
    const [trash] = rows.filter((row) => /removed|entfernte/.test(row));
    assert.match(trash, colorScheme === "dark" ? /nur hier\s+30 Tage/ : /here only\s+30 days/);
    await assertAccessible(page, `settings, ${colorScheme}`);
    await close();
  });
}

test("no switch is dead: a helper that refuses leaves it as it was, and says why", { skip: !isReal }, async () => {
  const { page, close } = await openSettings();
  await page.route("**/api/v1/me", (route) => (route.request().method() === "PATCH" ? route.fulfill({ status: 500, contentType: "application/problem+json", body: JSON.stringify({ type: "about:blank", kind: "storage", title: "Local storage failed", status: 500, detail: "The disk is full." }) }) : route.continue()));
  const box = page.locator("[data-action=purist]");
  const before = await box.isChecked();
  await box.click();
  await page.waitForSelector("gt-restraint [role=alert]");
  assert.match(await page.innerText("gt-restraint [role=alert]"), /disk is full/);
  assert.equal(await box.isChecked(), before);
  await close();
});

test("what the helper refuses is not shown as set: language, size of the week, country", async () => {
  const { page, close } = await openSettings();
  await page.route("**/api/v1/settings", (route) => (route.request().method() === "PATCH" ? route.fulfill({ status: 412, contentType: "application/problem+json", body: JSON.stringify({ type: "about:blank", kind: "precondition", title: "Refused", status: 412, detail: "It was changed meanwhile." }) }) : route.continue()));
  const shown = () => page.$$eval("gt-settings select, gt-settings input:not([type=checkbox])", (fields) => fields.map((field) => field.value));
  const before = await shown();
  const refused = () => page.waitForResponse((answer) => answer.request().method() === "PATCH");
  for (const change of [() => page.selectOption("[data-action=language]", "de"), () => page.fill("[data-action=budget]", "17"), () => page.fill("[data-action=region]", "PT")]) {
    const answered = refused();
    await change();
    await page.keyboard.press("Tab");
    await answered;
    await page.waitForSelector("gt-settings [role=alert]");
    await page.waitForFunction((wanted) => JSON.stringify([...document.querySelectorAll("gt-settings select, gt-settings input:not([type=checkbox])")].map((field) => field.value)) === wanted, JSON.stringify(before), { timeout: 2000 }).catch(() => undefined);
    assert.deepEqual(await shown(), before);
  }
  await close();
});

test("the language is taken back as often as it was chosen", async () => {
  const { page, close } = await openSettings();
  const language = page.locator("[data-action=language]");
  const before = await language.inputValue();
  for (const round of [1, 2]) {
    await language.selectOption("de");
    await page.click("[data-action=undo]");
    await page.waitForFunction(() => /Taken back/.test(document.querySelector(".toast")?.textContent));
    assert.equal(await language.inputValue(), before, `round ${round}`);
    await closeToast(page);
  }
  await close();
});
