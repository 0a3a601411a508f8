// Debian's Chromium, and a page that records what must never happen: dialogs, policy violations, script errors, requests
// that leave this computer, answers that break the contract.
import assert from "node:assert/strict";
import { brokenAnswer, brokenRequest, operationAt } from "./contract.mjs";
import { chromium } from "./packages.mjs";

const flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage", "--password-store=basic"];

export const startBrowser = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, args: flags });

/** Notes every request and answer of the bridge's API that breaks schemas/openapi.json. */
function watchContract(page, alarms, checks) {
  const check = async (response) => {
    const request = response.request();
    const { pathname } = new URL(response.url());
    const found = pathname.startsWith("/api/") ? operationAt(request.method(), pathname) : null;
    if (!found || found.operation.operationId === "streamEvents") return;
    const { operation } = found;
    // A page that goes away takes the bodies of its answers along.
    const answer = await response.json().catch(() => undefined);
    const broken = answer === undefined ? [] : brokenAnswer(operation, response.status(), answer);
    const sent = request.postData() && response.status() < 400 ? brokenRequest(operation, request.postDataJSON()) : [];
    alarms.push(...[...broken, ...sent].map((text) => `contract ${operation.operationId}: ${text}`));
  };
  page.on("response", (response) => checks.push(check(response)));
}

const leavesThisComputer = (address) => /^(https?|wss?|ftp):/.test(address) && new URL(address).hostname !== "127.0.0.1";

/**
 * A fresh page: {page, context, alarms, close}. close() asserts that nothing was noted in `alarms`. A `newcomer` has not
 * seen the first steps; options are otherwise those of browser.newContext.
 */
export async function freshPage(browser, { newcomer = false, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, locale: "en-GB", ...options });
  const page = await context.newPage();
  const alarms = [];
  const checks = [];
  page.on("dialog", async (dialog) => (alarms.push(`dialog ${dialog.message()}`), dialog.dismiss()));
  page.on("pageerror", (error) => alarms.push(`error ${error.message}`));
  page.on("request", (request) => leavesThisComputer(request.url()) && alarms.push(`network ${request.url()}`));
  watchContract(page, alarms, checks);
  if (!newcomer) await page.addInitScript(() => globalThis.localStorage.setItem("goodturn-welcomed", "1"));
  await page.exposeFunction("reportViolation", (text) => alarms.push(`policy ${text}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => globalThis.reportViolation(`${event.violatedDirective} ${event.blockedURI}`));
  });
  const close = async () => {
    await Promise.all(checks);
    await context.close();
    assert.deepEqual(alarms, []);
  };
  return { page, context, alarms, close };
}

/** Opens the pages with a one-time link and waits for the week. */
export async function openPages(page, bridge, route = "#/week") {
  await page.goto(await bridge.link());
  await page.waitForSelector("gt-week h1");
  if (route !== "#/week") await page.evaluate((wanted) => (location.hash = wanted), route);
}
