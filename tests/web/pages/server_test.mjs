// The pages about accounts, syncs and their history with the real helper and a real server, while another program changes
// things there: what the made-up bridge of the other tests can only claim.
import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import test, { after } from "node:test";
import { startServer } from "../../host/support/servers.mjs";
import { client, startTokenGate } from "../../host/support/token_gate.mjs";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { alice, startDavServer } from "../support/dav_server.mjs";
import { foreignTexts } from "../support/foreign_words.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal, startEmpty } from "../support/start_bridge.mjs";
import { closeToast, openPerson } from "../support/steps.mjs";

const onlyReal = { skip: !isReal };
const crowd = Array.from({ length: 30 }, (_, at) => ({ uid: `crowd-${at}`, name: `Crowd Example${at}` }));
let server;
setStage({
  onlyReal: true,
  begin: async () => {
    server = await startDavServer([{ uid: "anna", name: "Anna Berg" }, { uid: "bela", name: "Bela Example" }, { uid: "cleo", name: "Cleo Example" }, ...crowd]);
    return startEmpty();
  },
});
after(() => server?.stop());

const goTo = (page, place) => page.evaluate((wanted) => (location.hash = `#/${wanted}`), place);

async function opened(place) {
  const fresh = await freshPage(browser);
  await openPages(fresh.page, bridge, `#/${place}`);
  return fresh;
}

/** Presses "Sync now" and answers what the page says at its end. */
async function syncNow(page) {
  await goTo(page, "accounts");
  await page.click("[data-action=sync]");
  await page.waitForSelector("progress", { state: "detached", timeout: 30000 });
  await page.waitForSelector("gt-sync-panel .report > p");
  return page.innerText("gt-sync-panel .report");
}

/** Answers the question of the open dialog with yes and waits for what happens then. */
async function agree(page, ended) {
  await page.click("dialog [data-action=agree]");
  await page.waitForSelector("dialog", { state: "detached" });
  await ended();
}

/** The number of people in the list. */
async function countPeople(page) {
  await goTo(page, "week");
  await goTo(page, "people");
  await page.waitForSelector("[role=option] .name, gt-people .empty");
  return page.evaluate(() => document.querySelector("gt-people-list").source.total);
}

test("a wrong password is told; with the right one the account comes in and its people with it", onlyReal, async () => {
  const { page, close } = await opened("accounts");
  await page.fill("[name=url]", server.url);
  await page.fill("[name=user]", alice.user);
  await page.fill("[name=password]", "wrong");
  await page.click("[data-action=test-account]");
  await page.waitForSelector("[data-verdict=password]");
  await page.fill("[name=password]", alice.password);
  await page.click("[data-action=test-account]");
  await page.waitForSelector("[name=take]");
  assert.match(await page.innerText(".offer"), /contacts[\s\S]*33 entries/);
  await page.click("[data-action=add-account]");
  await page.waitForSelector("gt-account-card .collection");
  assert.match(await syncNow(page), /33 new, 0 changed, 0 removed, 0 sent in 1 collection\./);
  await page.locator("[data-field=write_back]:enabled").first().click();
  await agree(page, () => closeToast(page));
  assert.equal(await countPeople(page), 33);
  await close();
});

/** Goes through the pages of tests/support/servers/oauth.mjs: signs in and agrees. */
async function signInThere(page) {
  await page.fill("[name=login]", "alice");
  await page.fill("[name=password]", "any");
  await page.click("[type=submit]");
  await page.waitForSelector("[name=prompt][value=consent]", { state: "attached" });
  await page.click("[type=submit]");
}

