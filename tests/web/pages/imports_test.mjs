// Files of other programs: shown first, taken on the user's word, taken back by one undo.
import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { card, openImport } from "../support/import_page.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal } from "../support/start_bridge.mjs";
import { peopleRows, undoTo } from "../support/steps.mjs";

setStage();

const samples = fileURLToPath(new URL("../../data/imports/", import.meta.url));
const sample = (name) => path.join(samples, name);
const text = (name, content) => ({ name, mimeType: "text/plain", buffer: Buffer.from(content) });

/** Chooses files and waits for the preview. */
async function look(page, ...files) {
  await page.focus("[name=files]");
  await page.setInputFiles("[name=files]", files.length === 1 ? files[0] : files);
  await page.waitForSelector("gt-import-preview h2");
}

const peopleNamed = (page, query) => page.evaluate((words) => document.querySelector("gt-imports").session.bridge.listPeople({ query: words }).then(({ total }) => total), query);
const counts = (page) => page.locator("[data-count]").evaluateAll((lines) => Object.fromEntries(lines.map((line) => [line.dataset.count, Number(line.textContent.replace(/\D/g, ""))])));

test("a file is shown first and taken with the keyboard; one undo takes all out again", async () => {
  const { page, close } = await openImport();
  const writes = [];
  page.on("request", (request) => /imports\/[^/]+$/.test(request.url()) && request.method() === "POST" && writes.push(request.url()));
  await look(page, sample("hubspot.csv"));
  assert.deepEqual(await counts(page), { "people new": 2 });
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H2");
  assert.match(await page.innerText("[data-where]"), /“Imported people”\. It is only on this computer; none of your address books changes\. Nobody counts as contacted/);
  assert.equal(await peopleNamed(page, "Silas Hub"), 0);
  assert.deepEqual(writes, [], "nothing is taken before the user agrees");
  await page.click("[data-columns] summary");
  assert.match(await page.innerText("[data-columns] table"), /Lifecycle Stage\s+kept in the card as it is\s+2/);
  await page.click("[data-names] summary");
  assert.match(await page.innerText("[data-names]"), /Silas Hub/);
  await assertAccessible(page, "a preview");
  await page.focus("[data-action=take]");
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-taken]");
  assert.match(await page.innerText("[data-taken]"), /2 entries taken/);
  assert.equal(await peopleNamed(page, "Silas Hub"), 1);
  await undoTo(page, () => page.waitForSelector("[data-taken]", { state: "detached" }));
  assert.equal(await peopleNamed(page, "Silas Hub"), 0);
  await close();
});

test("who may be here already is named with the reason, and may be left out", async () => {
  const { page, close } = await freshPage(browser, { colorScheme: "dark" });
  await openPages(page, bridge);
  const known = (await peopleRows(page)).find((row) => row.email);
  await page.evaluate(() => (location.hash = "#/import"));
  await page.waitForSelector("[name=files]");
  await look(page, text("two.vcf", card("import-like", "Quentin Quill", known.email) + card("import-new", "Rosa Ruler", "rosa@example.org")));
  assert.deepEqual(await counts(page), { "people new": 1, "people unsure": 1 });
  const line = await page.innerText("[data-unsure]");
  assert.ok(line.includes(`Quentin Quill may be ${known.name}`) && line.includes(`Both have the address ${known.email}`), line);
  await assertAccessible(page, "a preview in the dark");
  assert.equal(await page.innerText("[data-action=take]"), "Take 2 entries");
  await page.uncheck("[data-action=unsure]");
  assert.equal(await page.innerText("[data-action=take]"), "Take 1 entry");
  await page.click("[data-action=take]");
  await page.waitForSelector("[data-taken]");
  assert.deepEqual([await peopleNamed(page, "Rosa Ruler"), await peopleNamed(page, "Quentin Quill")], [1, 0]);
  // A second time it is here already.
  await look(page, text("rosa.vcf", card("import-new", "Rosa Ruler", "rosa@example.org")));
  assert.deepEqual(await counts(page), { "people here-already": 1 });
  assert.match(await page.innerText("[data-nothing]"), /here already/);
  assert.equal(await page.locator("[data-action=take]").count(), 0);
  await page.click("[data-action=leave-import]");
  await page.waitForSelector("[name=files]");
  await close();
});

test("what is not known is said, and nothing of it stays", async () => {
  const { page, close } = await openImport();
  await page.setInputFiles("[name=files]", text("list.csv", "a,b\n1,2\n"));
  await page.waitForSelector(".notice[role=alert]");
  assert.match(await page.innerText(".notice"), /Nothing here is known/);
  await assertAccessible(page, "an unknown file");
  await look(page, text("list.csv", "a,b\n1,2\n"), text("one.vcf", card("one", "One More", "one@example.org")));
  assert.equal(await page.locator(".notice").count(), 0);
  assert.match(await page.innerText("[data-not-read]"), /list\.csv/);
  await page.click("[data-action=leave-import]");
  await page.waitForSelector("[name=files]");
  await page.setInputFiles("[name=files]", Array.from({ length: 21 }, (_, at) => text(`${at}.vcf`, "x")));
  await page.waitForSelector(".notice[role=alert]");
  assert.match(await page.innerText(".notice"), /Too many files/);
  await close();
});

