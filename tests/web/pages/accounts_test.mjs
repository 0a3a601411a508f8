import assert from "node:assert/strict";
import test, { after, before } from "node:test";
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

test("sync now shows progress and then the report with what to do", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/accounts");
  await page.click("[data-action=sync]");
  await page.waitForSelector(".report p", { timeout: 30000 });
  assert.ok((await page.innerText(".report p")).length > 3);
  if (!isReal) assert.match(await page.innerText(".trouble"), /Check the user name and the password/);
  await close();
});

test("the last syncs stand in a list", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/accounts");
  await page.click("[data-action=sync]");
  await page.waitForSelector(".report p", { timeout: 30000 });
  await page.click("gt-sync-runs summary");
  const rows = await page.locator("gt-sync-runs tbody tr").allInnerTexts();
  assert.ok(rows.length > 0);
  assert.match(rows[0], isReal ? /Nothing new|\d+ new/ : /2 people changed/);
  await close();
});

test("a running sync is cancelled", { skip: isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/accounts");
  await page.click("[data-action=sync]");
  await page.click("[data-action=cancel]");
  await page.waitForFunction(() => /Cancelled/.test(document.querySelector(".report")?.textContent ?? ""));
  await close();
});

test("a wrong password is told from a wrong address, nothing typed is lost; the right one adds what was ticked", { skip: isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/accounts");
  await page.waitForSelector("gt-account-card");
  const before = await page.locator("gt-account-card").count();
  await page.fill("[name=url]", "nowhere.example.org");
  await page.click("[data-action=test-account]");
  await page.waitForSelector("[data-verdict=address]");
  await page.fill("[name=url]", "dav.example.org");
  await page.fill("[name=user]", "ada");
  await page.fill("[name=password]", "wrong");
  await page.click("[data-action=test-account]");
  await page.waitForSelector("[data-verdict=password]");
  assert.equal(await page.inputValue("[name=url]"), "dav.example.org");
  await page.fill("[name=password]", "right");
  await page.click("[data-action=test-account]");
  await page.waitForSelector("[name=take]");
  assert.match(await page.innerText(".offer"), /Contacts[\s\S]*12 entries[\s\S]*Meetings[\s\S]*not counted · read only/);
  await page.uncheck("[value='https://dav.example.org/meetings/']");
  await page.click("[data-action=add-account]");
  await page.waitForFunction((count) => document.querySelectorAll("gt-account-card").length === count + 1, before);
  assert.equal(await page.inputValue("[name=password]"), "");
  assert.equal(await page.isChecked("gt-account-card:last-of-type [aria-label='Sync: Meetings']"), false);
  assert.equal(await page.isChecked("gt-account-card:last-of-type [aria-label='Sync: Contacts']"), true);
  await page.locator("[data-action=remove-account]").last().click();
  await page.click("dialog [data-action=agree]");
  await page.waitForFunction((count) => document.querySelectorAll("gt-account-card").length === count, before);
  await close();
});

test("collections are ticked off and on; write back asks first", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/accounts");
  await page.waitForSelector("gt-account-card [data-field=enabled]");
  const box = page.locator("[data-field=enabled]").first();
  const was = await box.isChecked();
  await box.click();
  await page.reload();
  await page.waitForSelector("[data-field=enabled]");
  assert.equal(await page.locator("[data-field=enabled]").first().isChecked(), !was);
  await page.locator("[data-field=enabled]").first().click();
  const back = page.locator("[data-field=write_back]:enabled").first();
  if (await back.isChecked()) await back.click();
  await back.click();
  assert.match(await page.innerText("dialog"), /everybody who can read it/);
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.equal(await back.isChecked(), false);
  await close();
});

test("the weekly budget is kept and can be taken back", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/settings");
  await page.waitForSelector("[data-action=budget]");
  const before = await page.inputValue("[data-action=budget]");
  await page.fill("[data-action=budget]", "2");
  await page.keyboard.press("Tab");
  await page.waitForSelector("[data-action=undo]");
  await page.evaluate(() => (location.hash = "#/week"));
  await page.waitForFunction(() => /at most 2 follow-ups/.test(document.querySelector("main").textContent));
  assert.ok((await page.locator("gt-suggestion").count()) <= 2);
  await page.keyboard.press("Control+z");
  await page.evaluate(() => (location.hash = "#/settings"));
  await page.waitForFunction((value) => document.querySelector("[data-action=budget]")?.value === value, before);
  await close();
});
