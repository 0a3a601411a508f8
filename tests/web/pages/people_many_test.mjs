import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { manyCards } from "../support/many_cards.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal, startBridge } from "../support/start_bridge.mjs";
import { allowTagging, undoTo } from "../support/steps.mjs";
import { tellTime } from "../support/times.mjs";

setStage();

const total = (page) => page.evaluate(() => document.querySelector("gt-people-list")?.source.total);
const rowsAre = (page, wanted) => page.waitForFunction((count) => document.querySelector("gt-people-list")?.source.total === count, wanted);
const chips = (page, word) => page.locator("[role=option] .chip", { hasText: word }).count();

async function openPeople(options) {
  const fresh = await freshPage(browser, options);
  await openPages(fresh.page, bridge);
  await allowTagging(fresh.page);
  await fresh.page.evaluate(() => (location.hash = "#/people"));
  await fresh.page.waitForSelector("[role=option] .name");
  return fresh;
}

test("several people are chosen by keys, tagged at once, and one undo takes it back from all", async () => {
  const { page, close } = await openPeople();
  await page.focus("[role=listbox]");
  await page.keyboard.press("Home");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+Space");
  await page.waitForFunction(() => document.querySelectorAll("[role=option][aria-checked=true]").length === 3);
  assert.match(await page.innerText("gt-bulk-tags"), /3 chosen/);
  await assertAccessible(page, "people chosen");
  await page.fill("gt-bulk-tags input", "rowing");
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-action=undo]");
  await page.waitForFunction(() => [...document.querySelectorAll("[role=option] .chip")].filter((one) => one.textContent === "rowing").length >= 2);
  await page.selectOption("[data-filter=tag]", "rowing");
  await page.waitForFunction(() => document.querySelector("gt-people-list").source.total <= 3);
  await page.selectOption("[data-filter=tag]", "");
  await undoTo(page, () => page.waitForFunction(() => ![...document.querySelectorAll("[role=option] .chip")].some((one) => one.textContent === "rowing")));
  assert.equal(await chips(page, "rowing"), 0);
  await close();
});

test("Ctrl+A chooses all, Escape none; a row's box chooses without opening it", async () => {
  const { page, close } = await openPeople({ colorScheme: "dark" });
  const all = await total(page);
  await page.focus("[role=listbox]");
  await page.keyboard.press("Control+a");
  await page.waitForFunction((count) => document.querySelector("gt-people").chosen.size === count, all);
  await page.keyboard.press("Escape");
  await page.waitForSelector("gt-bulk-tags", { state: "detached" });
  await page.locator("[role=option] .tick").first().click();
  await page.waitForSelector("gt-bulk-tags");
  assert.match(page.url(), /#\/people$/);
  await close();
});

test("circle and silence narrow the list; the filters together can be cleared", async () => {
  const { page, close } = await openPeople();
  const all = await total(page);
  let counted = 0;
  for (const layer of ["5", "15", "50", "150", "0"]) {
    await page.selectOption("[data-filter=layer]", layer);
    await page.waitForFunction((wanted) => document.querySelector("gt-people-list").source.filters.layer === wanted, layer);
    counted += await total(page);
  }
  assert.equal(counted, all);
  await page.selectOption("[data-filter=layer]", "");
  await rowsAre(page, all);
  await page.selectOption("[data-filter=silent_days]", "30");
  await page.waitForFunction(() => document.querySelector("gt-people-list").source.filters.silent_days === "30");
  const silent = await total(page);
  assert.ok(silent > 0 && silent < all, `${silent} of ${all}`);
  await page.fill("input[type=search]", "zzzzqqqq");
  await page.click("[data-action=clear-filters]");
  await rowsAre(page, all);
  await close();
});

/** Three hundred people or more, whose rows come half a second after they were asked for. */
async function openSlow(t, people) {
  const many = await startBridge({ people });
  const { page, close } = await freshPage(browser);
  await openPages(page, many, "#/people");
  await page.waitForSelector("[role=option] .name");
  await page.route(/\/people\?.*offset=[1-9]/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue().catch(() => undefined);
  });
  await page.focus("[role=listbox]");
  t.after(async () => (await page.unrouteAll({ behavior: "ignoreErrors" }), await close(), await many.stop()));
  return { page, many };
}

test("keys pressed before the rows have come are done when they come: none is lost", { skip: isReal }, async (t) => {
  const { page } = await openSlow(t, 300);
  for (const key of ["End", "Space", "ArrowUp", "ArrowUp", "Space"]) await page.keyboard.press(key);
  await page.waitForFunction(() => document.querySelector("gt-people").chosen.size === 2);
  assert.deepEqual(await page.$$eval("[role=option][aria-checked=true]", (rows) => rows.map((row) => row.dataset.index)), ["297", "299"]);
  await page.keyboard.press("Escape");
  for (const key of ["Home", "Space", "End", "Shift+Space"]) await page.keyboard.press(key);
  await page.waitForFunction(() => document.querySelector("gt-people").chosen.size === 300);
});

test("Enter on a row that has not come yet opens it when it has", { skip: isReal }, async (t) => {
  const { page, many } = await openSlow(t, 300);
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  const last = [...many.sample.world.people.values()].at(-1);
  await page.waitForFunction((name) => document.querySelector("gt-person h1")?.innerText === name, last.name);
});