test("names in a file, and of it, are text and never markup", async () => {
  const { page, close } = await openImport();
  const mark = "<img src=x onerror=alert(1)>";
  await look(page, text(`${mark}.csv`, `First Name,Last Name,Email,${mark}\n${mark},Markup,markup@example.org,${mark}\n`), text("x.txt", "nothing"));
  for (const fold of ["names", "columns"]) {
    await page.click(`[data-${fold}] summary`);
    assert.ok((await page.innerText(`[data-${fold}]`)).includes(mark));
  }
  assert.equal(await page.locator("gt-imports img").count(), 0);
  await close();
});

for (const [step, requests] of [["they are announced", /\/imports$/], ["they are sent", /\/imports\/[^/]+\/bytes$/]]) {
  test(`reading can be cancelled while ${step}; the helper forgets the files`, async () => {
    const { page, close } = await openImport();
    let pass;
    const held = new Promise((resolve) => (pass = resolve));
    const forgotten = page.waitForResponse((response) => response.request().method() === "DELETE");
    const asked = page.waitForRequest(requests);
    await page.route(requests, async (route) => {
      await held;
      await route.continue().catch(() => null);
    });
    await page.setInputFiles("[name=files]", sample("two-cards.vcf"));
    await asked;
    assert.match(await page.innerText("gt-imports [role=status]"), /Reading… 0 %/);
    await page.focus("[data-action=cancel-import]");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-cancelled]");
    pass();
    assert.equal((await forgotten).status(), 200);
    assert.equal(await page.evaluate(() => document.activeElement.name), "files");
    await close();
  });
}

test("a German page says all of it in German", async () => {
  const { page, close } = await openImport({ locale: "de-DE" });
  await look(page, sample("hubspot.csv"));
  const shown = await page.innerText("gt-imports");
  assert.match(shown, /2 neue Personen[\s\S]*Was aus den Spalten wird[\s\S]*Wohin es kommt[\s\S]*2 Einträge übernehmen/);
  await close();
});

test("files of several pieces come whole; an archive, messages and Monica's notes are shown with what happened", { skip: !isReal }, async () => {
  const { page, close } = await openImport();
  const many = Array.from({ length: 6000 }, (_, at) => card(`many-${at}`, `Many Number${at}`, `many${at}@example.org`).replace("END:", `NOTE:${"tide ".repeat(18)}\r\nEND:`)).join("");
  assert.ok(many.length > 2 * 512 * 1024);
  await look(page, text("many.vcf", many));
  assert.deepEqual(await counts(page), { "people new": 6000 });
  await page.click("[data-action=leave-import]");
  await page.waitForSelector("[name=files]");
  await look(page, sample("linkedin-connections.csv"), sample("linkedin-messages.csv"), sample("monica.json"), sample("calendar.ics"));
  assert.deepEqual(await counts(page), { "people new": 5, "events new": 2, "notes new": 8 });
  assert.match(await page.innerText("[data-counts]"), /4 messages are left out/);
  assert.match(await page.innerText("[data-where]"), /that you logged in Monica do count/);
  await page.click("[data-action=take]");
  await page.waitForSelector("[data-taken]");
  assert.match(await page.innerText("[data-taken]"), /15 entries taken/);
  await undoTo(page, () => page.waitForSelector("[data-taken]", { state: "detached" }));
  assert.equal(await peopleNamed(page, "Monika"), 0);
  await close();
});

test("what happened with people who are left out does not count", { skip: !isReal }, async () => {
  const { page, close } = await openImport();
  await look(page, text("berta.vcf", card("berta-here", "Berta Bekannt", "berta@example.org")));
  await page.click("[data-action=take]");
  await page.waitForSelector("[data-taken]");
  await look(page, sample("monica.json"));
  const found = await counts(page);
  assert.deepEqual([found["people new"], found["people unsure"], found["notes new"] + found["notes unsure"]], [1, 1, 5]);
  assert.equal(await page.innerText("[data-action=take]"), "Take 7 entries");
  await page.uncheck("[data-action=unsure]");
  const left = 1 + found["notes new"];
  assert.equal(await page.innerText("[data-action=take]"), `Take ${left} entries`);
  await page.click("[data-action=take]");
  await page.waitForSelector("[data-taken]");
  assert.ok((await page.innerText("[data-taken]")).startsWith(`${left} entries taken`));
  await close();
});

test("a taking that is under way can be cancelled, and then nothing was taken", { skip: !isReal }, async () => {
  const { page, close } = await openImport();
  const many = Array.from({ length: 9000 }, (_, at) => card(`most-${at}`, `Most Number${at}`, `most${at}@example.org`)).join("");
  await look(page, text("most.vcf", many));
  // At the first word of its progress, so that it cannot be through before.
  await page.evaluate(() => document.querySelector("gt-imports").session.addEventListener("import", () => document.querySelector("[data-action=cancel-import]").click(), { once: true }));
  await page.click("[data-action=take]");
  await page.waitForSelector("[data-cancelled]");
  assert.equal(await peopleNamed(page, "Most"), 0);
  await close();
});
