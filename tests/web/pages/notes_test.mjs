import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import test from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal } from "../support/start_bridge.mjs";
import { closeToast, openPerson, pick } from "../support/steps.mjs";

setStage();

const here = "/home/alex/Notes";

/** Opens Accounts & sync, where the notes stand without a folder. */
async function openNotes(options = {}) {
  const fresh = await freshPage(browser, options);
  await openPages(fresh.page, bridge, "#/accounts");
  await fresh.page.waitForSelector("gt-notes-settings [name=folder]");
  return fresh;
}

/** Looks into the folder and takes it, by the keyboard. */
async function take(page, folder) {
  await page.fill("gt-notes-settings [name=folder]", folder);
  await page.press("gt-notes-settings [name=folder]", "Enter");
  await page.waitForSelector("gt-notes-settings [data-preview]");
  await page.focus("[data-action=notes-take]");
  await page.keyboard.press("Enter");
  await page.waitForSelector("gt-notes-settings [data-action=notes-leave]");
  await closeToast(page);
}

async function leave(page) {
  await page.click("[data-action=notes-leave]");
  await page.click("dialog [data-action=agree]");
  await page.waitForSelector("gt-notes-settings [name=folder]");
  await closeToast(page);
}

const textOf = (page) => page.innerText("gt-notes-settings");

test("a folder that cannot be read is said, and nothing is taken", async () => {
  const { page, close } = await openNotes();
  await page.fill("gt-notes-settings [name=folder]", "/nowhere/at/all");
  await page.click("[data-action=notes-look]");
  await page.waitForSelector("gt-notes-settings [role=alert]");
  assert.match(await textOf(page), /folder of notes cannot be read/);
  assert.equal(await page.locator("[data-action=notes-take]").count(), 0);
  assert.equal(await page.inputValue("gt-notes-settings [name=folder]"), "/nowhere/at/all");
  await assertAccessible(page);
  await close();
});

test("a folder is looked at, read, asked about and left with the keyboard", { skip: isReal }, async () => {
  const { page, close } = await openNotes();
  await page.fill("gt-notes-settings [name=folder]", here);
  await page.press("gt-notes-settings [name=folder]", "Enter");
  await page.waitForSelector("[data-preview]");
  assert.match(await page.innerText("[data-preview]"), /42 notes\. 17 entries on 1 of your people[\s\S]*8 other links[\s\S]*Kim Example[\s\S]*Zoe Nobody[\s\S]*1 file was not read[\s\S]*Nothing is kept yet/);
  assert.equal(await page.locator("[data-preview] select, [data-preview] [data-who]").count(), 0, "names are asked about once the folder is read");
  await assertAccessible(page);
  await take(page, here);
  assert.match(await textOf(page), /Notes are read from \/home\/alex\/Notes\.[\s\S]*seen by itself/);

  await page.selectOption("[data-name='Kim Example']", { index: 2 });
  await page.waitForSelector("[data-name='Kim Example']", { state: "detached" });
  await closeToast(page);
  await page.click("[data-who='Zoe Nobody']");
  await page.check("dialog [name=nobody]");
  await page.click("dialog [data-action=agree]");
  await page.waitForSelector("[data-who='Zoe Nobody']", { state: "detached" });
  await closeToast(page);
  await page.click("[data-answers] summary");
  assert.match(await page.innerText("[data-answers]"), /Kim Example is Chidi Beispiel[\s\S]*Zoe Nobody is nobody/);
  await page.click("[data-again='Zoe Nobody']");
  await page.click("[data-who='Zoe Nobody']");
  await pick(page, "person", "Dana");
  await page.click("dialog [data-action=agree]");
  await page.waitForFunction(() => /Zoe Nobody is Dana Exemple/.test(document.querySelector("[data-answers]").textContent));
  await closeToast(page);
  await assertAccessible(page);
  await leave(page);
  await close();
});

