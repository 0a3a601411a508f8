import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal, startBridge } from "../support/start_bridge.mjs";

setStage();

test("sync now shows progress and then the report with what to do", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/accounts");
  await page.click("[data-action=sync]");
  await page.waitForSelector(".report p", { timeout: 30000 });
  assert.ok((await page.innerText(".report p")).length > 3);
  if (!isReal) assert.match(await page.innerText(".trouble"), /Check the user name and the password/);
  await close();
});

test("a late answer about an earlier sync does not replace what the newest one tells", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/week");
  let release;
  const held = new Promise((resolve) => (release = resolve));
  let first = true;
  await page.route("**/api/v1/sync", async (route) => {
    if (route.request().method() !== "GET" || !first) return route.continue();
    first = false;
    const response = await route.fetch();
    const json = { ...(await response.json()), accounts: [], summary: "An older one" };
    await held;
    return route.fulfill({ response, json });
  });
  await page.evaluate(() => (location.hash = "#/accounts"));
  await page.click("[data-action=sync]");
  await page.waitForSelector(".report p", { timeout: 30000 });
  const told = await page.innerText(".report p");
  const late = page.waitForResponse((response) => response.url().endsWith("/api/v1/status"));
  release();
  await late;
  await page.waitForTimeout(500);
  assert.equal(await page.innerText(".report p"), told);
  assert.notEqual(told, "An older one");
  await close();
});

