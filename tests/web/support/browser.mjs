// Debian's Chromium, and a page that records what must never happen: dialogs, policy violations, script errors.
import { chromium } from "./packages.mjs";

const flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage", "--password-store=basic"];

export const startBrowser = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, args: flags });

/** A fresh page: {page, alarms, context}. `alarms` must stay empty. */
export async function freshPage(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, locale: "en-GB", ...options });
  const page = await context.newPage();
  const alarms = [];
  page.on("dialog", async (dialog) => (alarms.push(`dialog ${dialog.message()}`), dialog.dismiss()));
  page.on("pageerror", (error) => alarms.push(`error ${error.message}`));
  await page.exposeFunction("reportViolation", (text) => alarms.push(`policy ${text}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => globalThis.reportViolation(`${event.violatedDirective} ${event.blockedURI}`));
  });
  return { page, alarms, context };
}

/** Opens the pages with a one-time link and waits for the week. */
export async function openPages(page, bridge, route = "#/week") {
  await page.goto(await bridge.link());
  await page.waitForSelector("gt-week h1");
  if (route !== "#/week") await page.evaluate((wanted) => (location.hash = wanted), route);
}
