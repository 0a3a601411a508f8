// What people see when something fails or nothing is there yet, on every page of the space, with the real helper.
import assert from "node:assert/strict";
import test from "node:test";
import { allPages, eachPage } from "../support/all_pages.mjs";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal, startEmpty } from "../support/start_bridge.mjs";
import { openPerson } from "../support/steps.mjs";

setStage({ onlyReal: true });
const onlyReal = { skip: !isReal };
const api = /\/api\/v1\/(?!events)/;

const refusal = (kind, status, detail) => ({ status, contentType: "application/problem+json", body: JSON.stringify({ type: "about:blank", title: "Refused", status, kind, detail }) });

const goTo = (page, route) => page.evaluate((wanted) => (location.hash = wanted), route);
const notices = (page) => page.$$eval("main [role=alert]", (all) => all.map((one) => one.innerText));

/** Presses "Try again" wherever it stands, until nothing failed any more. */
async function readAgain(page) {
  for (let presses = 0; presses < 12; presses += 1) {
    const button = page.locator("[data-action=read-again]").first();
    if (!(await button.count())) return;
    const before = await page.locator("[data-action=read-again]").count();
    await button.click();
    await page.waitForFunction((count) => document.querySelectorAll("[data-action=read-again]").length < count, before);
  }
}

const failures = [
  ["a helper that cannot read", (route) => route.fulfill(refusal("storage", 500, "The disk cannot be read.")), /The disk cannot be read/],
  ["a helper that does not answer", (route) => route.abort(), /helper does not answer/],
];
for (const [name, fail, words] of failures) {
  test(`every page says so and reads again when asked: ${name}`, onlyReal, async () => {
    const { page, close } = await freshPage(browser);
    await openPages(page, bridge, "#/nowhere");
    await page.waitForSelector("gt-suggestion");
    for (const { name: place, route, wait } of allPages.filter((one) => !one.readsNothing)) {
      await goTo(page, place === "changes" ? "#/settings" : "#/changes");
      await page.waitForFunction(() => document.querySelector("main h1") && !document.querySelector("main gt-loading"));
      await page.route(api, fail);
      await goTo(page, route);
      await page.waitForSelector("main [role=alert] [data-action=read-again]");
      for (const text of await notices(page)) assert.match(text, words, place);
      assert.equal((await notices(page)).some((text) => /online|password/.test(text)), false, `${place} blames what is not to blame`);
      await assertAccessible(page, `${place}: ${name}`);
      await page.unroute(api);
      await readAgain(page);
      await page.waitForSelector(wait, { state: "attached" });
      assert.deepEqual(await notices(page), [], place);
    }
    await close();
  });
}

test("why an action was refused stays to be read when something changes meanwhile, and the next action takes it away", onlyReal, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/settings");
  const box = page.locator("[data-action=purist]");
  await box.waitFor();
  await page.route("**/api/v1/me", (route) => (route.request().method() === "PATCH" ? route.fulfill(refusal("precondition", 412, "It was changed on the server.")) : route.continue()));
  await box.click();
  await page.waitForSelector("gt-restraint [role=alert]");
  const read = page.waitForResponse((answer) => answer.url().endsWith("/api/v1/me") && answer.ok());
  await page.evaluate(() => document.querySelector("gt-restraint").session.dispatchEvent(new CustomEvent("changed")));
  await read;
  await page.evaluate(() => document.querySelector("gt-restraint").updateComplete);
  assert.match(await page.innerText("gt-restraint [role=alert]"), /changed on the server/);
  assert.equal(await page.locator("gt-restraint [data-action=read-again]").count(), 0, "reading did not fail");
  await page.unroute("**/api/v1/me");
  await box.click();
  await page.waitForSelector("gt-restraint [role=alert]", { state: "detached" });
  await box.click();
  await close();
});

test("an undo that did not get through can be tried again", onlyReal, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await page.waitForSelector("gt-suggestion");
  const count = await page.locator("gt-suggestion").count();
  await page.locator("[data-action=not-now]").first().click();
  await page.waitForFunction((before) => document.querySelectorAll("gt-suggestion").length !== before, count);
  await page.route("**/api/v1/undo", (route) => route.abort());
  await page.click("[data-action=undo]");
  await page.waitForSelector("gt-toast [role=alert]");
  await page.unroute("**/api/v1/undo");
  await page.click("[data-action=undo]");
  await page.waitForFunction((before) => document.querySelectorAll("gt-suggestion").length === before, count);
  assert.equal(await page.locator("gt-toast [role=alert]").count(), 0);
  await close();
});

test("two quick presses log once", onlyReal, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await openPerson(page, "sample-hugo-adeyemi");
  let sent = 0;
  await page.route("**/log", async (route) => {
    sent += 1;
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await page.fill("gt-log-form textarea", "Once only");
  await page.locator("[data-action=log]").dblclick();
  await page.waitForSelector(".toast [data-action=undo]");
  assert.equal(sent, 1);
  await page.click("[data-action=undo]");
  await page.waitForFunction(() => !document.querySelector(".timeline").textContent.includes("Once only"));
  await close();
});

test("a page whose token was given up asks for a new link, not for a password", onlyReal, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await page.waitForSelector("gt-suggestion");
  await page.route("**/api/v1/events", (route) => route.fulfill({ ...refusal("auth", 401, "This token is not known."), headers: { "WWW-Authenticate": "Bearer" } }));
  await page.reload();
  await page.waitForSelector(".connection");
  assert.match(await page.innerText(".connection"), /needs a link from Goodturn/);
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  await close();
});

test("every page of a helper where nothing is set up explains itself", onlyReal, async () => {
  const nothing = await startEmpty();
  const { page, close } = await freshPage(browser, { reducedMotion: "reduce" });
  await openPages(page, nothing, "#/settings");
  await page.waitForSelector("gt-privacy tbody");
  for (const { name, route } of allPages.filter((one) => one.name !== "person")) {
    await goTo(page, route);
    await page.waitForFunction((place) => document.title.length && document.querySelector("main h1") && !document.querySelector("main gt-loading") && location.hash === place, route);
    await page.waitForFunction(() => document.querySelector("main").innerText.replace(document.querySelector("main h1").innerText, "").trim().length > 60);
    assert.deepEqual(await notices(page), [], name);
    await assertAccessible(page, `${name} without anything`);
  }
  await goTo(page, "#/people/nobody");
  await page.waitForSelector("main [role=alert]");
  assert.match((await notices(page)).join(), /moved or deleted/);
  await close();
  await nothing.stop();
});

test("each page has a title of its own", onlyReal, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  const titles = new Map();
  await eachPage(page, async (name) => titles.set(name, await page.title()));
  for (const [name, title] of titles) assert.match(title, /^\S.* – Goodturn$/, name);
  assert.equal(new Set(titles.values()).size, titles.size - 1, "a person's page is one of People");
  await close();
});
