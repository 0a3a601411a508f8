// Every page of the space with the real helper's sample, as people see it who need it larger, narrower, plainer or stiller.
import assert from "node:assert/strict";
import test from "node:test";
import { eachPage } from "../support/all_pages.mjs";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { chosenMarks, contrastFaults, filledMarks } from "../support/contrast.mjs";
import { walkByTab } from "../support/focus_walk.mjs";
import { layoutFaults, unfold } from "../support/layout.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal } from "../support/start_bridge.mjs";

setStage({ onlyReal: true });
const onlyReal = { skip: !isReal };

async function openSpace(options) {
  const fresh = await freshPage(browser, options);
  await openPages(fresh.page, bridge);
  return fresh;
}

const rightToLeft = (page) => page.evaluate(() => (document.documentElement.dir = "rtl"));

/** Layout faults of all pages, folded up and unfolded; `prepare` comes first. */
async function faultsOfAll(options, prepare = () => undefined) {
  const { page, close } = await openSpace(options);
  await prepare(page);
  const found = {};
  await eachPage(page, async (name) => {
    const folded = await page.evaluate(layoutFaults);
    await page.evaluate(unfold);
    await page.waitForFunction(() => !document.querySelector("main gt-loading"));
    const faults = [...new Set([...folded, ...(await page.evaluate(layoutFaults))])];
    if (faults.length) found[name] = faults;
  });
  await close();
  return found;
}

const ways = [
  ["at 200 %", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ["in a narrow column", { viewport: { width: 320, height: 640 } }],
  ["in German in a narrow column", { viewport: { width: 320, height: 640 }, locale: "de-DE" }],
  ["from right to left", { viewport: { width: 1100, height: 800 } }, rightToLeft],
  ["from right to left in a narrow column", { viewport: { width: 320, height: 640 } }, rightToLeft],
];
for (const [name, options, prepare] of ways) {
  test(`nothing is cut, covered or out of reach ${name}`, onlyReal, async () => {
    assert.deepEqual(await faultsOfAll(options, prepare), {});
  });
}

test("the check of the layout finds what is wrong", onlyReal, async () => {
  const { page, close } = await openSpace({ viewport: { width: 320, height: 640 } });
  await page.waitForSelector("gt-suggestion");
  const faultsWith = async (change) => {
    const undo = await page.evaluateHandle(change);
    const faults = await page.evaluate(layoutFaults);
    await page.evaluate((back) => back(), undo);
    return faults.join("\n");
  };
  assert.match(await faultsWith(() => { const h1 = document.querySelector("h1"); h1.style.whiteSpace = "nowrap"; h1.style.minWidth = "900px"; return () => h1.removeAttribute("style"); }), /the page is \d+ wide[\s\S]*outside the window: h1/);
  assert.match(await faultsWith(() => { const why = document.querySelector(".why"); why.style.cssText = "height: 10px; overflow: hidden"; return () => why.removeAttribute("style"); }), /cut: p\.why/);
  assert.match(await faultsWith(() => { const done = document.querySelector("[data-action=note]"); done.style.marginInlineStart = "-60px"; return () => done.removeAttribute("style"); }), /controls overlap: button/);
  await close();
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing grave, ${colorScheme}`, onlyReal, async () => {
    const { page, close } = await openSpace({ colorScheme, reducedMotion: "reduce" });
    await eachPage(page, async (name) => {
      await page.evaluate(unfold);
      await assertAccessible(page, `${name}, ${colorScheme}`);
    });
    await close();
  });
}

test("Tab reaches everything, and one sees where it is", onlyReal, async () => {
  const { page, close } = await openSpace();
  const found = {};
  await eachPage(page, async (name) => {
    const faults = await walkByTab(page);
    if (faults.length) found[name] = faults;
  });
  assert.deepEqual(found, {});
  await close();
});

test("nothing moves for who asked for stillness", onlyReal, async () => {
  for (const [reducedMotion, moving] of [["reduce", 0], ["no-preference", 1]]) {
    const { page, close } = await openSpace({ reducedMotion });
    const found = {};
    await eachPage(page, async (name) => {
      const moves = await page.evaluate(async () => {
        globalThis.dispatchEvent(new CustomEvent("gt-toast", { detail: { text: location.hash } }));
        await document.querySelector("gt-toast").updateComplete;
        const eased = [...document.querySelectorAll("*")].filter((element) => getComputedStyle(element).transitionDuration !== "0s" || getComputedStyle(element).scrollBehavior === "smooth");
        const running = document.getAnimations().length;
        document.querySelector("gt-toast [aria-label]").click();
        await document.querySelector("gt-toast").updateComplete;
        return running + eased.length;
      });
      if (moves !== moving) found[name] = moves;
    });
    assert.deepEqual(found, {}, reducedMotion);
    await close();
  }
});

for (const colorScheme of ["light", "dark"]) {
  test(`high contrast keeps apart what colours told apart, ${colorScheme}`, onlyReal, async () => {
    const { page, close } = await openSpace({ forcedColors: "active", colorScheme });
    const found = {};
    const all = new Set();
    await eachPage(page, async (name) => {
      if (name === "people") {
        await page.focus("[role=listbox]");
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Space");
        await page.waitForSelector(".tick.ticked");
      }
      const { seen, faults } = await page.evaluate(contrastFaults, [filledMarks, chosenMarks]);
      seen.forEach((mark) => all.add(mark));
      if (faults.length) found[name] = faults;
    });
    assert.deepEqual(found, {});
    assert.deepEqual([...filledMarks, ...chosenMarks.map(([mark]) => mark)].filter((mark) => !all.has(mark)), [], "marks that no page shows");
    await close();
  });
}