test("more than go at once are not read one and all only to say so", { skip: isReal }, async (t) => {
  const { page, many } = await openSlow(t, 1200);
  const reads = () => many.sample.requests.filter((one) => one.startsWith("GET /api/v1/people?")).length;
  const before = reads();
  await page.keyboard.press("Control+a");
  await page.waitForSelector(".notice [data-action=clear-chosen]");
  assert.match(await page.innerText(".notice"), /1,200 people are too many at once: up to 500/);
  await page.click("[data-action=clear-chosen]");
  await page.focus("[role=listbox]");
  for (const key of ["Home", "Space", "End", "Shift+Space"]) await page.keyboard.press(key);
  await page.waitForSelector(".notice [data-action=clear-chosen]");
  assert.ok(reads() - before <= 2, `${reads() - before} reads`);
});

test("rows that could not be read say so, are asked for again, and choose nobody by halves", { skip: isReal }, async (t) => {
  const { page } = await openSlow(t, 300);
  await page.route(/\/people\?.*offset=[1-9]/, (route) => route.abort());
  for (const key of ["Home", "Space", "End", "Shift+Space"]) await page.keyboard.press(key);
  await page.waitForSelector("gt-people-list [role=alert]");
  assert.equal(await page.evaluate(() => document.querySelector("gt-people").chosen.size), 1);
  await page.unroute(/\/people\?.*offset=[1-9]/);
  await page.click("gt-people-list [data-action=read-again]");
  await page.waitForSelector('[data-index="299"] .name');
  await page.waitForSelector("gt-people-list [role=alert]", { state: "detached" });
});

test("a row is as high as its text needs: larger spacing and larger letters cut nothing", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/people");
  await page.waitForSelector("[role=option] .name");
  const faults = () => page.evaluate(() => {
    const rows = [...document.querySelectorAll("[role=option]")].map((row) => row.getBoundingClientRect()).sort((a, b) => a.top - b.top);
    const cut = [...document.querySelectorAll("[role=option] .who")].filter((who) => who.scrollHeight > who.clientHeight || who.getBoundingClientRect().bottom > who.parentElement.getBoundingClientRect().bottom);
    return { height: rows[0].height, cut: cut.length, overlaps: rows.filter((row, at) => at > 0 && row.top < rows[at - 1].bottom - 1).length };
  });
  const style = (css) => page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);
  assert.deepEqual(await faults(), { height: 48, cut: 0, overlaps: 0 });
  await style("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }");
  assert.deepEqual({ ...(await faults()), height: 0 }, { height: 0, cut: 0, overlaps: 0 });
  await style(":root { font-size: 28px !important; }");
  await page.waitForFunction(() => document.querySelector("[role=option]").getBoundingClientRect().height > 60);
  assert.deepEqual({ ...(await faults()), height: 0 }, { height: 0, cut: 0, overlaps: 0 });
  await page.focus("[role=listbox]");
  await page.keyboard.press("End");
  await page.waitForFunction(() => document.querySelector("[role=option][aria-selected=true] .name"));
  const inView = await page.evaluate(() => {
    const row = document.querySelector("[role=option][aria-selected=true]").getBoundingClientRect();
    const box = document.querySelector(".people").getBoundingClientRect();
    return row.top >= box.top - 1 && row.bottom <= box.bottom + 1;
  });
  assert.ok(inView);
  await close();
});

test("what changes meanwhile moves nobody: the list stays where one is, and the key goes on from there", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/people");
  await page.waitForSelector("[role=option] .name");
  await page.focus("[role=listbox]");
  await page.keyboard.press("End");
  await page.waitForFunction(() => document.querySelector('[role=option][aria-selected=true] .name'));
  const where = () => page.evaluate(() => ({ top: document.querySelector(".people").scrollTop, row: document.querySelector("[role=option][aria-selected=true]")?.id }));
  const before = await where();
  assert.ok(before.top > 0);
  const told = () => page.evaluate(async () => {
    const people = document.querySelector("gt-people");
    const { source } = people;
    people.session.dispatchEvent(new CustomEvent("changed"));
    while (people.source === source) await new Promise((resolve) => setTimeout(resolve, 10));
    await document.querySelector("gt-people-list").updateComplete;
  });
  await told();
  assert.deepEqual(await where(), before);
  assert.ok(await page.locator("[role=option][aria-selected=true] .name").count(), "the row is not blank");
  await page.keyboard.press("ArrowUp");
  assert.notEqual((await where()).row, before.row);
  await page.fill("input[type=search]", "a");
  await page.waitForFunction(() => document.querySelector(".people").scrollTop === 0);
  await close();
});

test("ten thousand people in the real helper: every page is painted soon, no key is dropped while scrolling and typing", { skip: !isReal }, async () => {
  const many = await startBridge({ fill: manyCards });
  const { page, close } = await freshPage(browser);
  try {
    await openPages(page, many, "#/people");
    await rowsAre(page, 10000);
    await page.focus("[role=listbox]");
    const scrolled = await page.evaluate(async () => {
      const box = document.querySelector("[role=listbox]");
      const waits = [];
      for (let step = 0; step < 120; step += 1) {
        const start = performance.now();
        box.scrollTop = (step * 7919 * 48) % box.scrollHeight;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        waits.push(performance.now() - start);
      }
      return waits.sort((a, b) => a - b);
    });
    await page.keyboard.press("Home");
    for (let press = 0; press < 40; press += 1) await page.keyboard.press("ArrowDown");
    assert.equal(await page.evaluate(() => document.querySelector("gt-people-list").active), 40);
    await page.keyboard.press("/");
    await page.keyboard.type("number 4321");
    await rowsAre(page, 1);
    tellTime("10,000 people: a jump painted, 95 of 100", scrolled[114], 400);
  } finally {
    await close();
    await many.stop();
  }
});
