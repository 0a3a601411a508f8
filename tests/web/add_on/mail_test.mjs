// The part about mail on the page "Accounts & sync", inside a Thunderbird that is played.
import assert from "node:assert/strict";
import test from "node:test";
import { openAddOn } from "../support/fake_thunderbird.mjs";
import { SampleBridge } from "../support/sample_bridge.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";

setStage({ begin: () => new SampleBridge({ people: 40 }).start() });

const granted = ["accountsRead", "messagesRead"];
const folder = (path, use = []) => ({ id: `a1:/${path}`, path: `/${path}`, name: path, specialUse: use });
const mailAccounts = [{ id: "a1", name: "alex@example.org", type: "imap", rootFolder: { subFolders: [folder("INBOX", ["inbox"]), folder("Sent", ["sent"]), folder("Club"), folder("Trash", ["trash"])] } }];

async function accountsPage(options = {}) {
  const fresh = await openAddOn(browser, bridge, "app.html#/accounts", { mailAccounts, ...options });
  await fresh.page.waitForSelector("gt-mail-settings button");
  return fresh;
}

const posted = async (page) => (await page.evaluate(() => globalThis.fakeLog.posted)).filter((one) => one.type === "mail");
const tell = (page, state) => page.evaluate((wanted) => globalThis.fakeLog.port.onMessage.fire({ type: "mail", state: wanted }), state);
const text = (page) => page.innerText("gt-mail-settings");

test("mail is off at first, says what it is for, and asks Thunderbird for both permissions at a click", async () => {
  bridge.world.mail = [];
  const { page, close } = await accountsPage();
  assert.match(await text(page), /Never at subjects or texts/);
  await page.click("[data-action=mail-on]");
  await page.waitForFunction(() => localStorage.getItem("goodturn-return") === "#/accounts");
  assert.deepEqual((await page.evaluate(() => globalThis.fakeLog.requested)).sort(), granted);
  assert.equal(await page.evaluate(() => globalThis.fakeLog.reloads), 1);
  assert.deepEqual(await posted(page), []);
  await close();
});

test("a Thunderbird that is too old for it says so before it asks for anything", async () => {
  bridge.world.mail = [];
  for (const more of [{}, { granted }]) {
    const { page, close } = await openAddOn(browser, bridge, "app.html#/accounts", { mailAccounts, version: "140.4.0", ...more });
    await page.waitForSelector("gt-mail-settings [data-too-old]");
    assert.match(await text(page), /Thunderbird 147 or newer/);
    assert.equal(await page.locator("gt-mail-settings [data-action=mail-on], gt-mail-settings [data-action=mail-choose]").count(), 0);
    await close();
  }
  const { page, close } = await accountsPage({ version: "147.0" });
  assert.equal(await page.locator("[data-too-old]").count(), 0);
  await close();
});

test("accounts and folders are chosen by keyboard; inbox and sent are ticked, trash is not offered", async () => {
  bridge.world.mail = [];
  const { page, close } = await accountsPage({ granted });
  await page.focus("[data-action=mail-choose]");
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-mail-account]");
  assert.equal(await page.isDisabled("[data-action=mail-watch]"), true);
  await page.focus("[data-mail-account]");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-mail-folder]");
  const folders = await page.$$eval("[data-mail-folder]", (boxes) => boxes.map((box) => [box.dataset.mailFolder, box.checked]));
  assert.deepEqual(folders, [["a1:/INBOX", true], ["a1:/Sent", true], ["a1:/Club", false]]);
  await page.uncheck('[data-mail-folder="a1:/Sent"]');
  await page.focus("[data-action=mail-watch]");
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-action=mail-read]");
  assert.deepEqual(await posted(page), [{ type: "mail", action: "read" }]);
  assert.deepEqual(bridge.world.mail.map((one) => [one.id, one.folders.map((row) => row.name)]), [["a1", ["INBOX"]]]);
  assert.match(await text(page), /INBOX: not read yet/);
  await close();
});

test("progress is shown and can be stopped; what happened is said", async () => {
  bridge.world.mail = [{ id: "a1", name: "alex@example.org", folders: [{ id: "a1:/INBOX", name: "INBOX" }], messages: 0 }];
  const { page, close } = await accountsPage({ granted });
  await tell(page, { phase: "reading", done: 3, total: 13, folder: "INBOX", messages: 1240, fresh: 31 });
  await page.waitForSelector("gt-mail-settings progress");
  assert.match(await text(page), /Reading “INBOX”: 1,240 messages looked at, 31 new/);
  assert.equal(await page.getAttribute("gt-mail-settings progress", "value"), "3");
  await page.click("[data-action=mail-cancel]");
  assert.deepEqual(await posted(page), [{ type: "mail", action: "cancel" }]);
  await tell(page, { phase: "cancelled" });
  await page.waitForFunction(() => /Stopped/.test(document.querySelector("gt-mail-settings").textContent));
  await tell(page, { phase: "failed", kind: "too-old" });
  await page.waitForFunction(() => /147/.test(document.querySelector("gt-mail-settings .notice").textContent));
  await close();
});

test("without its permission it says that nothing new is read", async () => {
  bridge.world.mail = [{ id: "a1", name: "alex@example.org", folders: [{ id: "a1:/INBOX", name: "INBOX" }], messages: 3 }];
  const { page, close } = await accountsPage({ granted: ["messagesRead"] });
  assert.match(await text(page), /permission is missing/);
  assert.equal(await page.locator("[data-action=mail-read]").count(), 0);
  await close();
});

test("an address and an account are forgotten after a question", async () => {
  bridge.world.mail = [{ id: "a1", name: "alex@example.org", folders: [{ id: "a1:/INBOX", name: "INBOX" }], messages: 5 }];
  const { page, close } = await accountsPage({ granted });
  await page.click("[data-action=mail-forget-address]");
  await page.fill("[data-field=forget-address]", "ada@example.org");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /Forgotten: 1 message\./.test(document.querySelector(".toast")?.textContent ?? ""));
  assert.ok(bridge.requests.some((one) => one.startsWith("DELETE /api/v1/mail/observations?address=ada%40example.org")));
  await page.click("[data-forget-account]");
  await page.keyboard.press("Escape");
  assert.equal(bridge.world.mail.length, 1);
  await page.click("[data-forget-account]");
  await page.click("dialog [data-action=agree]");
  await page.waitForSelector("[data-action=mail-choose].primary");
  assert.deepEqual(bridge.world.mail, []);
  await close();
});

test("turning off asks whether to forget, and gives the permission back", async () => {
  for (const [keep, left] of [["yes", 1], ["no", 0]]) {
    bridge.world.mail = [{ id: "a1", name: "alex@example.org", folders: [{ id: "a1:/INBOX", name: "INBOX" }], messages: 5 }];
    const { page, close } = await accountsPage({ granted });
    await page.click("[data-action=mail-off]");
    await page.check(`dialog [value=${keep}]`);
    await page.click("dialog [data-action=agree]");
    await page.waitForSelector("[data-action=mail-on]");
    assert.equal(bridge.world.mail.length, left);
    assert.equal(bridge.world.mail.some((one) => one.folders.length > 0), false);
    assert.equal(await page.evaluate(() => globalThis.messenger.permissions.contains({ permissions: ["accountsRead"] })), false);
    assert.equal(/no longer observed/.test(await text(page)), left === 1);
    await close();
  }
});
