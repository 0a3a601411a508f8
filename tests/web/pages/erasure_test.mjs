import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal } from "../support/start_bridge.mjs";
import { openPerson } from "../support/steps.mjs";

setStage();

async function openSettings() {
  const fresh = await freshPage(browser);
  await openPages(fresh.page, bridge, "#/settings");
  await fresh.page.waitForSelector("gt-own-copy button");
  return fresh;
}

/** Counts requests that change something. */
function counted(page) {
  const sent = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url().split("/api/v1/")[1]));
  return sent;
}

test("everything is exported from the settings, with the keyboard, and the page says where it is and what stayed", { skip: isReal }, async () => {
  const { page, close } = await openSettings();
  await page.focus("[data-action=export]");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("gt-own-copy [role=status]")?.innerText.includes("goodturn-export"));
  const text = await page.innerText("gt-own-copy");
  assert.match(text, /Everything is in \/home\/alex\/goodturn-export-2026-11-22\. 40 items\. 2 reflections stayed here\./);
  await page.check("[data-action=reflections]");
  await page.click("[data-action=export]");
  await page.waitForFunction(() => !document.querySelector("gt-own-copy").innerText.includes("stayed here"));
  await assertAccessible(page);
  await close();
});

test("only the word itself erases a person, after saying what goes and what stays", { skip: isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  const [uid, other] = [...(bridge.sample ?? bridge).world.people.keys()];
  await openPerson(page, uid);
  const sent = counted(page);
  await page.click("[data-action=erase-person]");
  await page.waitForSelector("dialog [data-field=word]");
  const text = await page.innerText("dialog");
  assert.match(text, /It takes:[\s\S]*4 notes, gifts, promises and tasks[\s\S]*It leaves:[\s\S]*3 meetings of your calendars that name them[\s\S]*cannot be taken back/);
  await assertAccessible(page);
  for (const word of ["", "erase it"]) {
    await page.fill("dialog [data-field=word]", word);
    await page.click("dialog [data-action=agree]");
    assert.equal(await page.locator("dialog").count(), 1);
  }
  assert.deepEqual(sent, []);
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  await page.click("[data-action=erase-person]");
  await page.check("dialog [data-field=on-server]");
  await page.fill("dialog [data-field=word]", "erase");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash === "#/people");
  const { world } = bridge.sample ?? bridge;
  assert.deepEqual([world.erased, world.people.has(uid), world.people.has(other)], [{ uid, confirm: true, on_server: true }, false, true]);
  await close();
});

test("only the word itself erases everything; servers are named as what stays", { skip: isReal }, async () => {
  const { page, close } = await openSettings();
  const { world } = bridge.sample ?? bridge;
  const { name } = world.accounts[0];
  const people = world.people.size;
  await page.click("[data-action=erase-everything]");
  await page.waitForSelector("dialog [data-field=word]");
  assert.ok((await page.innerText("dialog")).includes(`“${name}”, as it is`));
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.equal(world.people.size, people);
  await page.click("[data-action=erase-everything]");
  await page.fill("dialog [data-field=word]", "erase");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".toast");
  assert.equal(world.people.size, 0);
  await close();
});
