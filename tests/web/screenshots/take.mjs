// Pictures of every page, light and dark, with the sample, empty, failing and with its dialogs, and of the cards in
// Thunderbird, to build/screenshots with contact sheets: `make screenshots`. Names on the command line choose some.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { freshPage, openPages, startBrowser } from "../support/browser.mjs";
import { openAddOn } from "../support/fake_thunderbird.mjs";
import { SampleBridge } from "../support/sample_bridge.mjs";
import { isReal, startBridge, startEmpty } from "../support/start_bridge.mjs";
import { allowTagging } from "../support/steps.mjs";
import { writeContactSheet } from "./contact_sheet.mjs";
import { cardScenes, dialogScenes, plainScenes } from "./scenes.mjs";

const folder = fileURLToPath(new URL("../../../build/screenshots/", import.meta.url));
const schemes = ["light", "dark"];
const chosen = process.argv.slice(2);
const isChosen = ({ name }) => chosen.length === 0 || chosen.some((one) => name.startsWith(one));
const missed = [];

/** Calls show() and notes what could not be shown instead of ending there: one scene must not take the others along. */
async function attempt(name, show) {
  try {
    await show();
  } catch (error) {
    missed.push(`${name}: ${String(error.message).split("\n")[0]}`);
  }
}

async function goTo(page, { route, wait }) {
  await page.evaluate((wanted) => (location.hash = wanted), "#/nowhere");
  await page.evaluate((wanted) => (location.hash = wanted), route);
  await page.waitForSelector(wait, { state: "attached", timeout: 15000 });
  await page.waitForFunction(() => !document.querySelector("main gt-loading"));
}

/** The whole page; with a dialog what is in view, since its shade ends there. */
const take = (page, name, scheme) => page.screenshot({ path: `${folder}${name}-${scheme}.png`, fullPage: !name.endsWith("dialog"), animations: "disabled" });

/** Scenes with the sample, each on a page of its own, so that no dialog of one stands in the next. */
async function takeScenes(browser, bridge, scheme, scenes) {
  for (const scene of scenes.filter(isChosen)) {
    const viewport = scene.narrow ? { width: 360, height: 800 } : { width: 1100, height: 800 };
    const { page, context } = await freshPage(browser, { colorScheme: scheme, viewport });
    await attempt(scene.name, async () => {
      await openPages(page, bridge);
      await goTo(page, scene);
      await scene.show?.(page);
      await take(page, scene.name, scheme);
    });
    await context.close();
  }
}

/** Every page without any account, and with a helper whose disk cannot be read. */
async function takeEmptyAndFailing(browser, empty, scheme) {
  const { page, context } = await freshPage(browser, { colorScheme: scheme });
  await openPages(page, empty);
  const places = plainScenes.filter(({ name }) => name !== "person");
  for (const { name, route } of places) {
    if (!isChosen({ name: `${name}-empty` })) continue;
    await attempt(`${name}-empty`, async () => {
      await goTo(page, { route, wait: "main h1" });
      await take(page, `${name}-empty`, scheme);
    });
  }
  const body = JSON.stringify({ type: "about:blank", title: "Local storage failed", status: 500, kind: "storage", detail: "The disk reported an error while the database was used. Nothing was half saved." });
  await page.route(/\/api\/v1\/(?!events)/, (route) => route.fulfill({ status: 500, contentType: "application/problem+json", body }));
  for (const { name, route } of places) {
    if (!isChosen({ name: `${name}-error` })) continue;
    await attempt(`${name}-error`, async () => {
      await goTo(page, { route, wait: "main h1, main [role=alert]" });
      await take(page, `${name}-error`, scheme);
    });
  }
  await context.close();
}

async function takeCards(browser, scheme) {
  for (const scene of cardScenes.filter(isChosen)) {
    const bridge = await new SampleBridge({ stepTime: 400 }).start();
    scene.prepare?.(bridge);
    const { page, context } = await openAddOn(browser, bridge, scene.file, scene.options ?? {}, { colorScheme: scheme, viewport: { width: 400, height: 420 } });
    await attempt(scene.name, async () => {
      await page.waitForSelector(scene.wait);
      await scene.show?.(page);
      await take(page, scene.name, scheme);
    });
    await context.close();
    await bridge.stop();
  }
}

if (!isReal) throw new Error("GOODTURN_BIN names the program whose pages are to be seen");
await mkdir(folder, { recursive: true });
const browser = await startBrowser();
const sample = await startBridge();
const empty = await startEmpty();
const { page: first, context } = await freshPage(browser);
await openPages(first, sample);
await allowTagging(first);
await context.close();
for (const scheme of schemes) {
  await takeScenes(browser, sample, scheme, [...plainScenes, ...dialogScenes]);
  await takeEmptyAndFailing(browser, empty, scheme);
  await takeCards(browser, scheme);
}
const others = plainScenes.filter(({ name }) => name !== "person");
const groups = { pages: plainScenes, dialogs: dialogScenes, empty: others.map(({ name }) => ({ name: `${name}-empty` })), errors: others.map(({ name }) => ({ name: `${name}-error` })), cards: cardScenes };
await writeContactSheet(browser, folder, Object.fromEntries(Object.entries(groups).map(([head, scenes]) => [head, scenes.filter(isChosen).map(({ name }) => name)]).filter(([, names]) => names.length)));
await sample.stop();
await empty.stop();
await browser.close();
for (const text of missed) process.stderr.write(`not taken: ${text}\n`);
process.stdout.write(`${folder}index.html\n`);
process.exitCode = missed.length ? 1 : 0;
