import assert from "node:assert/strict";
import test from "node:test";
import { openAddOn } from "../support/fake_thunderbird.mjs";
import { SampleBridge } from "../support/sample_bridge.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";

setStage({ begin: () => new SampleBridge({ people: 40 }).start() });

const ready = () => ({ phase: "ready", port: bridge.port, token: bridge.token });

/** A page of the add-on in a fresh context with a fake Thunderbird. */
const addOnPage = (file, options) => openAddOn(browser, bridge, file, options);

const posted = (page) => page.evaluate(() => globalThis.fakeLog.posted);

test("opening the popup syncs at once, shows progress and one line of report", async () => {
  const { page, close } = await addOnPage("popup.html");
  await page.waitForSelector("progress");
  await page.waitForFunction(() => /of 60/.test(document.querySelector(".progress")?.textContent ?? ""));
  await page.waitForSelector(".report p");
  assert.match(await page.innerText(".report p"), /2 people changed/);
  await page.evaluate(() => (globalThis.close = () => {}));
  await page.click("[data-action=open-week]");
  assert.deepEqual(await posted(page), [{ type: "open", route: "#/week" }]);
  await close();
});

test("the popup cancels a sync", async () => {
  const { page, close } = await addOnPage("popup.html");
  await page.click("[data-action=cancel]");
  await page.waitForFunction(() => /Cancelled/.test(document.querySelector(".report")?.textContent ?? ""));
  await close();
});

test("without the helper the popup explains how to install it and tries again", async () => {
  const { page, close } = await addOnPage("popup.html", { state: { phase: "failed", kind: "missing", what: "No such native application" } });
  await page.waitForSelector("[data-action=retry]");
  assert.match(await page.innerText(".connection"), /not installed yet[\s\S]*make install/);
  await page.click("[data-action=retry]");
  assert.deepEqual(await posted(page), [{ type: "retry" }]);
  await page.evaluate((state) => globalThis.fakeLog.port.onMessage.fire({ type: "link", state }), ready());
  await page.waitForSelector("gt-sync-panel");
  await close();
});

