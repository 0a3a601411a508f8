import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal, startBridge } from "../support/start_bridge.mjs";

setStage();

const cards = (page) => page.locator("gt-suggestion").count();
const undo = async (page, count) => {
  await page.locator("[data-action=undo]").click();
  await page.waitForFunction((wanted) => document.querySelectorAll("gt-suggestion").length === wanted, count);
};

/** Opens the draft as the mail program would, and gives what it was asked to open. */
async function openedBy(page, draft) {
  await page.evaluate(() => {
    globalThis.opened = [];
    globalThis.messenger = { compose: { beginNew: async (details) => globalThis.opened.push(details) } };
  });
  await draft.locator("[data-action=open-draft]").click();
  await page.waitForFunction(() => globalThis.opened.length === 1);
  return page.evaluate(() => globalThis.opened[0]);
}

test("the link's code is exchanged once and leaves the address bar", async () => {
  const { page, close } = await freshPage(browser, { newcomer: true });
  const link = await bridge.link();
  await page.goto(link);
  await page.waitForSelector("gt-suggestion");
  assert.equal(new URL(page.url()).hash, "#/week");
  assert.equal(await page.evaluate(() => Object.keys(localStorage).length + document.cookie.length), 0);
  await page.reload();
  await page.waitForSelector("gt-suggestion");
  const other = await freshPage(browser);
  await other.page.goto(link);
  await other.page.waitForSelector(".connection");
  assert.match(await other.page.textContent(".connection"), /used already/);
  await other.close();
  await close();
});

test("done, later, not now and never take a card off, and undo brings it back", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await page.waitForSelector("gt-suggestion");
  const count = await cards(page);
  const steps = {
    done: async () => page.locator("[data-action=done]").first().click(),
    note: async () => {
      await page.locator("[data-action=note]").first().click();
      await page.fill("dialog textarea", "Spoke about tides");
      await page.selectOption("dialog select", "call");
      await page.click("dialog [data-action=agree]");
    },
    week: async () => (await page.locator("[data-action=later]").first().click(), page.click("[data-choice=week]")),
    month: async () => (await page.locator("[data-action=later]").first().click(), page.click("[data-choice=month]")),
    day: async () => {
      await page.locator("[data-action=later]").first().click();
      await page.click("[data-choice=date]");
      await page.click("dialog [data-action=agree]");
    },
    "not-now": async () => page.locator("[data-action=not-now]").first().click(),
    never: async () => {
      await page.locator("[data-action=never]").first().click();
      await page.click("dialog [data-action=agree]");
    },
  };
  for (const [name, take] of Object.entries(steps)) {
    await take();
    await page.waitForSelector("[data-action=undo]");
    await page.waitForFunction((before) => document.querySelectorAll("gt-suggestion").length !== before, count, { timeout: 5000 }).catch(() => assert.fail(`${name} left the card`));
    await undo(page, count);
  }
  await close();
});

test("never does nothing until it is confirmed", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await page.waitForSelector("gt-suggestion");
  const count = await cards(page);
  await page.locator("[data-action=never]").first().click();
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.equal(await cards(page), count);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.action), "never");
  await close();
});

test("each suggestion names its factors, and the calendar's address can be had", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await page.waitForSelector("gt-suggestion");
  const card = page.locator("gt-suggestion", { hasText: "Keep in touch" }).first();
  await card.locator(".changes summary").click();
  assert.match(await card.locator(".changes").innerText(), /you have reached out[\s\S]*Meaning[\s\S]*\d/);
  await page.click("[data-action=show-in-calendar]");
  await page.waitForSelector("[data-action=add-calendar]");
  assert.match(await page.getAttribute("[data-action=add-calendar]", "href"), /^webcal:\/\/127\.0\.0\.1:\d+\/Goodturn\.ics\?token=/);
  assert.match(await page.inputValue("gt-feed input"), /^http:\/\/127\.0\.0\.1:\d+\/Goodturn\.ics\?token=/);
  await close();
});

test("an empty week explains itself", { skip: isReal }, async () => {
  const empty = await startBridge({ people: 0 });
  const { page, close } = await freshPage(browser);
  await openPages(page, empty);
  await page.waitForSelector(".empty");
  assert.match(await page.textContent(".empty"), /tag a few people/);
  await close();
  await empty.stop();
});

