import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal } from "../support/start_bridge.mjs";
import { pick, saveDialog, undoTo } from "../support/steps.mjs";

setStage({ onlyReal: true });

const card = "[data-introduction]";
const says = (page, words) => page.waitForFunction(([selector, wanted]) => document.querySelector(selector)?.innerText.includes(wanted), [card, words]);

test("a pair is asked one after the other, then brought together; nothing is proposed twice", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/introductions");
  await page.waitForSelector("[data-pair]");
  await assertAccessible(page, "pairs");
  const pair = await page.getAttribute("[data-pair]", "data-pair");
  const reason = await page.locator("[data-pair] .reason").first().innerText();
  assert.doesNotMatch(reason, /…/);
  await page.locator("[data-action=begin]").first().click();
  await says(page, "Ask the first");
  assert.equal(await page.locator(`[data-pair="${pair}"]`).count(), 0);
  await page.click(`${card} .draft > summary`);
  assert.ok((await page.inputValue(`${card} [name=body]`)).includes(reason));
  await page.selectOption("[data-consent=a]", "yes");
  await says(page, "Ask the second");
  await page.selectOption("[data-consent=b]", "yes");
  await says(page, "Both said yes");
  await page.click("[data-action=sent]");
  await says(page, "Introduced");
  await page.fill(`${card} [name=outcome]`, "They met for lunch");
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-action=undo]");
  await assertAccessible(page, "an introduction");
  await page.reload();
  await says(page, "Introduced");
  assert.equal(await page.inputValue(`${card} [name=outcome]`), "They met for lunch");
  await page.click(`${card} [data-action=delete]`);
  await page.click("dialog [data-action=agree]");
  await page.waitForSelector(card, { state: "detached" });
  await undoTo(page, () => page.waitForSelector(card));
  await close();
});

test("an answer that the helper refuses is not shown as given; the letter to one is not that to the other", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/introductions");
  await page.click("[data-action=own]:enabled");
  await pick(page, "a", "Greta");
  await pick(page, "b", "Noor");
  await page.fill("dialog [name=reason]", "both watch the tides");
  await saveDialog(page);
  const own = page.locator(card, { hasText: "both watch the tides" });
  await own.waitFor();
  await page.route("**/api/v1/journal/introduction/**", (route) => (route.request().method() === "GET" ? route.continue() : route.fulfill({ status: 412, contentType: "application/problem+json", body: JSON.stringify({ type: "about:blank", kind: "precondition", title: "Refused", status: 412, detail: "It was changed on the server." }) })));
  await own.locator("[data-consent=a]").selectOption("yes");
  await own.locator("[role=alert]").waitFor();
  assert.equal(await own.locator("[data-consent=a]").inputValue(), "not-asked");
  await page.unroute("**/api/v1/journal/introduction/**");
  await own.locator(".draft > summary").click();
  await own.locator("[name=subject]").fill("Just for the first of you");
  await own.locator("[data-consent=a]").selectOption("yes");
  await own.filter({ hasText: "Ask the second" }).waitFor();
  assert.notEqual(await own.locator("[name=subject]").inputValue(), "Just for the first of you");
  await close();
});

test("a pair of one's own; a no ends it without a word of blame", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser, { colorScheme: "dark" });
  await openPages(page, bridge, "#/introductions");
  await page.click("[data-action=own]:enabled");
  await pick(page, "a", "Hugo");
  await pick(page, "b", "Selma");
  await page.fill("dialog [name=reason]", "both look after grids");
  await saveDialog(page);
  const own = page.locator(card, { hasText: "both look after grids" });
  await own.waitFor();
  await own.locator("[data-consent=a]").selectOption("no");
  await own.filter({ hasText: "Not wished for" }).waitFor();
  await assertAccessible(page, "declined");
  await close();
});

test("the draft opens in the mail program and the person counts as asked", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/introductions");
  await page.click("[data-action=own]:enabled");
  await pick(page, "a", "Noor");
  await pick(page, "b", "Uma");
  await page.fill("dialog [name=reason]", "plain texts");
  await saveDialog(page);
  const own = page.locator(card, { hasText: "plain texts" });
  await own.locator(".draft > summary").click();
  const opened = await page.evaluate(() => {
    const seen = [];
    globalThis.messenger = { compose: { beginNew: async (details) => seen.push(details) } };
    globalThis.seenDrafts = seen;
    return seen.length;
  });
  assert.equal(opened, 0);
  await own.locator("[data-action=open-draft]").click();
  await own.filter({ hasText: "Wait for an answer" }).waitFor();
  await own.locator("[data-consent=a]").selectOption("yes");
  await own.filter({ hasText: "Ask the second" }).waitFor();
  const [draft] = await page.evaluate(() => globalThis.seenDrafts);
  assert.deepEqual(draft.to, ["noor.eriksen@example.org"]);
  assert.match(draft.plainTextBody, /^Hello Noor,[\s\S]*Uma Krause: plain texts/);
  await close();
});
