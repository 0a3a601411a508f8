import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { freshPage, openPages, startBrowser } from "../support/browser.mjs";
import { fakeMessenger, serveAddOn } from "../support/fake_thunderbird.mjs";
import { payloads } from "../support/payloads.mjs";
import { SampleBridge } from "../support/sample_bridge.mjs";
import { isReal, startBridge } from "../support/start_bridge.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.close());

const markup = "script:not([src]), iframe, object, embed, svg, math, img, video, base, main style, main link, [onerror], [onload], [onfocus], [ontoggle]";
const links = "http:|https:|mailto:|tel:|webcal:";

/** Nothing of the payload became an element or a link of another scheme. */
async function assertInert(page, alarms, where) {
  const found = await page.evaluate(
    ([selector, schemes]) => ({
      elements: document.querySelectorAll(selector).length,
      odd: [...document.querySelectorAll("a[href]")].map((link) => link.protocol).filter((one) => !schemes.split("|").includes(one)),
    }),
    [markup, links],
  );
  assert.deepEqual(found, { elements: 0, odd: [] }, where);
  assert.deepEqual(alarms, [], where);
}

async function walkSpace(page, alarms, payload) {
  await page.waitForSelector("gt-suggestion");
  for (const summary of await page.locator("summary").all()) await summary.click();
  await page.locator("[data-action=never]").first().click();
  await assertInert(page, alarms, `week ${payload}`);
  await page.keyboard.press("Escape");
  await page.locator("[data-action=not-now]").first().click();
  await page.waitForSelector(".toast");
  await page.evaluate(() => (location.hash = "#/people"));
  await page.waitForSelector("[role=option] .name");
  await assertInert(page, alarms, `people ${payload}`);
  await page.locator("[role=option]").first().click();
  await page.waitForSelector(".timeline");
  await assertInert(page, alarms, `person ${payload}`);
  await page.evaluate(() => (location.hash = "#/accounts"));
  await page.waitForSelector("gt-account-card");
  await page.waitForSelector(".report");
  await page.click("gt-sync-panel summary");
  await assertInert(page, alarms, `accounts ${payload}`);
}

test("thirty payloads in every text that comes from the helper stay text", { skip: isReal }, async () => {
  assert.equal(payloads.length, 30);
  for (const payload of payloads) {
    const bridge = await new SampleBridge({ people: 8, payload }).start();
    const { page, context, alarms } = await freshPage(browser);
    await openPages(page, { link: async () => bridge.link() });
    await walkSpace(page, alarms, payload);
    await context.close();
    await bridge.stop();
    assert.deepEqual(bridge.drift, []);
  }
});

test("thirty payloads typed into every field stay text", async () => {
  const bridge = await startBridge();
  const { page, context, alarms } = await freshPage(browser);
  await openPages(page, bridge, "#/people");
  await page.waitForSelector("[role=option] .name");
  await page.fill("input[type=search]", payloads[2]);
  await page.waitForSelector(".empty");
  await assertInert(page, alarms, "search");
  await page.fill("input[type=search]", "");
  await page.waitForSelector("[role=option] .name");
  await page.locator("[role=option]").first().click();
  await page.waitForSelector("gt-tags [data-add]");
  for (const payload of payloads) {
    const shown = payload.replaceAll("\u0000", "").slice(0, 100);
    await page.fill("gt-tags input", shown);
    await page.click("[data-action=add-tag]");
    await page.check("gt-log-form input[value=note]");
    await page.fill("gt-log-form textarea", payload.replaceAll("\u0000", ""));
    await page.click("[data-action=log]");
    await page.waitForFunction(() => document.querySelector("gt-log-form textarea").value === "");
    await assertInert(page, alarms, payload);
  }
  await context.close();
  await bridge.stop();
});

test("payloads in the sender, in a Thunderbird book and as a route stay text", { skip: isReal }, async () => {
  const bridge = await new SampleBridge({ people: 3 }).start();
  for (const payload of payloads) {
    const { page, context, alarms } = await freshPage(browser);
    const vCard = `BEGIN:VCARD\r\nVERSION:4.0\r\nUID:x\r\nFN:${payload}\r\nEMAIL:${payload}\r\nORG:${payload}\r\nCATEGORIES:${payload.replace(/[,;\\]/g, "\\$&")}\r\nEND:VCARD\r\n`;
    await serveAddOn(page, bridge.base);
    await fakeMessenger(page, {
      state: { phase: "ready", port: bridge.port, token: bridge.token },
      granted: ["messagesRead", "addressBooks"],
      author: `${payload} <${payload.replace(/[<>]/g, "")}>`,
      books: [{ id: "b", name: payload }],
      contacts: [{ id: "c", parentId: "b", vCard }],
    });
    await page.goto(`${bridge.base}/sender.html`);
    await page.waitForSelector("h1");
    await assertInert(page, alarms, `sender ${payload}`);
    await page.goto(`${bridge.base}/app.html#/book/c`);
    await page.waitForSelector("gt-tags");
    await assertInert(page, alarms, `contact ${payload}`);
    await page.goto(`${bridge.base}/app.html#/people/${encodeURIComponent(payload)}`);
    await page.waitForSelector(".notice");
    await assertInert(page, alarms, `route ${payload}`);
    await context.close();
  }
  await bridge.stop();
});