test("writing is off, switched on with its reason, and gets a heading", { skip: isReal }, async () => {
  const { page, close } = await openNotes();
  await take(page, here);
  const box = page.locator("[data-action=notes-write]");
  assert.equal(await box.isChecked(), false);
  assert.equal(await page.locator("[data-action=notes-heading]").count(), 0);
  assert.match(await page.innerText("#notes-write-about"), /Off, no file is ever changed[\s\S]*undoing takes exactly that line out/);
  await box.focus();
  await page.keyboard.press("Space");
  await page.waitForSelector("[data-action=notes-heading]");
  await closeToast(page);
  await page.fill("[data-action=notes-heading]", "Gespräche");
  await page.keyboard.press("Tab");
  await closeToast(page);
  await page.reload();
  await page.waitForSelector("[data-action=notes-heading]");
  assert.equal(await page.inputValue("[data-action=notes-heading]"), "Gespräche");
  const sample = bridge.sample ?? bridge;
  sample.world.notes.lines = [
    { file: "People/Ada Example.md", line: "- 2026-11-22 (call) about tides", state: "written", at: "2026-11-22T08:00:00Z" },
    { file: "People/Bruno Sample.md", line: "- 2026-11-21 (meeting) lunch", state: "left", at: "2026-11-21T08:00:00Z", why: "The line was changed or removed in the note. What stands there stays." },
  ];
  sample.world.notes.watch = "too-many";
  sample.tell("changed");
  await page.waitForSelector("[data-lines]");
  assert.match(await page.innerText("[data-lines]"), /\(call\) about tides[\s\S]*left as it is[\s\S]*What stands there stays/);
  assert.match(await page.innerText("[data-watch]"), /each sync[\s\S]*max_user_watches/);
  await assertAccessible(page);
  await leave(page);
  await close();
});

test("undoing says what stays in a note because it was changed there", { skip: isReal }, async () => {
  const { page, close } = await openNotes();
  await take(page, here);
  const sample = bridge.sample ?? bridge;
  const [uid] = [...sample.world.people.keys()];
  await openPerson(page, uid);
  sample.world.notes.lines = [{ file: "People/Ada Example.md", line: "- 2026-11-21 (meeting) lunch", state: "left", at: "2026-11-21T08:00:00Z", why: "The line was changed or removed in the note. What stands there stays." }];
  await page.fill("gt-person .quick input", "met Ada Example");
  await page.keyboard.press("Enter");
  await page.click(".toast [data-action=undo]");
  await page.waitForFunction(() => /Ada Example\.md: The line was changed/.test(document.querySelector(".toast")?.textContent));
  await closeToast(page);
  await page.evaluate(() => (location.hash = "#/accounts"));
  await page.waitForSelector("[data-action=notes-leave]");
  await leave(page);
  await close();
});

test("in German and in the dark the same", { skip: isReal }, async () => {
  const { page, close } = await openNotes({ locale: "de-DE", colorScheme: "dark" });
  assert.match(await textOf(page), /Ordner Ihrer Notizen[\s\S]*Hineinsehen/);
  await take(page, here);
  assert.match(await textOf(page), /42 Notizen\. 17 Einträge zu 1 Ihrer Personen[\s\S]*Kim Example meint[\s\S]*Was ich festhalte, auch in die Notiz der Person schreiben/);
  await assertAccessible(page);
  await leave(page);
  await close();
});

test("real notes are read, follow the editor, and get the line of what is logged", { skip: !isReal }, async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "goodturn-notes-"));
  const note = path.join(folder, "People", "Hugo Adeyemi.md");
  await mkdir(path.dirname(note));
  await writeFile(note, "# Hugo\n\n## Contact\n\n- 2026-01-05 (call) about canoes\n");
  const { page, close } = await openNotes();
  await take(page, folder);
  assert.match(await textOf(page), /1 note\. 1 entry on 1 of your people/);
  await writeFile(path.join(folder, "2026-01-06.md"), "- Met [[Hugo Adeyemi]] by the lake\n");
  await page.waitForFunction(() => /2 notes/.test(document.querySelector("gt-notes-settings").textContent));
  await page.click("[data-action=notes-write]");
  await page.waitForSelector("[data-action=notes-heading]");
  await closeToast(page);
  await openPerson(page, "sample-hugo-adeyemi");
  await page.waitForFunction(() => /about canoes/.test(document.querySelector("gt-person").textContent));
  const added = await page.evaluate(() => {
    const { session } = document.querySelector("gt-person");
    return session.bridge.takeLine({}, { line: "called Hugo Adeyemi :: about paddles", confirm: true });
  });
  assert.match(await readFile(note, "utf8"), /about canoes\n- \d{4}-\d{2}-\d{2} \(call\) about paddles\n$/);
  await page.evaluate((undo) => document.querySelector("gt-person").session.bridge.undo({}, { undo }), added.undo);
  assert.equal(await readFile(note, "utf8"), "# Hugo\n\n## Contact\n\n- 2026-01-05 (call) about canoes\n");
  await page.evaluate(() => (location.hash = "#/accounts"));
  await page.waitForSelector("[data-action=notes-leave]");
  await leave(page);
  await rm(folder, { recursive: true });
  await close();
});
