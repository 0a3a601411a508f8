// Files that are dropped onto the page of imports.
import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { card, openImport } from "../support/import_page.mjs";
import { setStage } from "../support/stage.mjs";

setStage();

const counts = (page) => page.locator("[data-count]").evaluateAll((lines) => Object.fromEntries(lines.map((line) => [line.dataset.count, Number(line.textContent.replace(/\D/g, ""))])));

/** Drags files, each {name, content}, over the page as a file manager does; with `let` they are dropped. */
const drag = (page, files, { drops }) =>
  page.evaluate(([list, isDrop]) => {
    const dataTransfer = new DataTransfer();
    for (const { name, content } of list) dataTransfer.items.add(new File([content], name));
    const tell = (type) => document.querySelector("h1").dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    const isOurs = !tell("dragover");
    if (isDrop) tell("drop");
    return isOurs;
  }, [files, drops]);

test("files are dropped anywhere on the page; what is of no kind is told and the rest is read", async () => {
  const { page, close } = await openImport({ colorScheme: "dark" });
  const file = { name: "Dropped.VCF", content: card("drop-1", "Dora Drop", "dora@example.org") };
  assert.equal(await drag(page, [file], { drops: false }), true);
  await page.waitForSelector(".target[data-over]");
  assert.equal(await page.innerText("#imports-drop"), "Drop the files here.");
  await assertAccessible(page, "a target in the dark");
  await page.evaluate(() => window.dispatchEvent(new DragEvent("dragleave")));
  await page.waitForSelector(".target:not([data-over])");
  await drag(page, [{ name: "portrait.jpg", content: "x" }], { drops: true });
  await page.waitForSelector("[data-refused][role=alert]");
  assert.match(await page.innerText("[data-refused]"), /Left out: portrait\.jpg\./);
  assert.equal(await page.locator("gt-import-preview, .target[data-over]").count(), 0);
  await drag(page, [file, { name: "song.mp3", content: "x" }], { drops: true });
  await page.waitForSelector("gt-import-preview h2");
  assert.deepEqual(await counts(page), { "people new": 1 });
  assert.match(await page.innerText("[data-refused]"), /Left out: song\.mp3\./);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H2");
  // A second one while the first is looked at changes nothing, and does not take the place of the page either.
  assert.equal(await drag(page, [{ name: "other.vcf", content: card("drop-2", "Other", "other@example.org") }], { drops: true }), true);
  assert.match(await page.innerText("gt-import-preview table"), /Dropped\.VCF/);
  await page.click("[data-action=leave-import]");
  await page.waitForSelector("[name=files]");
  assert.equal(await page.locator("[data-refused]").count(), 0);
  assert.match(await page.getAttribute("[name=files]", "aria-describedby"), /imports-drop/);
  await close();
});

test("a text that is dragged, and a folder that is dropped", async () => {
  const { page, close } = await openImport();
  const isOurs = await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/plain", "a text");
    return !document.querySelector("h1").dispatchEvent(new DragEvent("dragover", { dataTransfer, bubbles: true, cancelable: true }));
  });
  assert.equal(isOurs, false);
  await page.evaluate(() => {
    const folder = { kind: "file", getAsFile: () => new File([], "cards.vcf"), webkitGetAsEntry: () => ({ isDirectory: true, name: "cards.vcf" }) };
    const drop = Object.assign(new Event("drop", { bubbles: true, cancelable: true }), { dataTransfer: { types: ["Files"], items: [folder] } });
    document.querySelector("h1").dispatchEvent(drop);
  });
  await page.waitForSelector("[data-refused]");
  assert.match(await page.innerText("[data-refused]"), /Left out: cards\.vcf\..*open a folder/);
  await close();
});
