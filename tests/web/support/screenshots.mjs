// Pictures of every page in light and dark to build/screenshots: `node tests/web/support/screenshots.mjs`.
// With GOODTURN_BIN the pages of the space show the real helper's sample.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { freshPage, openPages, startBrowser } from "./browser.mjs";
import { openAddOn } from "./fake_thunderbird.mjs";
import { SampleBridge } from "./sample_bridge.mjs";
import { isReal, startBridge } from "./start_bridge.mjs";
import { allowTagging } from "./steps.mjs";

const folder = fileURLToPath(new URL("../../../build/screenshots/", import.meta.url));

async function spacePages(browser, bridge, scheme) {
  const { page, close } = await freshPage(browser, { colorScheme: scheme });
  const shot = (name) => page.screenshot({ path: `${folder}${name}-${scheme}.png`, fullPage: true });
  await page.goto(`${bridge.base}/`);
  await page.waitForSelector(".connection");
  await shot("no-link");
  await openPages(page, bridge);
  await allowTagging(page);
  await page.evaluate(() => (location.hash = "#/week"));
  await page.waitForSelector("gt-suggestion");
  await page.click(".changes summary");
  await page.click("[data-action=later]");
  await shot("week");
  await page.keyboard.press("Escape");
  await page.click("[data-action=show-in-calendar]");
  await page.waitForSelector("gt-feed section");
  await page.click("[data-action=not-now]");
  await page.waitForSelector(".toast");
  await shot("week-calendar");
  await page.click("[data-action=never]");
  await shot("week-never");
  await page.keyboard.press("Escape");
  await page.evaluate(() => (location.hash = "#/people"));
  await page.waitForSelector("[role=option] .name");
  await page.keyboard.press("/");
  await page.keyboard.press("ArrowDown");
  await shot("people");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".timeline");
  await page.hover("[data-add]");
  await shot("person");
  if (isReal) await relationPages(page, shot);
  await page.evaluate(() => (location.hash = "#/accounts"));
  await page.waitForSelector("gt-account-card");
  await page.click("[data-action=sync]");
  await page.click("gt-sync-panel summary");
  await shot("accounts");
  await page.evaluate(() => (location.hash = "#/welcome"));
  await page.waitForSelector("gt-welcome [name=url]");
  await shot("welcome");
  await page.evaluate(() => (location.hash = "#/settings"));
  await page.waitForSelector("gt-own-profile form");
  await shot("settings");
  if (isReal) await reportPages(page, shot);
  await page.setViewportSize({ width: 480, height: 800 });
  await page.evaluate(() => (location.hash = "#/week"));
  await page.waitForSelector("gt-suggestion");
  await shot("week-narrow");
  await close();
}

/** Pages whose records only the real helper keeps. */
async function relationPages(page, shot) {
  const places = [["introductions", "[data-pair], [data-introduction]"], ["ledger", ".entry"], ["goals", "gt-ask-board"], ["duplicates", "gt-duplicates .empty, [data-proposal]"]];
  for (const [place, wait] of places) {
    await page.evaluate((wanted) => (location.hash = `#/${wanted}`), place);
    await page.waitForSelector(wait);
    await shot(place);
  }
}

/** What the reports come to; only the real helper makes them. */
async function reportPages(page, shot) {
  await page.evaluate(() => (location.hash = "#/roles"));
  await page.waitForSelector("gt-role-seat h2");
  await shot("roles");
  await page.evaluate(() => (location.hash = "#/network"));
  await page.waitForSelector(".dot");
  await shot("network");
  await page.click("[data-look=table]");
  await page.waitForSelector("gt-network-table td");
  await shot("network-table");
}

async function addOnPage(browser, bridge, scheme, name, file, wait, more = {}) {
  const { page, close } = await openAddOn(browser, bridge, file, more, { colorScheme: scheme, viewport: { width: 400, height: 420 } });
  await page.waitForSelector(wait);
  await page.screenshot({ path: `${folder}${name}-${scheme}.png`, fullPage: true });
  await close();
}

await mkdir(folder, { recursive: true });
const browser = await startBrowser();
for (const scheme of ["light", "dark"]) {
  const space = await startBridge();
  await spacePages(browser, space, scheme);
  await space.stop();
  const bridge = await new SampleBridge({ stepTime: 400 }).start();
  await addOnPage(browser, bridge, scheme, "popup-syncing", "popup.html", "progress");
  await addOnPage(browser, bridge, scheme, "popup-report", "popup.html", ".report");
  await addOnPage(browser, bridge, scheme, "popup-missing", "popup.html", ".connection", { state: { phase: "failed", kind: "missing", what: "" } });
  await addOnPage(browser, bridge, scheme, "sender", "sender.html", "[data-log]", { granted: ["messagesRead"], author: "Ada Example <person0@example.org>" });
  await addOnPage(browser, bridge, scheme, "sender-ask", "sender.html", "[data-action=allow]");
  await addOnPage(browser, bridge, scheme, "log-as", "sender.html?message=1&kind=gave", "[name=give_kind]", { granted: ["messagesRead"], author: "Ada Example <person0@example.org>" });
  await addOnPage(browser, bridge, scheme, "composing", "composing.html", "[data-guard]", { granted: ["compose"], composing: { to: ["person0@example.org", "person1@example.org"], subject: "A question" } });
  await addOnPage(browser, bridge, scheme, "sender-unknown", "sender.html", "h1", { granted: ["messagesRead"], author: "Zoe Nobody <zoe@example.org>" });
  const mailFolders = ["INBOX", "Sent"].map((name) => ({ id: name, name, read_from: "2025-11-22T09:00:00Z", read_until: "2026-11-22T09:00:00Z" }));
  bridge.world.mail = [{ id: "a1", name: "ada@example.org", folders: mailFolders, messages: 1240 }];
  await addOnPage(browser, bridge, scheme, "mail-observed", "app.html#/accounts", "[data-action=mail-read]", { granted: ["accountsRead", "messagesRead"] });
  await bridge.stop();
}
await browser.close();
