// The cards beside a message and the popup, and the space in Thunderbird, when something fails or the helper goes away.
import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { openAddOn } from "../support/fake_thunderbird.mjs";
import { SampleBridge } from "../support/sample_bridge.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";

setStage({ begin: () => new SampleBridge({ people: 20 }).start() });

const ready = () => ({ phase: "ready", port: bridge.port, token: bridge.token });
const byAda = { granted: ["messagesRead", "compose"], author: "Ada Example <person0@example.org>", composing: { to: ["person0@example.org"], subject: "compilers" } };
const refusal = { status: 500, contentType: "application/problem+json", body: JSON.stringify({ type: "about:blank", kind: "storage", title: "Refused", status: 500, detail: "The disk cannot be read." }) };

const cards = [
  ["popup.html", "**/api/v1/status", ".report p"],
  ["sender.html", "**/api/v1/people/by-email**", "[data-log]"],
  ["composing.html", "**/api/v1/recipients", "[data-guard]"],
];
for (const [file, address, content] of cards) {
  test(`${file} says what failed and reads again when asked`, async () => {
    const { page, close } = await openAddOn(browser, bridge, "icons/goodturn.svg", byAda);
    await page.route(address, (route) => route.fulfill(refusal));
    await page.goto(`${bridge.base}/${file}`);
    await page.waitForSelector("main [role=alert]");
    assert.match(await page.innerText("main [role=alert]"), /The disk cannot be read/);
    await assertAccessible(page, `${file}, failed`);
    await page.unroute(address);
    await page.click("[data-action=read-again]");
    await page.waitForSelector(content);
    assert.equal(await page.locator("main [role=alert]").count(), 0);
    await close();
  });
}

/** The background script tells the page how the link stands. */
const tell = (page, state) => page.evaluate((wanted) => globalThis.fakeLog.port.onMessage.fire({ type: "link", state: wanted }), state);

const places = [
  ["the card beside a message", "sender.html?message=1&kind=note"],
  ["a person's page", "app.html#/people/urn%3Auuid%3A00000000-0000-4000-8000-000000000000"],
];
for (const [name, file] of places) {
  test(`a half-written note outlives a helper that restarts, and one that is gone for a while: ${name}`, async () => {
    const { page, close } = await openAddOn(browser, bridge, file, byAda);
    const note = page.locator("gt-log-form textarea");
    await note.fill("Half a thought");
    await tell(page, { phase: "connecting" });
    assert.equal(await note.inputValue(), "Half a thought");
    await tell(page, { phase: "failed", kind: "stopped", what: "" });
    await page.waitForSelector(".connection [data-action=retry]");
    assert.equal(await note.isVisible(), false, "nothing can be pressed that would not work");
    await tell(page, { phase: "connecting" });
    await tell(page, ready());
    await note.waitFor({ state: "visible" });
    assert.equal(await note.inputValue(), "Half a thought");
    assert.equal(await page.locator(".connection").count(), 0);
    await close();
  });
}

test("of one's own message to several people one says about whom it is, and the form stays what was asked for", async () => {
  const [, ben, cora] = [...bridge.world.people.values()];
  const own = { ...byAda, author: "Me <ada@example.org>", recipients: ["Nobody <nobody@example.org>", `Ben <${ben.emails[0]}>`, `Cora <${cora.emails[0]}>`] };
  const { page, close } = await openAddOn(browser, bridge, "sender.html?message=1&kind=gave", own);
  await page.waitForSelector("[data-action=who]");
  await assertAccessible(page, "a message to several");
  assert.equal(await page.innerText("h1"), ben.name);
  await page.selectOption("[data-action=who]", cora.uid);
  assert.equal(await page.innerText("h1"), cora.name);
  await page.fill("gt-log-form textarea", "A map of the coast");
  await page.click("[data-action=log]");
  await page.waitForSelector("[data-action=undo]");
  assert.equal(cora.timeline[0].text, "A map of the coast");
  assert.notEqual(ben.timeline[0].text, "A map of the coast");
  await page.waitForFunction(() => document.querySelector("gt-log-form textarea").value === "");
  assert.equal(await page.inputValue("[data-action=who]"), cora.uid);
  assert.equal(await page.isChecked("gt-log-form [value=gave]"), true);
  await close();
});

test("a card that cannot be read again after logging keeps its form", async () => {
  const { page, close } = await openAddOn(browser, bridge, "sender.html?message=1&kind=note", byAda);
  await page.fill("gt-log-form textarea", "Logged all the same");
  await page.route("**/api/v1/people/by-email**", (route) => route.fulfill(refusal));
  await page.click("[data-action=log]");
  await page.waitForSelector("main [role=alert]");
  assert.equal(await page.locator("gt-log-form").count(), 1);
  await page.unroute("**/api/v1/people/by-email**");
  await page.click("[data-action=read-again]");
  await page.waitForSelector("main [role=alert]", { state: "detached" });
  await close();
});

test("in the card the pointer goes from a role straight down to its meaning, stays on it, and Escape closes it", async () => {
  const { page, close } = await openAddOn(browser, bridge, "sender.html", { granted: ["messagesRead"], author: "Ada <person0@example.org>" });
  await page.waitForSelector("gt-tags [data-add]");
  const offers = page.locator("gt-tags .glossed:has([data-add])");
  const count = await offers.count();
  assert.ok(count > 3);
  for (let at = 0; at < count; at += 1) {
    const gloss = offers.nth(at).locator(".gloss");
    const isShown = () => gloss.evaluate((one) => getComputedStyle(one).visibility === "visible");
    await offers.nth(at).locator("button").hover();
    const [chip, below] = [await offers.nth(at).locator("button").boundingBox(), await gloss.boundingBox()];
    const x = chip.x + chip.width / 2;
    assert.ok(below.x <= x && x <= below.x + below.width && below.y >= chip.y + chip.height, `gloss ${at} is not below its chip`);
    await page.mouse.move(x, below.y + below.height / 2, { steps: 12 });
    assert.equal(await isShown(), true, `gloss ${at} went away on the way to it`);
    await page.keyboard.press("Escape");
    assert.equal(await isShown(), false, `Escape leaves gloss ${at}`);
    await page.mouse.move(0, 0);
  }
  await close();
});
