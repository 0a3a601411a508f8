import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal, startBridge } from "../support/start_bridge.mjs";
import { undoTo } from "../support/steps.mjs";

const card = (uid, name, lines) => ["BEGIN:VCARD", "VERSION:4.0", `UID:${uid}`, `FN:${name}`, ...lines, "END:VCARD", ""].join("\r\n");

/** Two books' worth of cards in one: Ada twice by her address, Bruno twice by name and firm, and somebody else. */
async function twice(folder) {
  const book = path.join(folder, "contacts");
  await mkdir(book, { recursive: true });
  const cards = [
    card("ada-1", "Ada Berg", ["EMAIL:ada@example.org", "TEL:+44 20 7946 0001", "ORG:Fjord"]),
    card("ada-2", "A. Berg", ["EMAIL:ada@example.org", "ORG:Firm", "BDAY:--0507"]),
    card("bruno-1", "Bruno Holm", ["EMAIL:bruno@example.org", "ORG:Fjord"]),
    card("bruno-2", "Bruno Holm", ["TEL:+44 20 7946 0002", "ORG:Fjord"]),
    card("clara", "Clara Stone", ["EMAIL:clara@example.org"]),
  ];
  await Promise.all(cards.map((text, at) => writeFile(path.join(book, `${at}.vcf`), text)));
}

setStage({ onlyReal: true, begin: () => startBridge({ fill: twice }) });

const proposals = (page, wanted) => page.waitForFunction((count) => document.querySelectorAll("[data-proposal]").length === count, wanted);
const ada = (page) => page.locator("[data-proposal]", { hasText: "ada@example.org" });

test("both cards stand side by side with the reasons, and what differs is marked", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/duplicates");
  await proposals(page, 2);
  assert.match(await ada(page).innerText(), /Both have the address ada@example\.org/);
  const differing = await ada(page).locator("tr.differs th").allInnerTexts();
  assert.ok(differing.includes("Organisation") && differing.includes("Name"), differing.join());
  assert.ok(!differing.includes("E-mail"));
  await assertAccessible(page, "duplicates");
  await close();
});

test("merging makes one person, who can be taken apart on their page; each has an undo", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser, { colorScheme: "dark" });
  await openPages(page, bridge, "#/duplicates");
  await proposals(page, 2);
  await ada(page).locator("[data-action=merge]").focus();
  await page.keyboard.press("Enter");
  await proposals(page, 1);
  // The list may have come anew by a live event already; the focus follows the answer to the merge itself.
  await page.waitForFunction(() => document.activeElement.tagName === "H2");
  await undoTo(page, () => proposals(page, 2));
  await ada(page).locator("[data-action=merge]").click();
  await proposals(page, 1);
  await page.evaluate(() => (location.hash = "#/people/ada-1"));
  await page.waitForSelector("gt-person-cards [data-card]");
  assert.equal(await page.locator("gt-person-cards [data-card]").count(), 2);
  await assertAccessible(page, "a person of two cards");
  await page.click("[data-card=ada-2] [data-action=split]");
  await page.click("dialog [data-action=agree]");
  await page.waitForSelector("gt-person-cards [data-card]", { state: "detached" });
  await undoTo(page, () => page.waitForSelector("gt-person-cards [data-card]"));
  await close();
});

test("who is not the same is not proposed again; an empty list says so", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge, "#/duplicates");
  await page.waitForSelector("[data-proposal]");
  for (let left = await page.locator("[data-proposal]").count(); left > 0; left -= 1) {
    await page.locator("[data-action=apart]").first().click();
    await proposals(page, left - 1);
  }
  await page.waitForSelector("gt-duplicates .empty");
  await page.reload();
  await page.waitForSelector("gt-duplicates .empty");
  await assertAccessible(page, "no duplicates");
  await close();
});
