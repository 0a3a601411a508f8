import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages, startBrowser } from "../support/browser.mjs";
import { isReal, startBridge } from "../support/start_bridge.mjs";
import { allowTagging, undoTo } from "../support/steps.mjs";

let browser, bridge;
before(async () => {
  browser = await startBrowser();
  bridge = await startBridge();
});
after(async () => {
  await browser.close();
  await bridge.stop();
});

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

/** Ten thousand cards in one file each would take minutes to write; the real list is measured with as many as a large book has. */
async function manyCards(folder) {
  const book = path.join(folder, "contacts");
  await mkdir(book, { recursive: true });
  const card = (at) => `BEGIN:VCARD\r\nVERSION:4.0\r\nUID:many-${at}\r\nFN:Person Number ${at}\r\nEMAIL:person${at}@example.org\r\nORG:Company ${at % 40}\r\nEND:VCARD\r\n`;
  for (let first = 0; first < 10000; first += 500) await Promise.all(Array.from({ length: 500 }, (_, at) => writeFile(path.join(book, `${first + at}.vcf`), card(first + at))));
}

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
    console.log(`10,000 people: a jump is painted after ${scrolled[60].toFixed(0)} ms (median), ${scrolled[114].toFixed(0)} ms (95 %)`);
    assert.ok(scrolled[114] < 400, `${scrolled[114]} ms`);
  } finally {
    await close();
    await many.stop();
  }
});