test("a sign-in on the provider's page: its tab ends with a word of ours, and the account is looked at with what was agreed there", onlyReal, async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "goodturn-web-oauth-"));
  const authority = await startServer("oauth", folder);
  const gate = await startTokenGate(server, authority);
  const { page, context, close } = await opened("accounts");
  // That server's pages ask for letters from elsewhere.
  await context.route((url) => url.hostname !== "127.0.0.1", (route) => route.abort());
  try {
    await page.fill("[name=url]", gate.url);
    await page.locator("gt-account-setup details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
    for (const [name, text] of Object.entries({ user: "alice", issuer: authority.url, ...client })) await page.fill(`gt-account-setup [name=${name}]`, text);
    await page.click("gt-account-setup [data-action=start-sign-in]");
    const [tab] = await Promise.all([context.waitForEvent("page"), page.click("[data-action=open-sign-in]")]);
    assert.equal(await tab.evaluate(() => globalThis.opener), null, "the provider's page has no hold on ours");
    await signInThere(tab);
    await tab.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/\?/);
    assert.match(await tab.innerText("body"), /Goodturn has the answer/);
    await page.waitForSelector("[data-signed-in]");
    await page.click("[data-action=test-account]");
    await page.waitForSelector("[name=take]");
    assert.match(await page.innerText(".offer"), /contacts[\s\S]*33 entries/);
  } finally {
    await close();
    await gate.stop();
    await authority.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

test("a tag goes to the server at once, stands in the change log and is taken back from there", onlyReal, async () => {
  const { page, close } = await opened("people");
  await openPerson(page, "anna");
  await page.click("[data-add=mentor]");
  await page.waitForSelector("[data-remove=mentor]");
  assert.match(await server.cardAt("anna"), /CATEGORIES:mentor/);
  await closeToast(page);
  await goTo(page, "changes");
  const row = page.locator("gt-change-log tbody tr", { hasText: "tags: nothing → mentor" });
  assert.match(await row.innerText(), /Anna Berg/);
  await row.locator("[data-action=undo-change]").click();
  await agree(page, () => row.getByText("taken back").waitFor());
  assert.doesNotMatch(await server.cardAt("anna"), /mentor/);
  await close();
});

test("what was changed here and on the server at once is asked about; the choice is sent, and undo gives both back", onlyReal, async () => {
  const { page, close } = await opened("accounts");
  const choice = page.locator("[data-action=records-place]");
  await choice.waitFor();
  await choice.selectOption(await choice.locator("option").nth(1).getAttribute("value"));
  await agree(page, () => page.waitForFunction(() => /Goodturn Journal/.test(document.querySelector("gt-records-place").textContent)));
  const setRhythm = async (days) => {
    await openPerson(page, "bela");
    await page.fill("[data-action=rhythm]", String(days));
    await page.press("[data-action=rhythm]", "Enter");
    await page.waitForFunction((wanted) => document.querySelector("gt-person").person.cadence_days === wanted, days);
  };
  await setRhythm(5);
  await syncNow(page);
  const stored = async () => {
    for (const url of await server.collections())
      for (const item of await server.itemsOf(url)) if (/CONTACT.*Bela|Bela Example/.test(item.text) && /:P\d+D/.test(item.text)) return item;
    return null;
  };
  const rhythm = async () => /:P(\d+)D/.exec((await stored()).text)[1];
  const { href, text } = await stored();
  await server.put(href, text.replace("P5D", "P10D"));
  await setRhythm(20);
  await syncNow(page);
  await goTo(page, "changes");
  const conflict = page.locator(".conflict", { hasText: "Bela Example" });
  await conflict.waitFor();
  assert.match(await conflict.innerText(), /P20D[\s\S]*P10D/);
  await assertAccessible(page);
  await conflict.locator("[data-take=here]").click();
  await conflict.waitFor({ state: "detached" });
  assert.equal(await rhythm(), "20");
  await page.click("[data-action=undo]");
  await conflict.waitFor();
  assert.equal(await rhythm(), "10");
  await conflict.locator("[data-take=there]").click();
  await conflict.waitFor({ state: "detached" });
  await openPerson(page, "bela");
  assert.equal(await page.inputValue("[data-action=rhythm]"), "10");
  await close();
});

test("only looking names what would be done, and nothing is done", onlyReal, async () => {
  const { page, close } = await opened("people");
  await server.putCard("anna", (await server.cardAt("anna")).replace("FN:Anna Berg", "FN:Anna Berg-Holm"));
  await server.removeCard("cleo");
  await goTo(page, "accounts");
  await page.click("[data-action=dry-run]");
  await page.waitForSelector(".report .plan", { timeout: 30000 });
  const plan = await page.innerText(".report");
  assert.match(plan, /Nothing was changed/);
  assert.match(plan, /fetch Anna Berg \(/);
  assert.match(plan, /delete here Cleo Example \(/);
  assert.match(plan, /contacts: 2 to do/);
  await openPerson(page, "cleo");
  assert.equal(await page.innerText("gt-person h1"), "Cleo Example");
  await close();
});

test("what another program deleted comes back from the trash to both sides, and undo takes it away again", onlyReal, async () => {
  const { page, close } = await opened("accounts");
  assert.match(await syncNow(page), /1 changed, 1 removed/);
  await goTo(page, "changes");
  const gone = page.locator("gt-trash li", { hasText: "Cleo Example" });
  await gone.waitFor();
  assert.match(await gone.innerText(), /The server no longer has it/);
  await gone.locator("[data-action=restore]").click();
  await gone.waitFor({ state: "detached" });
  const there = async () => (await Promise.all((await server.names()).map((uid) => server.cardAt(uid)))).filter((text) => text.includes("UID:cleo")).length;
  assert.equal(await there(), 1);
  await page.click("[data-action=undo]");
  await gone.waitFor();
  assert.equal(await there(), 0);
  await close();
});

test("what was written where, what clashed and what was removed is told in German on a German page", onlyReal, async () => {
  const { page, close } = await freshPage(browser, { locale: "de-DE" });
  await openPages(page, bridge, "#/changes");
  await page.locator("gt-trash li").first().waitFor();
  assert.match(await page.innerText("gt-trash"), /Der Server hat es nicht mehr/);
  assert.match(await page.innerText("gt-change-log"), /Schlagwörter: nichts → mentor/);
  assert.deepEqual(await foreignTexts(page), []);
  await close();
});

test("so many deletions that they may be a mistake wait for a word, which names them once more", onlyReal, async () => {
  const { page, close } = await opened("people");
  const before = await countPeople(page);
  for (const { uid } of crowd.slice(0, 15)) await server.removeCard(uid);
  assert.match(await syncNow(page), /15 of \d+ items vanished from the server/);
  await page.click("[data-action=confirm-deletions]");
  assert.match(await page.innerText("dialog"), /contacts: 15 of \d+ items/);
  await assertAccessible(page);
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.equal(await countPeople(page), before, "leaving the dialog deletes nothing");
  await syncNow(page);
  await page.click("[data-action=confirm-deletions]");
  await agree(page, () => page.waitForFunction(() => /15 removed/.test(document.querySelector("gt-sync-panel .report > p")?.textContent ?? ""), null, { timeout: 30000 }));
  assert.equal(await countPeople(page), before - 15);
  await close();
});

test("an export is a folder of the user's with the people in it", onlyReal, async () => {
  const { page, close } = await opened("settings");
  await page.click("[data-action=export]");
  await page.waitForFunction(() => document.querySelector("gt-own-copy [role=status]")?.innerText.includes("goodturn-export"), null, { timeout: 30000 });
  const folder = await page.innerText("gt-own-copy [role=status] code");
  assert.equal(path.dirname(folder), bridge.userFolder);
  const names = await readdir(folder, { recursive: true });
  assert.ok(names.includes("export.json"), names.join(" "));
  assert.ok(names.some((name) => name.endsWith(".vcf")), names.join(" "));
  await close();
});

test("a person is erased here and, where that is ticked, on the server; then everything here, and the server keeps its own", onlyReal, async () => {
  const { page, close } = await opened("people");
  await openPerson(page, "anna");
  await page.click("[data-action=erase-person]");
  await page.check("dialog [data-field=on-server]");
  await page.fill("dialog [data-field=word]", "erase");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash === "#/people");
  await closeToast(page);
  const left = await server.names();
  assert.equal(left.includes("anna"), false);
  await goTo(page, "settings");
  await page.click("[data-action=erase-everything]");
  assert.match(await page.innerText("dialog"), /as it is/);
  await page.fill("dialog [data-field=word]", "erase");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /erased/i.test(document.querySelector(".toast")?.textContent ?? ""));
  await goTo(page, "people");
  await page.getByText("This page was signed out").waitFor();
  await close();
  const anew = await opened("people");
  assert.equal(await countPeople(anew.page), 0);
  assert.deepEqual((await server.names()).sort(), left.sort());
  await anew.close();
});
