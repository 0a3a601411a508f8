import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import test, { after, before } from "node:test";
import { promisify } from "node:util";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage } from "../support/browser.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal, startEmpty } from "../support/start_bridge.mjs";

const run = promisify(execFile);
setStage({ onlyReal: true, begin: startEmpty });
let refusing;
before(async () => {
  if (!isReal) return;
  refusing = createServer((request, response) => response.writeHead(401, { "WWW-Authenticate": 'Basic realm="x"' }).end());
  await new Promise((resolve) => refusing.listen(0, "127.0.0.1", resolve));
});
after(() => refusing?.close());

/** Opens the first steps as somebody who never was here. */
async function openWelcome(options = {}) {
  const { page, close } = await freshPage(browser, { newcomer: true, ...options });
  await page.goto(await bridge.link());
  await page.waitForSelector("gt-welcome [name=url]");
  return { page, close };
}

async function look(page, url) {
  await page.fill("[name=url]", url);
  await page.click("[data-action=test-account]");
}

test("with nothing set up the first steps come up, until one has been through", { skip: !isReal }, async () => {
  const { page, close } = await openWelcome();
  await assertAccessible(page, "first steps");
  assert.match(await page.innerText("gt-welcome"), /Two minutes[\s\S]*No account yet[\s\S]*Start with sample data/);
  await page.click("[data-action=finish]");
  await page.click("dialog [data-action=leave]");
  await page.waitForSelector("gt-week h1");
  await page.reload();
  await page.waitForSelector("gt-week h1");
  await page.waitForTimeout(300);
  assert.match(page.url(), /#\/week$/);
  await close();
});

test("the test tells a wrong password from a wrong address from no network", { skip: !isReal }, async () => {
  const { page, close } = await openWelcome();
  await page.fill("[name=user]", "ada");
  await page.fill("[name=password]", "wrong");
  await look(page, `http://127.0.0.1:${refusing.address().port}/`);
  await page.waitForSelector("[data-verdict=password]");
  assert.match(await page.innerText("[data-verdict]"), /The address is right, the sign-in is not/);
  await look(page, "http://127.0.0.1:9/");
  await page.waitForSelector("[data-verdict=address]");
  await page.evaluate(() => Object.defineProperty(Navigator.prototype, "onLine", { get: () => false }));
  await look(page, "http://127.0.0.1:9/x");
  await page.waitForSelector("[data-verdict=offline]");
  await assertAccessible(page, "a verdict");
  assert.equal(await page.inputValue("[name=password]"), "wrong");
  await close();
});

test("the hint follows the provider", { skip: !isReal }, async () => {
  const { page, close } = await openWelcome();
  await page.fill("[name=url]", "fastmail.com");
  assert.match(await page.innerText(".hint"), /Fastmail wants an app password/);
  await page.fill("[name=url]", "gmail.com");
  assert.match(await page.innerText(".hint"), /secret address in iCal format/);
  await close();
});

test("a folder is looked at first: counts, ticks, then only what was ticked is read", { skip: !isReal }, async () => {
  const folder = `${bridge.folder}-chosen`;
  await run(process.env.GOODTURN_BIN, ["sample", folder]);
  const { page, close } = await openWelcome();
  await look(page, folder);
  await page.waitForSelector("[name=take]");
  const offer = (await page.innerText(".offer")).replace(/\s+/g, " ");
  assert.match(offer, /Contacts Address book · 60 entries/);
  assert.match(offer, /Meetings Calendar · \d{3} entries/);
  await page.uncheck('[name=take][value$="/journal/"], [name=take][value$="/journal"]');
  await assertAccessible(page, "an offer");
  await page.click("[data-action=add-account]");
  await page.waitForSelector("[data-added]");
  await page.waitForFunction(() => /60 people are here now/.test(document.querySelector("gt-welcome").innerText), null, { timeout: 30000 });
  await page.evaluate(() => (location.hash = "#/accounts"));
  await page.waitForSelector("gt-account-card");
  assert.equal(await page.isChecked("[aria-label='Sync: Journal']"), false);
  assert.equal(await page.isChecked("[aria-label='Sync: Contacts']"), true);
  await page.click("[data-action=remove-account]");
  await page.click("dialog [data-action=agree]");
  await page.waitForSelector("gt-accounts .empty");
  await close();
});

test("ten questions are answered, taken back and skipped", { skip: !isReal }, async () => {
  const { page, close } = await openWelcome();
  await page.click("#you-step summary");
  await page.fill("[name=offers]", "Rust\nplain words");
  await page.fill("[name=organisation]", "Hafen Software");
  await page.selectOption("[name=seniority]", "3");
  await page.fill("[name=role-mentor]", "2");
  await page.click("[data-action=save-profile]");
  await page.waitForSelector(".toast");
  await page.reload();
  await page.waitForSelector("#you-step summary");
  await page.click("#you-step summary");
  assert.equal(await page.inputValue("[name=offers]"), "Rust\nplain words");
  assert.equal(await page.inputValue("[name=seniority]"), "3");
  assert.equal(await page.inputValue("[name=role-mentor]"), "2");
  await page.fill("[name=organisation]", "");
  await page.click("[data-action=save-profile]");
  await page.waitForSelector(".toast");
  await page.evaluate(() => (location.hash = "#/settings"));
  await page.waitForSelector("gt-settings-page [name=organisation]");
  assert.equal(await page.inputValue("[name=organisation]"), "");
  await close();
});

test("features_048_the_first_steps_end_with_an_offer_or_an_explicit_skip", { skip: !isReal }, async () => {
  const { page, close } = await openWelcome();
  await page.click("#you-step summary");
  await page.fill("[name=offers]", "");
  await page.click("[data-action=save-profile]");
  await page.waitForSelector(".toast");
  await page.click("[data-action=finish]");
  await page.waitForSelector("dialog");
  assert.equal(await page.locator("dialog .prompts li").count(), 5);
  await assertAccessible(page, "the question for an offer");
  await page.click("dialog [data-action=agree]");
  assert.equal(await page.locator("dialog").count(), 1);
  await page.fill("dialog [name=offer]", "plain words");
  await page.click("dialog [data-action=agree]");
  await page.waitForSelector("gt-week h1");
  await page.evaluate(() => (location.hash = "#/welcome"));
  await page.waitForSelector("gt-welcome [name=url]");
  await page.click("[data-action=finish]");
  await page.waitForSelector("gt-week h1");
  assert.equal(await page.locator("dialog").count(), 0);
  await page.evaluate(() => (location.hash = "#/settings"));
  await page.waitForSelector("gt-own-profile [name=offers]");
  assert.equal(await page.inputValue("[name=offers]"), "plain words");
  await close();
});

test("sample data: from an empty program to a first suggestion", { skip: !isReal }, async () => {
  const { page, close } = await openWelcome({ locale: "de-DE" });
  await page.click("[data-action=sample]");
  await page.waitForFunction(() => /60 Personen sind jetzt da/.test(document.querySelector("gt-welcome").innerText), null, { timeout: 30000 });
  await page.click("[data-action=finish]");
  await page.waitForSelector("gt-suggestion", { timeout: 10000 });
  await close();
});
