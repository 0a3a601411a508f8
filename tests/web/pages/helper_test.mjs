// What only the real helper can show: files that change, a calendar that is served, folders and servers that are not there.
import assert from "node:assert/strict";
import { mkdir, readFile, readdir } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { connectBridge } from "../../../plugin/src/bridge/client.js";
import "../support/words.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { brokenEvent } from "../support/contract.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal } from "../support/start_bridge.mjs";
import { allowTagging, openPerson, peopleRows } from "../support/steps.mjs";

const onlyReal = { skip: !isReal };
setStage({ onlyReal: true });

/** All cards of the sample's address book: file name → text. */
async function readCards() {
  const place = path.join(bridge.folder, "contacts");
  const names = (await readdir(place)).filter((name) => name.endsWith(".vcf"));
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(path.join(place, name), "utf8")])));
}

const others = (card) => card.split("\r\n").filter((line) => !line.startsWith("CATEGORIES"));
const categories = (card) => card.split("\r\n").filter((line) => line.startsWith("CATEGORIES"));

test("without write back tagging is off and says what to do", onlyReal, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  const [first] = await peopleRows(page);
  await openPerson(page, first.uid);
  assert.match(await page.innerText("gt-tags"), /Write tags back/);
  assert.equal(await page.locator("[data-add], gt-tags input").count(), 0);
  await close();
});

test("a tag changes the CATEGORIES line of that one card's file, undo gives back the file as it was", onlyReal, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await allowTagging(page);
  const tagged = (await peopleRows(page)).find((row) => row.tags.length > 0);
  await openPerson(page, tagged.uid);
  await page.waitForSelector("gt-tags [data-add]");
  const cards = await readCards();
  await page.fill("gt-tags input", "rowing, and; more");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".toast [data-action=undo]");
  const now = await readCards();
  const changed = [...now].filter(([name, text]) => cards.get(name) !== text);
  assert.equal(changed.length, 1);
  const [[name, text]] = changed;
  assert.ok(text.includes(`UID:${tagged.uid}\r\n`));
  assert.deepEqual(others(text), others(cards.get(name)));
  assert.equal(categories(text).length, 1);
  assert.match(categories(text)[0], /,rowing\\, and\\; more$/);
  await page.click("[data-action=undo]");
  await page.waitForSelector('[data-remove="rowing, and; more"]', { state: "detached" });
  assert.deepEqual(await readCards(), cards);
  await close();
});

test("a long timeline is shown in part, then whole, and the keyboard goes on where the part ended", onlyReal, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  for (const { uid } of await peopleRows(page)) {
    await openPerson(page, uid);
    if (await page.locator("[data-action=whole-timeline]").count()) break;
  }
  const moments = page.locator(".timeline li");
  assert.equal(await moments.count(), 40);
  const whole = Number(/\d+/.exec(await page.innerText("[data-action=whole-timeline]"))[0]);
  await page.focus("[data-action=whole-timeline]");
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-action=whole-timeline]", { state: "detached" });
  assert.equal(await moments.count(), whole);
  assert.equal(await page.evaluate(() => [...document.querySelectorAll(".timeline li")].indexOf(document.activeElement)), 40);
  const days = await page.locator(".timeline time").evaluateAll((all) => all.map((one) => one.dateTime));
  assert.deepEqual(days, [...days].sort().reverse());
  await close();
});

test("the follow-ups calendar is served at its address, and a new address ends the old one", onlyReal, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await page.waitForSelector("gt-suggestion");
  const names = await page.locator("gt-suggestion h2").allInnerTexts();
  await page.click("[data-action=show-in-calendar]");
  const address = await page.inputValue("gt-feed input");
  const answer = await fetch(address);
  const calendar = (await answer.text()).replace(/\r\n[ \t]/g, "");
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get("content-type"), /^text\/calendar/);
  for (const name of names) assert.ok(calendar.includes(name), `${name} is not in the calendar`);
  assert.equal(calendar.match(/^BEGIN:VTODO/gm).length >= names.length, true);
  const former = new URL(address);
  assert.equal(former.pathname, "/Goodturn.ics");
  former.pathname = "/follow-ups.ics";
  assert.equal((await fetch(former)).status, 200, "a calendar that was subscribed to earlier goes on");
  await page.evaluate(() => (location.hash = "#/settings"));
  await page.click("[data-action=reset-feed]");
  await page.click("dialog [data-action=agree]");
  await page.waitForSelector(".toast");
  assert.ok((await fetch(address)).status >= 400);
  await close();
});

test("addresses that lead nowhere are explained, nothing typed is lost", onlyReal, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/accounts");
  const explained = async (url, words) => {
    await page.fill("[name=url]", url);
    await page.click("[data-action=test-account]");
    await page.waitForFunction((wanted) => new RegExp(wanted, "s").test(document.querySelector("gt-account-setup .notice")?.innerText ?? ""), words);
    assert.equal(await page.inputValue("[name=url]"), url);
  };
  const empty = path.join(bridge.folder, "..", "empty");
  await mkdir(empty);
  await explained(path.join(bridge.folder, "..", "nowhere"), "no such folder");
  await explained(empty, "holds \\.vcf or \\.ics files");
  await explained(`${bridge.base}/`, "[Cc]heck the address|may lead to an ordinary web page");
  await page.fill("[name=user]", "alex@example.org");
  await explained(bridge.folder, "set up already");
  await close();
});

test("events of a sync keep to the contract and end with the report", onlyReal, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  const token = await page.evaluate(() => sessionStorage.getItem("goodturn-token"));
  const helper = connectBridge({ base: bridge.base, token });
  const ending = new AbortController();
  const events = [];
  const stream = helper.streamEvents({ signal: ending.signal });
  const heard = (async () => {
    for await (const { event, data } of stream) {
      if (event !== "sync") continue;
      events.push(JSON.parse(data));
      if (events.at(-1).phase === "finished") return;
    }
  })();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await helper.startSync();
  await heard;
  ending.abort();
  assert.deepEqual(events.flatMap(brokenEvent), []);
  assert.ok(events.length > 1, "only the end was told");
  assert.equal(events.at(-1).report.finished, true);
  assert.deepEqual(events.at(-1).report.accounts[0].collections.map((one) => one.name).sort(), ["Contacts", "Journal", "Meetings"]);
  await close();
});
