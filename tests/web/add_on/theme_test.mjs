// The pages in a theme of Thunderbird, as their user sees them: dressed at once, again when another is chosen, readable always.
import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { openAddOn } from "../support/fake_thunderbird.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";

setStage();

const plum = { sidebar: "#2b183d", sidebar_text: [240, 230, 250], sidebar_highlight: "hsl(36, 100%, 68%)", popup: "#faf0dc", popup_text: "rgb(40, 30, 20)", toolbar_field: "rgba(255, 255, 255, 0.2)" };
const seen = (page) => page.evaluate(() => {
  const { backgroundColor, color } = getComputedStyle(document.body);
  return { ground: backgroundColor, text: color, scheme: getComputedStyle(document.documentElement).colorScheme, link: getComputedStyle(document.documentElement).getPropertyValue("--accent") };
});
const until = (page, ground) => page.waitForFunction((wanted) => getComputedStyle(document.body).backgroundColor === wanted, ground);

const cases = [
  ["app.html#/week", "gt-suggestion", {}, "rgb(43, 24, 61)"],
  ["sender.html", "[data-log]", { granted: ["messagesRead"], author: "Ada <person0@example.org>" }, "rgb(250, 240, 220)"],
  ["composing.html", "[data-guard]", { granted: ["compose"], composing: { to: ["person0@example.org"], subject: "compilers" } }, "rgb(250, 240, 220)"],
];
for (const [file, wait, more, ground] of cases) {
  test(`${file} in a dark theme with light panels, on a light system`, async () => {
    const { page, close } = await openAddOn(browser, bridge, file, { theme: plum, ...more }, { colorScheme: "light", reducedMotion: "reduce" });
    await page.waitForSelector(wait);
    await until(page, ground);
    await assertAccessible(page, file);
    await close();
  });
}

test("another theme is taken at once, one that cannot be read only as light or dark, and none gives the page its own colours back", async () => {
  const { page, close } = await openAddOn(browser, bridge, "app.html#/week", { theme: plum }, { colorScheme: "light" });
  await page.waitForSelector("gt-suggestion");
  await until(page, "rgb(43, 24, 61)");
  assert.deepEqual(await seen(page), { ground: "rgb(43, 24, 61)", text: "rgb(240, 230, 250)", scheme: "dark", link: "rgb(255, 190, 92)" });
  await page.evaluate(() => globalThis.chooseTheme({ sidebar: "#3c3c3c", sidebar_text: "#787878" }));
  await until(page, "rgb(24, 24, 27)");
  assert.deepEqual(await seen(page), { ground: "rgb(24, 24, 27)", text: "rgb(244, 244, 246)", scheme: "dark", link: "light-dark(#0b5cad, #7cc0ff)" });
  await page.evaluate(() => globalThis.chooseTheme(null));
  await until(page, "rgb(255, 255, 255)");
  assert.equal((await seen(page)).scheme, "light dark");
  await close();
});

test("who asked the system for more contrast keeps the page's own colours", async () => {
  const { page, close } = await openAddOn(browser, bridge, "app.html#/week", { theme: plum }, { colorScheme: "light", contrast: "more" });
  await page.waitForSelector("gt-suggestion");
  assert.equal((await seen(page)).ground, "rgb(255, 255, 255)");
  await page.emulateMedia({ contrast: "no-preference" });
  await until(page, "rgb(43, 24, 61)");
  await close();
});
