// Where imported people go, and what comes with whom.
import assert from "node:assert/strict";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { assertAccessible } from "../support/axe.mjs";
import { card, openImport } from "../support/import_page.mjs";
import { setStage } from "../support/stage.mjs";
import { isReal } from "../support/start_bridge.mjs";
import { allowTagging, undoTo } from "../support/steps.mjs";

setStage();

const monica = fileURLToPath(new URL("../../data/imports/monica.json", import.meta.url));
const text = (name, content) => ({ name, mimeType: "text/plain", buffer: Buffer.from(content) });

async function look(page, file) {
  await page.setInputFiles("[name=files]", file);
  await page.waitForSelector("gt-import-preview h2");
}

async function take(page) {
  await page.click("[data-action=take]");
  await page.waitForSelector("[data-taken]");
}

const ask = (page, operation, values) => page.evaluate(([name, with_]) => document.querySelector("gt-imports").session.bridge[name](with_), [operation, values]);
const bookOf = async (page, name) => {
  const { people } = await ask(page, "listPeople", { query: name });
  return people.length ? (await ask(page, "getPerson", { uid: people[0].uid })).book : null;
};
const counts = (page) => page.locator("[data-count]").evaluateAll((lines) => Object.fromEntries(lines.map((line) => [line.dataset.count, Number(line.textContent.replace(/\D/g, ""))])));

test("people go into the address book that is chosen, with the keyboard; one that may not be written to is told", async () => {
  const { page, close } = await openImport();
  await look(page, text("one.vcf", card("choice-1", "Wanda Where", "wanda@example.org")));
  assert.equal(await page.locator("[name=book]").count(), 0, "nothing to choose while no address book may be written to");
  assert.match(await page.innerText("[data-closed]"), /once “Write tags back” is switched on there/);
  assert.match(await page.innerText("[data-where]"), /“Imported people”\. It is only on this computer/);
  await page.click("[data-action=leave-import]");
  await allowTagging(page);
  await page.evaluate(() => (location.hash = "#/import"));
  await page.waitForSelector("[name=files]");
  const { collections } = await ask(page, "listCollections", {});
  const { id, name } = collections.find((one) => one.write_back);
  await look(page, text("one.vcf", card("choice-1", "Wanda Where", "wanda@example.org")));
  assert.equal(await page.inputValue("[name=book]"), "", "only here, unless the user says otherwise");
  assert.equal(await page.locator("[name=book] option").count(), 1 + collections.filter((one) => one.write_back).length);
  await page.focus("[name=book]");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.inputValue("[name=book]"), String(id));
  const where = await page.innerText("[data-where]");
  assert.ok(where.includes(`“${name}”`) && where.includes("Whoever can read that address book sees them"), where);
  await assertAccessible(page, "a choice of address books");
  await take(page);
  assert.equal(await bookOf(page, "Wanda Where"), name);
  await undoTo(page, () => page.waitForSelector("[data-taken]", { state: "detached" }));
  assert.equal(await bookOf(page, "Wanda Where"), null);
  await close();
});

test("notes of people who are left out do not count; the local address book has a name in each language", { skip: !isReal }, async () => {
  const { page, close } = await openImport({ locale: "de-DE" });
  await look(page, text("berta.vcf", card("berta-here", "Berta Bekannt", "berta@example.org")));
  await take(page);
  assert.equal(await bookOf(page, "Berta Bekannt"), "Importierte Personen");
  await look(page, monica);
  assert.deepEqual(await counts(page), { "people new": 1, "people unsure": 1, "notes new": 1, "notes unsure": 4 });
  assert.match(await page.innerText("[data-action=take]"), /^7 /);
  await page.uncheck("[data-action=unsure]");
  assert.match(await page.innerText("[data-action=take]"), /^2 /);
  await take(page);
  assert.match(await page.innerText("[data-taken]"), /2 Einträge übernommen/);
  await close();
});