test("without an account the popup leads to adding one", async () => {
  const own = await new SampleBridge({ people: 0 }).start();
  const { page, close } = await addOnPage("popup.html", { state: { phase: "ready", port: own.port, token: own.token } });
  // The page stands on another port than this bridge; in Thunderbird the host permission allows that, here the browser may not.
  await page.route(`${own.base}/**`, async (route) => {
    const answer = await fetch(route.request().url(), { method: route.request().method(), headers: route.request().headers() });
    await route.fulfill({ status: answer.status, body: await answer.text(), headers: { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*", "Content-Type": "application/json" } });
  });
  await page.reload();
  await page.waitForSelector("[data-action=add-first]");
  await page.evaluate(() => (globalThis.close = () => {}));
  await page.click("[data-action=add-first]");
  assert.deepEqual(await posted(page), [{ type: "open", route: "#/welcome" }]);
  await close();
  await own.stop();
});

test("the sender card asks for its permission, then shows who wrote, and logs", async () => {
  const { page, close } = await addOnPage("sender.html", { author: "Ada Example <PERSON0@example.org>" });
  await page.click("[data-action=allow]");
  await page.waitForSelector("[data-log]");
  const text = await page.innerText("main");
  assert.match(text, /Ada Example[\s\S]*Last contact[\s\S]*You promised[\s\S]*tides/);
  await page.click("[data-log=mail]");
  await page.waitForSelector("[data-action=undo]");
  const ada = [...bridge.world.people.values()][0];
  assert.equal(ada.timeline[0].channel, "mail");
  await page.click("[data-action=undo]");
  await page.waitForFunction(() => /Taken back/.test(document.querySelector(".toast").textContent));
  assert.equal(ada.timeline[0].kind, "meeting");
  await close();
});

test("an unknown sender and no message are explained", async () => {
  const stranger = await addOnPage("sender.html", { granted: ["messagesRead"], author: "Zoe <zoe@example.org>" });
  await stranger.page.waitForFunction(() => /in none of the address books/.test(document.body.textContent));
  await stranger.close();
  const nobody = await addOnPage("sender.html", { granted: ["messagesRead"] });
  await nobody.page.waitForFunction(() => /No message is open/.test(document.body.textContent));
  await nobody.close();
});

test("people only in Thunderbird are listed, tagged through Thunderbird, and never told to the helper", async () => {
  const secret = "Kim Onlyhere";
  const vCard = `BEGIN:VCARD\r\nVERSION:4.0\r\nUID:only-here\r\nFN:${secret}\r\nEMAIL:kim@onlyhere.example.org\r\nNOTE:keep me\r\nEND:VCARD\r\n`;
  const known = "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:another\r\nFN:Ada Again\r\nEMAIL:person0@example.org\r\nEND:VCARD\r\n";
  const { page, close } = await addOnPage("app.html#/people", {
    granted: ["addressBooks"],
    books: [{ id: "b", name: "Personal" }],
    contacts: [{ id: "c1", parentId: "b", vCard }, { id: "c2", parentId: "b", vCard: known }],
  });
  const sent = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  await page.waitForFunction(() => /41 people, 1 of them only in Thunderbird/.test(document.querySelector("[role=status]").textContent));
  await page.focus("[role=listbox]");
  await page.keyboard.press("End");
  await page.waitForFunction((name) => document.querySelector('[data-index="40"]')?.textContent.includes(name), secret);
  await page.keyboard.press("Enter");
  await page.waitForSelector("gt-contact [data-add=mentor]");
  await page.click("[data-add=mentor]");
  await page.waitForSelector("[data-remove=mentor]");
  const updates = await page.evaluate(() => globalThis.fakeLog.updates);
  assert.deepEqual(updates, [{ id: "c1", vCard: vCard.replace("END:", "CATEGORIES:mentor\r\nEND:") }]);
  await page.click("[data-action=undo]");
  await page.waitForSelector("[data-remove=mentor]", { state: "detached" });
  assert.equal((await page.evaluate(() => globalThis.fakeLog.updates)).at(-1).vCard, vCard);
  assert.deepEqual(sent.filter((one) => /onlyhere|only-here|Kim/i.test(one)), []);
  await close();
});

test("all people are read once for Thunderbird's books, again after a sync, and not at each change", async () => {
  const { page, close } = await addOnPage("app.html#/people", { granted: ["addressBooks"], books: [{ id: "b", name: "Personal" }] });
  await page.waitForSelector("[role=option] .name");
  const reads = () => bridge.requests.filter((one) => one.startsWith("GET /api/v1/people?limit=500")).length;
  const wait = async (count) => {
    for (let tries = 0; reads() < count && tries < 50; tries += 1) await page.waitForTimeout(100);
    await page.waitForTimeout(300);
    return reads();
  };
  const before = await wait(reads() || 1);
  const changed = () => page.waitForResponse((answer) => answer.url().includes("/people?") && !answer.url().includes("limit=500"));
  for (let change = 0; change < 3; change += 1) {
    const searched = changed();
    bridge.tell("changed");
    await searched;
  }
  assert.equal(await wait(before), before);
  bridge.tell("sync", { phase: "finished", report: bridge.world.report });
  bridge.tell("changed");
  assert.equal(await wait(before + 1), before + 1);
  await close();
});

const kim = "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:kim\r\nFN:Kim Example\r\nCATEGORIES:choir\r\nEND:VCARD\r\n";
const withKim = { granted: ["addressBooks"], books: [{ id: "b", name: "Personal" }], contacts: [{ id: "kim", parentId: "b", vCard: kim }] };

test("adding a tag that a contact has changes nothing, so nothing can be taken back", async () => {
  const { page, close } = await addOnPage("app.html#/book/kim", withKim);
  await page.waitForSelector("gt-tags [data-remove=choir]");
  await page.fill("gt-tags input", "Choir");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".toast");
  assert.equal(await page.locator("[data-action=undo]").count(), 0);
  assert.deepEqual(await page.evaluate(() => globalThis.fakeLog.updates), []);
  await close();
});

test("a contact that is gone is told from books that may not be looked into", async () => {
  const gone = await addOnPage("app.html#/book/other", withKim);
  await gone.page.waitForSelector("gt-contact [role=alert]");
  assert.match(await gone.page.innerText("gt-contact"), /no such contact any more/);
  assert.equal(await gone.page.locator("[data-action=read-again]").count(), 1);
  await gone.close();
  const { page, close } = await addOnPage("app.html#/book/kim", { ...withKim, granted: [] });
  await page.click("gt-contact [data-action=allow-books]");
  await page.waitForSelector("gt-tags [data-remove=choir]");
  assert.match(await page.innerText("h1"), /Kim Example/);
  await close();
});

test("inside Thunderbird, where webcal links are dead, the calendar's address is copied instead", async () => {
  const { page, context, close } = await addOnPage("app.html");
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: bridge.base });
  await page.click("[data-action=show-in-calendar]");
  await page.waitForSelector("gt-feed ol");
  assert.equal(await page.locator('a[href^="webcal:"]').count(), 0);
  await page.click("[data-action=copy]");
  await page.waitForSelector(".toast");
  const { url } = await (await fetch(`${bridge.base}/api/v1/feed`, { headers: { Authorization: `Bearer ${bridge.token}` } })).json();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), url);
  await close();
});
