import assert from "node:assert/strict";
import test from "node:test";
import { freshPage, openPages } from "../support/browser.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal } from "../support/start_bridge.mjs";

setStage();

test("only look prints the plan and changes nothing", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/accounts");
  await page.click("[data-action=dry-run]");
  await page.waitForSelector(".report .plan", { timeout: 30000 });
  assert.match(await page.innerText(".report"), /Nothing was changed/);
  assert.match(await page.innerText(".plan"), /to do/);
  await close();
});

test("deletions that were held back are named once more and then confirmed", { skip: isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/accounts");
  await page.click("[data-action=sync]");
  await page.waitForSelector("[data-action=confirm-deletions]");
  await page.click("[data-action=confirm-deletions]");
  assert.match(await page.innerText("dialog"), /14 of 59 items/);
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.ok(await page.isVisible("[data-action=confirm-deletions]"), "leaving the dialog deletes nothing");
  await page.click("[data-action=confirm-deletions]");
  await page.click("dialog [data-action=agree]");
  await page.waitForSelector(".report");
  assert.equal(await page.locator("[data-action=confirm-deletions]").count(), 0);
  await close();
});

test("a conflict shows both values, and taking one answers it", { skip: isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/changes");
  await page.waitForSelector(".conflict");
  const first = page.locator(".conflict").first();
  assert.match(await first.innerText(), /7946 0001[\s\S]*7946 0002/);
  assert.equal(await first.locator("[data-take=both]").count(), 1);
  assert.equal(await page.locator(".conflict").nth(1).locator("[data-take=both]").count(), 0, "one job title only");
  await first.locator("[data-take=here]").click();
  await page.waitForFunction(() => document.querySelectorAll(".conflict").length === 1);
  assert.match(await page.innerText("gt-toast"), /sent with the next sync/);
  await page.click("[data-action=undo]");
  await page.waitForFunction(() => document.querySelectorAll(".conflict").length === 2);
  await first.locator("[data-take=there]").click();
  await page.waitForFunction(() => document.querySelectorAll(".conflict").length === 1);
  await close();
});

test("the change log is read on and a write is taken back after a question", { skip: isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/changes");
  await page.waitForSelector("gt-change-log tbody tr");
  assert.equal(await page.locator("gt-change-log tbody tr").count(), 50);
  await page.click("[data-action=more-changes]");
  await page.waitForFunction(() => document.querySelectorAll("gt-change-log tbody tr").length === 60);
  await page.locator("[data-action=undo-change]").first().click();
  await page.click("dialog [data-action=agree]");
  await page.waitForFunction(() => document.querySelectorAll("gt-change-log tbody tr")[0].textContent.includes("taken back"));
  await close();
});

test("what a sync removed comes back", { skip: isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/changes");
  await page.click("[data-action=restore]");
  await page.waitForFunction(() => /kept here for 30 days/.test(document.querySelector("gt-trash").textContent));
  await page.click("[data-action=undo]");
  await page.waitForSelector("[data-action=restore]");
  await close();
});

test("empty lists explain themselves", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/changes");
  await page.waitForFunction(() => /both values are shown here/.test(document.querySelector("gt-conflicts")?.textContent ?? ""));
  await page.waitForFunction(() => /kept here for 30 days/.test(document.querySelector("gt-trash")?.textContent ?? ""));
  await close();
});

test("records move to an account after a question and back", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/accounts");
  const choice = page.locator("[data-action=records-place]");
  await choice.waitFor();
  const wanted = await choice.locator("option").nth(1).getAttribute("value");
  await choice.selectOption(wanted);
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.equal(await choice.inputValue(), "0", "leaving the question changes nothing");
  await choice.selectOption(wanted);
  await page.click("dialog [data-action=agree]");
  await page.waitForFunction(() => /Goodturn Journal/.test(document.querySelector("gt-records-place").textContent));
  await choice.selectOption("0");
  await page.click("dialog [data-action=agree]");
  await page.waitForFunction(() => /on this computer only/.test(document.querySelector("gt-records-place ul").textContent));
  await close();
});
