// The compose window's card and the log window of the message list's menu, with a host that answers as Thunderbird does.
import assert from "node:assert/strict";
import test from "node:test";
import { openAddOn } from "../support/fake_thunderbird.mjs";
import { SampleBridge } from "../support/sample_bridge.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";

setStage({ begin: () => new SampleBridge().start() });

const addOnPage = (file, options) => openAddOn(browser, bridge, file, options);

const draft = { to: ["Ada <person0@example.org>"], cc: ["person1@example.org", "nobody@example.org"], subject: "Hello", body: "<p>On <b>compilers</b>.</p><script>never()</script>" };

test("who gets the mail, and whether an ask is fair", async () => {
  const { page, close } = await addOnPage("composing.html", { granted: ["compose"], composing: draft });
  await page.waitForSelector("[data-recipient]");
  assert.equal(await page.locator("[data-recipient]").count(), 2);
  assert.match(await page.innerText("[data-recipient='person0@example.org']"), /nothing you gave is noted yet/);
  assert.match(await page.innerText("[data-recipient='person1@example.org']"), /You gave once/);
  await close();
});

test("the text goes to the helper only when asked, as plain text, and a reader is added to the recipients", async () => {
  const { page, close } = await addOnPage("composing.html", { granted: ["compose"], composing: { ...draft, to: ["person1@example.org"], cc: [] } });
  const sent = [];
  page.on("request", (request) => sent.push(request.postData() ?? ""));
  await page.waitForSelector("[data-recipient]");
  assert.equal(sent.some((body) => body.includes("compilers")), false);
  await page.click("[data-action=share]");
  await page.waitForSelector("[data-reader]");
  const asked = sent.map((body) => (body ? JSON.parse(body) : {})).find((body) => body.text);
  assert.match(asked.text, /^Hello\nOn compilers\./);
  assert.doesNotMatch(asked.text, /<p>|<b>/);
  assert.equal(await page.locator("[data-reader] button").count(), 1, "who gets it already has no button");
  await page.click("[data-add='person0@example.org']");
  await page.waitForSelector("[data-recipient='person0@example.org'], [data-recipient*='person0']");
  const { to } = await page.evaluate(() => globalThis.fakeLog.composing);
  assert.deepEqual(to, ["person1@example.org", '"Ada Example" <person0@example.org>']);
  await close();
});

/** The card beside a mail to Ada with its scripts open. */
async function openScripts(composing) {
  const fresh = await addOnPage("composing.html", { granted: ["compose"], composing: { to: ["person0@example.org"], ...composing } });
  await fresh.page.click("[data-action=scripts]");
  await fresh.page.waitForSelector("[data-script]");
  return fresh;
}
const insert = (page, name) => page.click(`[data-script=${name}] [data-action=insert-script]`);
const composed = (page) => page.evaluate(() => globalThis.fakeLog.composing);

test("a script goes before what stands in a plain mail, and undo takes it out and its use back", async () => {
  const { page, close } = await openScripts({ plainTextBody: "-- \nMe", isPlainText: true });
  await insert(page, "thanks");
  await page.waitForSelector("[data-action=undo]");
  assert.equal((await composed(page)).plainTextBody, "Dear Ada, thank you.\n\n-- \nMe");
  assert.deepEqual(bridge.world.used, ["thanks"]);
  await page.click("[data-action=undo]");
  await page.waitForFunction(() => globalThis.fakeLog.composing.plainTextBody === "-- \nMe");
  await page.waitForFunction(() => /Taken back/.test(document.querySelector(".toast")?.textContent));
  assert.deepEqual(bridge.world.used, []);
  await close();
});

test("what a script still needs is asked for first; in an HTML mail its words stay words", async () => {
  const { page, close } = await openScripts({ body: "<p>Yours</p>", isPlainText: false });
  await insert(page, "question");
  await page.fill("[data-script=question] input[name=topic]", "<img src=x onerror=never()>");
  assert.equal((await composed(page)).body, "<p>Yours</p>", "nothing is inserted while something is missing");
  await page.click("[data-action=give-fields]");
  await page.waitForSelector("[data-action=undo]");
  const { body } = await composed(page);
  assert.match(body, /<body><p>Dear Ada, about &lt;img src=x onerror=never\(\)&gt;: may I ask\?<\/p><p>Yours<\/p><\/body>/);
  await close();
});

test("without the permission the card leads to its switch", async () => {
  const { page, close } = await addOnPage("composing.html", { composing: draft });
  await page.evaluate(() => (globalThis.close = () => {}));
  await page.click("[data-action=to-settings]");
  assert.deepEqual((await page.evaluate(() => globalThis.fakeLog.posted)).at(-1), { type: "open", route: "#/settings" });
  await close();
});

test("a log window from the message list begins with the chosen kind", async () => {
  const { page, close } = await addOnPage("sender.html?message=4&kind=received", { granted: ["messagesRead"], author: "Ada <person0@example.org>" });
  await page.waitForSelector("[name=give_kind]");
  assert.equal(await page.isChecked("[name=kind][value=received]"), true);
  await page.selectOption("[name=give_kind]", "advice");
  await page.click("[data-action=log]");
  await page.waitForSelector("[data-action=undo]");
  const [ada] = bridge.world.people.values();
  assert.deepEqual([ada.timeline[0].kind, ada.timeline[0].title], ["received", "advice"]);
  await close();
});

test("a tag is set on the card and taken back", async () => {
  const [ada] = bridge.world.people.values();
  const { page, close } = await addOnPage("sender.html", { granted: ["messagesRead"], author: "Ada <person0@example.org>" });
  await page.click("[data-add]");
  await page.waitForSelector("[data-action=undo]");
  const word = ada.tags.at(-1);
  await page.waitForSelector(`[data-remove="${word}"]`);
  await page.click("[data-action=undo]");
  await page.waitForSelector(`[data-remove="${word}"]`, { state: "detached" });
  await close();
});