test("a page that loses its helper says so and goes on when it is back", { skip: isReal }, async () => {
  const own = await startBridge();
  const { page, close } = await freshPage(browser);
  await openPages(page, own);
  await page.waitForSelector("gt-suggestion");
  const { port } = own.sample;
  await own.stop();
  await page.locator("[data-action=done]").first().click();
  await page.waitForSelector(".notice");
  assert.match(await page.textContent(".notice"), /does not answer/);
  const { SampleBridge } = await import("../support/sample_bridge.mjs");
  const again = new SampleBridge();
  again.token = own.sample.token;
  await again.start(port);
  await page.locator("[data-action=done]").first().click();
  await page.waitForSelector("[data-action=undo]");
  await close();
  await again.stop();
});

test("who rests can be revived, slowed down or let go", { skip: isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await page.waitForSelector("[data-resting]");
  const left = (wanted) => page.waitForFunction((count) => document.querySelectorAll("[data-resting]").length === count, wanted);
  for (const [after, action] of [[2, "revive"], [1, "slower"], [0, "let-go"]]) {
    await page.locator(`[data-resting] [data-action=${action}]`).first().click();
    await left(after);
    await page.click("[data-action=undo]");
    await left(after + 1);
    await page.locator(`[data-resting] [data-action=${action}]`).first().click();
    await left(after);
  }
  await close();
});

test("who was in the lists of a month stands below, in lines with their counts", async () => {
  const { page, close } = await freshPage(browser);
  const answer = page.waitForResponse((response) => response.url().endsWith("/api/v1/week"));
  await openPages(page, bridge);
  await page.waitForSelector("gt-suggestion");
  const told = (await (await answer).json()).exposure.filter((row) => row.ratio !== undefined);
  const lines = await page.locator("[data-exposure] li").allInnerTexts();
  assert.equal(lines.length, told.length);
  for (const [at, { shown, shown_of: of, alive, alive_of: living }] of told.entries()) assert.ok(lines[at].endsWith(`: ${shown} of ${of}; among your living contacts ${alive} of ${living}.`), lines[at]);
  if (!isReal) {
    // 60 people of four organisations in turn, every fifth of them alive, the first ten in the lists.
    assert.deepEqual(lines, ["Of your organisation: 3 of 10; among your living contacts 3 of 12.", "Of other organisations: 7 of 10; among your living contacts 9 of 12."]);
    // Too little to say: no line and no heading.
    await page.route("**/api/v1/week", async (route) => {
      const week = await (await route.fetch()).json();
      await route.fulfill({ json: { ...week, exposure: week.exposure.map((row) => ({ ...row, ratio: undefined })) } });
    });
    await page.reload();
    await page.waitForSelector("gt-suggestion");
    assert.equal(await page.locator("[data-exposure]").count(), 0);
  }
  await close();
});

test("the purpose stands above the list, or is asked for once and not again", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await page.waitForSelector("gt-suggestion");
  await page.waitForSelector(".purpose-line");
  assert.ok((await page.innerText(".purpose-line bdi")).length > 10);
  await page.route("**/api/v1/purpose", (route) => (route.request().method() === "GET" ? route.fulfill({ json: { text: "", should_ask: true } }) : route.fulfill({ json: { text: "", should_ask: false, undo: "none" } })));
  await page.reload();
  await page.click("[data-action=no-purpose]");
  await page.waitForSelector(".purpose", { state: "detached" });
  await close();
});

test("budget and quiet hours are in reach and can be taken back", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await page.waitForSelector("gt-suggestion");
  const before = await cards(page);
  await page.click(".limits > summary");
  await page.fill("[data-action=week-budget]", "1");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => document.querySelectorAll("gt-suggestion").length === 1);
  await undo(page, before);
  await page.route("**/api/v1/settings", (route) => (route.request().method() === "PATCH" ? route.abort() : route.continue()));
  const budget = await page.inputValue("[data-action=week-budget]");
  await page.fill("[data-action=week-budget]", "17");
  await page.keyboard.press("Tab");
  await page.waitForSelector(".limits [role=alert]");
  assert.equal(await page.inputValue("[data-action=week-budget]"), budget, "what was refused is not shown as set");
  await page.unroute("**/api/v1/settings");
  await page.fill(".limits [name=from]", "19:30");
  await page.fill(".limits [name=until]", "07:15");
  await page.click("[data-action=quiet-hours]");
  await page.waitForFunction(() => /Quiet from 19:30 until 07:15/.test(document.querySelector(".toast")?.textContent));
  await page.reload();
  await page.waitForSelector("gt-suggestion");
  await page.click(".limits > summary");
  await page.waitForFunction(() => document.querySelector(".limits [name=from]").value === "19:30");
  await close();
});

