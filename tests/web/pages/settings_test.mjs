import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages, startBrowser } from "../support/browser.mjs";
import { isReal, startBridge } from "../support/start_bridge.mjs";

let browser, bridge;
before(async () => {
  browser = await startBrowser();
  bridge = await startBridge();
});
after(async () => {
  await browser.close();
  await bridge.stop();
  assert.deepEqual(bridge.sample?.drift ?? [], []);
});

/** Opens Settings and waits for what the helper says about the user. */
async function openSettings(options = {}) {
  const { page, close } = await freshPage(browser, options);
  await openPages(page, bridge, "#/settings");
  await page.waitForSelector("[data-action=purist]");
  await page.waitForSelector("gt-own-profile form");
  return { page, close };
}

test("a hard time and only giving are switched on and taken back", async () => {
  const { page, close } = await openSettings();
  for (const name of ["crisis", "purist"]) {
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
    await page.waitForSelector(".toast");
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