test("a sync of an earlier run of the program is remembered", { skip: !isReal }, async () => {
  const own = await startBridge();
  const { page, close } = await freshPage(browser);
  await openPages(page, own, "#/accounts");
  try {
    await page.waitForSelector("gt-sync-panel .report time", { timeout: 10000 });
    assert.match(await page.innerText("gt-sync-panel .report"), /\d\d:\d\d: \d+ new/);
    await page.click("gt-sync-runs summary");
    assert.equal(await page.locator("gt-sync-runs tbody tr").count(), 1);
  } finally {
    await close();
    await own.stop();
  }
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

test("signing in on the provider's page: what is missing is pointed at, then the account is tested with it", { skip: isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/accounts");
  await page.fill("[name=url]", "gmail.com");
  assert.equal(await page.inputValue("[name=issuer]"), "https://accounts.google.com");
  assert.match(await page.inputValue("[name=scope]"), /auth\/carddav/);
  await page.click("gt-account-setup [data-action=start-sign-in]");
  assert.equal(await page.evaluate(() => document.activeElement.name), "client_id");
  await page.fill("[name=client_id]", "unknown");
  await page.click("gt-account-setup [data-action=start-sign-in]");
  await page.waitForSelector("gt-browser-sign-in [role=alert]");
  await page.fill("[name=client_id]", "mine");
  await page.click("gt-account-setup [data-action=start-sign-in]");
  const link = page.locator("[data-action=open-sign-in]");
  assert.match(await link.getAttribute("href"), /^https:\/\/id\.example\.org\/auth/);
  assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
  await assertAccessible(page, "waiting for the browser");
  await page.waitForSelector("[data-signed-in]");
  await page.click("[data-action=test-account]");
  await page.waitForSelector("[name=take]");
  await page.click("[data-action=add-account]");
  await page.waitForSelector("[data-added]");
  const card = page.locator("gt-account-card").last();
  await card.locator("gt-account-sign-in summary").click();
  assert.equal(await card.locator("[data-action=start-sign-in]").count(), 1, "no password is asked for");
  await card.locator("[data-action=remove-account]").click();
  await page.click("dialog [data-action=agree]");
  await close();
});

test("a certificate that nobody vouches for is shown and taken only after the user says so", { skip: isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/accounts");
  await page.fill("[name=url]", "selfsigned.example.org");
  await page.click("[data-action=test-account]");
  await page.waitForSelector("[data-verdict=certificate]");
  assert.match(await page.innerText("[data-verdict=certificate] code"), /^(AB:){31}AB$/);
  await assertAccessible(page, "a certificate");
  await page.click("[data-action=accept-certificate]");
  await page.waitForSelector("[name=take]");
  await page.fill("[name=url]", "selfsigned.example.org/other");
  await page.click("[data-action=test-account]");
  await page.waitForSelector("[data-verdict=certificate]");
  await close();
});

test("a server that asks for the user's own certificate leads to the field for its file", { skip: isReal }, async () => {
  const own = await startBridge();
  const { page, close } = await freshPage(browser);
  try {
    await openPages(page, own, "#/accounts");
    await page.fill("[name=url]", "members.example.org");
    await page.click("[data-action=test-account]");
    await page.waitForSelector("[data-verdict=own_certificate][role=alert]");
    assert.match(await page.innerText("[data-verdict=own_certificate]"), /asks for a certificate of yours[\s\S]*and its passphrase/);
    await assertAccessible(page, "a missing certificate");
    assert.equal(await page.evaluate(() => document.activeElement.name), "client_certificate");
    await page.keyboard.type("/home/ada/ada.p12");
    assert.equal(await page.isVisible("gt-account-setup [name=passphrase]"), true, "the field stays while it is filled in");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[name=take]");
    // One that asks for it later: the card of the account has the field, too.
    Object.assign(own.sample.world.accounts[0], { url: "members.example.org", certificate: undefined });
    await page.click("gt-account-sign-in summary");
    await page.fill("[name=file]", "/home/ada/ada.p12");
    await page.click("[data-action=change-certificate]");
    await page.waitForSelector(".toast");
    assert.equal(own.sample.world.accounts[0].client_certificate, "/home/ada/ada.p12");
  } finally {
    await close();
    await own.stop();
  }
});

test("a withdrawn consent is told with the way back; a password is changed on the card", { skip: isReal }, async () => {
  const own = await startBridge();
  const { page, close } = await freshPage(browser);
  try {
    Object.assign(own.sample.world.accounts[0], { withdrawn: true, sign_in: "oauth" });
    await openPages(page, own, "#/accounts");
    await page.waitForSelector("[data-withdrawn]");
    await assertAccessible(page, "a withdrawn consent");
    await page.click("[data-withdrawn] [data-action=start-sign-in]");
    await page.waitForSelector("[data-action=open-sign-in]");
    await page.waitForFunction(() => !document.querySelector("[data-withdrawn]"));
    Object.assign(own.sample.world.accounts[0], { sign_in: "password", certificate: "AB:CD" });
    await page.reload();
    await page.click("gt-account-sign-in summary");
    assert.match(await page.innerText("gt-account-sign-in code"), /AB:CD/);
    await page.fill("[name=secret]", "wrong");
    await page.click("[data-action=change-password]");
    await page.waitForSelector("gt-account-sign-in [role=alert]");
    assert.equal(await page.inputValue("[name=secret]"), "wrong");
    await page.fill("[name=secret]", "right");
    await page.click("[data-action=change-password]");
    await page.waitForFunction(() => document.querySelector("[name=secret]").value === "");
    await page.click("[data-action=drop-certificate]");
    await page.waitForFunction(() => !document.querySelector("gt-account-sign-in code"));
  } finally {
    await close();
    await own.stop();
  }
});

test("a password typed for one account does not stand in the card of another when that one goes", { skip: isReal }, async () => {
  const own = await startBridge();
  const { page, close } = await freshPage(browser);
  const { world } = own.sample;
  world.accounts.push({ ...world.accounts[0], id: 2, name: "Second server", user: "bruno" });
  try {
    await openPages(page, own, "#/accounts");
    await page.locator("gt-account-card").nth(1).waitFor();
    await page.locator("gt-account-sign-in summary").first().click();
    await page.locator("[name=secret]").first().fill("for the first only");
    await page.locator("[data-action=remove-account]").first().click();
    await page.click("dialog [data-action=agree]");
    await page.waitForFunction(() => document.querySelectorAll("gt-account-card").length === 1);
    assert.match(await page.innerText("gt-account-card"), /Second server/);
    assert.equal(await page.inputValue("[name=secret]"), "");
  } finally {
    await close();
    await own.stop();
  }
});

test("collections are ticked off and on; write back asks first", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/accounts");
  await page.waitForSelector("gt-account-card [data-field=enabled]");
  const box = page.locator("[data-field=enabled]").first();
  const was = await box.isChecked();
  await box.click();
  await page.waitForSelector(".toast");
  await page.reload();
  await page.waitForSelector("[data-field=enabled]");
  assert.equal(await page.locator("[data-field=enabled]").first().isChecked(), !was);
  await page.locator("[data-field=enabled]").first().click();
  await page.waitForFunction(() => document.querySelector(".toast"));
  await page.click("[data-action=undo]");
  await page.waitForFunction((wanted) => document.querySelector("[data-field=enabled]").checked === wanted, !was);
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
