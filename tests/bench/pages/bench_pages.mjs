// Prints how soon each page is painted when nothing is loaded yet, and how People answers with ten thousand rows.
// `node tests/bench/pages/bench_pages.mjs` with GOODTURN_BIN, the real program. The goal is 200 ms to the first paint.
import { connectBridge } from "../../../plugin/src/bridge/client.js";
import { allPages } from "../../web/support/all_pages.mjs";
import { freshPage, startBrowser } from "../../web/support/browser.mjs";
import { manyCards } from "../../web/support/many_cards.mjs";
import { isReal, startBridge } from "../../web/support/start_bridge.mjs";

const rounds = 5;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const milliseconds = (value) => `${value.toFixed(0).padStart(5)} ms`;

/** A session's token for pages that begin without the one-time link. */
async function tokenOf(bridge) {
  const [base, code] = (await bridge.link()).split("/#code=");
  return (await connectBridge({ base }).openSession({}, { code })).token;
}

/** A fresh context with nothing cached, signed in. */
async function coldPage(browser, token) {
  const { page, context } = await freshPage(browser);
  await page.addInitScript((key) => globalThis.sessionStorage.setItem("goodturn-token", key), token);
  return { page, context };
}

/** {first, content}: milliseconds from the navigation to the first paint and to the first frame with what the page is about. */
async function coldPaint(browser, bridge, token, { route, wait }) {
  const { page, context } = await coldPage(browser, token);
  await page.addInitScript((selector) => {
    const look = () => (document.querySelector(selector) ? requestAnimationFrame(() => (globalThis.contentAt = performance.now())) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  }, wait);
  await page.goto(`${bridge.base}/${route}`);
  await page.waitForFunction(() => globalThis.contentAt);
  const times = await page.evaluate(() => ({ first: performance.getEntriesByName("first-contentful-paint")[0].startTime, content: globalThis.contentAt }));
  await context.close();
  return times;
}

async function printPaints(browser) {
  const bridge = await startBridge();
  const token = await tokenOf(bridge);
  console.log("cold page          first paint   content (median of 5)");
  for (const place of allPages) {
    const times = [];
    for (let round = 0; round < rounds; round += 1) times.push(await coldPaint(browser, bridge, token, place));
    const [first, content] = ["first", "content"].map((key) => median(times.map((one) => one[key])));
    console.log(`${place.name.padEnd(18)} ${milliseconds(first)}    ${milliseconds(content)}${first > 200 ? "   over 200 ms" : ""}`);
  }
  await bridge.stop();
}

/** What the browser notes about inputs whose effect was painted later than 48 ms, and how many inputs arrived. */
function watchInputs() {
  globalThis.inputs = { slow: [], wheels: 0, keys: 0 };
  new PerformanceObserver((list) => globalThis.inputs.slow.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "event", durationThreshold: 48 });
  addEventListener("wheel", () => (globalThis.inputs.wheels += 1), { capture: true, passive: true });
  addEventListener("keydown", () => (globalThis.inputs.keys += 1), { capture: true });
}

async function printMany(browser) {
  const bridge = await startBridge({ fill: manyCards });
  const { page, context } = await coldPage(browser, await tokenOf(bridge));
  await page.goto(`${bridge.base}/#/people`);
  await page.waitForFunction(() => document.querySelector("gt-people-list")?.source.total === 10000);
  await page.evaluate(watchInputs);
  await page.locator("[role=listbox]").hover();
  for (let turn = 0; turn < 200; turn += 1) await page.mouse.wheel(0, 400);
  await page.focus("[role=listbox]");
  await page.keyboard.press("Home");
  for (let press = 0; press < 400; press += 1) await page.keyboard.press("ArrowDown");
  const { slow, wheels, keys } = await page.evaluate(() => globalThis.inputs);
  const at = await page.evaluate(() => document.querySelector("gt-people-list").active);
  console.log(`People, 10,000 rows: ${wheels} of 200 wheel turns and ${keys} of 401 keys arrived, row ${at} of 400 is reached`);
  console.log(`inputs painted later than 48 ms: ${slow.length}, the slowest ${milliseconds(Math.max(0, ...slow))}`);
  await context.close();
  await bridge.stop();
}

if (!isReal) throw new Error("GOODTURN_BIN is not set");
const browser = await startBrowser();
await printPaints(browser);
await printMany(browser);
await browser.close();