test("a follow-up waits until they write, and comes back by undo", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await page.waitForSelector("gt-suggestion");
  const before = await cards(page);
  await page.locator("[data-action=later]").first().click();
  await page.click("[data-choice=they-write]");
  await page.waitForFunction(() => /not before they write/.test(document.querySelector(".toast")?.textContent));
  await undo(page, before);
  await close();
});

test("a draft is put into one's own words and opened, never sent", async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await page.waitForSelector("gt-suggestion .draft");
  const draft = page.locator("gt-suggestion .draft").first();
  await draft.locator("summary").click();
  await draft.locator("[name=subject]").fill("Tides");
  await draft.locator("[name=body]").fill("Hello, in my own words.");
  const details = await openedBy(page, draft);
  assert.deepEqual([details.subject, details.plainTextBody], ["Tides", "Hello, in my own words."]);
  assert.match(details.to[0], /@example\.org$/);
  await close();
});

test("each step of an introduction has its letter: one to each, the last to both", { skip: isReal }, async () => {
  const own = await startBridge();
  const [first, second] = own.sample.world.people.values();
  const suggestion = own.sample.world.suggestions.find((one) => one.rule === "introduce");
  Object.assign(suggestion, { person: first.uid, person_name: first.name, other: second.uid, other_name: second.name });
  for (const [step, words, receivers] of [["ask-a", /May I introduce you/, 1], ["introduce", /as promised to both of you/, 2]]) {
    Object.assign(suggestion, { step });
    const { page, close } = await freshPage(browser);
    await openPages(page, own);
    const draft = page.locator(`[data-suggestion="${suggestion.id}"] .draft`);
    await draft.locator("summary").click();
    assert.match(await draft.locator("[name=body]").inputValue(), words);
    assert.equal(new Set((await openedBy(page, draft)).to).size, receivers);
    await close();
  }
  await own.stop();
});

test("a meeting is prepared for, and what was hoped for is noted and taken back", async () => {
  if (isReal) await addMeeting();
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  const meeting = page.locator("[data-meeting]", { hasText: isReal ? "Locks and weirs" : "Harbour board" });
  await meeting.waitFor();
  assert.ok((await meeting.locator("h4 a").first().textContent()).length > 2, "somebody who is known");
  assert.ok((await meeting.locator("details li li").count()) >= 1, "something to remember");
  await meeting.locator("[name=text]").fill("Why the locks leak");
  await meeting.locator("[data-action=note-lesson]").click();
  await page.waitForSelector(".toast [data-action=undo]");
  await page.reload();
  await meeting.waitFor();
  assert.equal(await meeting.locator("[name=text]").inputValue(), "Why the locks leak");
  await assertAccessible(page, "week with a meeting");
  await meeting.locator("[name=text]").fill("Something else");
  await meeting.locator("[data-action=note-lesson]").click();
  await page.waitForSelector(".toast [data-action=undo]");
  await page.click("[data-action=undo]");
  await meeting.locator("[name=text]").evaluate((field) => new Promise((resolve) => {
    const look = () => (field.value === "Why the locks leak" ? resolve() : setTimeout(look, 50));
    look();
  }));
  await close();
});

/** An event in three hours with one of the sample's people, synced. */
async function addMeeting() {
  const stamp = (hours) => new Date(Date.now() + hours * 3600000).toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:test", "BEGIN:VEVENT", "UID:soon", `DTSTAMP:${stamp(0)}`, `DTSTART:${stamp(3)}`, `DTEND:${stamp(4)}`, "SUMMARY:Locks and weirs",
    "ORGANIZER:mailto:alex@example.org", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:alex@example.org", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:hugo.adeyemi@example.org", "END:VEVENT", "END:VCALENDAR", ""];
  await writeFile(path.join(bridge.folder, "meetings", "soon.ics"), lines.join("\r\n"));
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/accounts");
  await page.click("[data-action=sync]");
  await page.waitForSelector(".report p", { timeout: 30000 });
  await close();
}
