// A German page speaks German: the program's own words, the helper's sentences, and what is written into the calendar.
import assert from "node:assert/strict";
import test from "node:test";
import { eachPage } from "../support/all_pages.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { unfold } from "../support/layout.mjs";
import { germanSample } from "../support/sample_folder.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal, startBridge } from "../support/start_bridge.mjs";

setStage({ onlyReal: true, begin: () => startBridge({ fill: germanSample }) });
const onlyReal = { skip: !isReal };

/** Words that stand in nearly every English sentence and in no German one. */
const english = /(?<![\p{L}'’.@/-])(?:the|of|and|you|your|yours|is|are|has|have|with|without|for|to|from|this|that|these|they|them|not|no|only|been|by|it|its|who|when|what|how|than|more)(?![\p{L}'’@/-])/u;

/** The texts of the page as it stands: what is written, and what is told to those who do not see it. Runs in the page. */
function textsOf() {
  const texts = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("script, style, [lang=en]")) texts.add(walker.currentNode.data);
  for (const element of document.querySelectorAll("[aria-label], [placeholder], [title]")) for (const name of ["aria-label", "placeholder", "title"]) texts.add(element.getAttribute(name) ?? "");
  texts.add(document.title);
  return [...texts].map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean);
}

test("no page that is shown in German has an English sentence", onlyReal, async () => {
  const { page, close } = await freshPage(browser, { locale: "de-DE" });
  await openPages(page, bridge);
  const found = {};
  let sentences = 0;
  await eachPage(page, async (name) => {
    await page.evaluate(unfold);
    await page.waitForFunction(() => !document.querySelector("main gt-loading"));
    const texts = await page.evaluate(textsOf);
    sentences += texts.filter((text) => text.endsWith(".")).length;
    const foreign = texts.filter((text) => english.test(text));
    if (foreign.length) found[name] = foreign;
  });
  assert.deepEqual(found, {});
  assert.ok(sentences > 100, `${sentences} sentences were looked at`);
  await close();
});

test("the check finds English sentences", onlyReal, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await page.waitForSelector("gt-suggestion .why");
  assert.match(await page.innerText("gt-suggestion .why"), english);
  await close();
});

test("the language of the calendar is a choice of its own", onlyReal, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await page.waitForSelector("gt-suggestion");
  await page.click("[data-action=show-in-calendar]");
  const address = await page.inputValue("gt-feed input");
  const calendar = async () => (await (await fetch(address)).text()).replace(/\r\n[ \t]/g, "");
  assert.match(await calendar(), /X-WR-CALNAME:Follow-ups/);
  await page.evaluate(() => (location.hash = "#/settings"));
  await page.selectOption("[data-action=language]", "de");
  await page.waitForFunction(() => /written in German/.test(document.querySelector(".toast")?.textContent));
  const german = await calendar();
  assert.match(german, /X-WR-CALNAME:Vorschläge/);
  assert.doesNotMatch(german, /SUMMARY:(Write to|Call|Thank) /);
  await page.evaluate(() => (location.hash = "#/week"));
  await page.waitForSelector("gt-suggestion .why");
  assert.match(await page.innerText("gt-suggestion .why"), english, "the page stays as the browser is set");
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => /Taken back/.test(document.querySelector(".toast")?.textContent));
  assert.match(await calendar(), /X-WR-CALNAME:Follow-ups/);
  await close();
});
