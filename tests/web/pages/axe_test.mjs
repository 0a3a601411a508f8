import test from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { openAddOn } from "../support/fake_thunderbird.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal } from "../support/start_bridge.mjs";
import { allowTagging } from "../support/steps.mjs";

setStage();

for (const colorScheme of ["light", "dark"]) {
  test(`all pages of the space, ${colorScheme}`, async () => {
    const { page, close } = await freshPage(browser, { colorScheme, reducedMotion: "reduce" });
    await page.goto(`${bridge.base}/`);
    await page.waitForSelector(".connection");
    await assertAccessible(page, "no link");
    await openPages(page, bridge);
    await allowTagging(page);
    await page.evaluate(() => (location.hash = "#/week"));
    await page.waitForSelector("gt-suggestion");
    await page.locator(".changes summary").first().click();
    await assertAccessible(page, "week");
    await page.locator("[data-action=later]").first().click();
    await assertAccessible(page, "later");
    await page.keyboard.press("Escape");
    await page.click("[data-action=show-in-calendar]");
    await page.waitForSelector("gt-feed section");
    await page.locator("[data-action=not-now]").first().click();
    await page.waitForSelector("[data-action=undo]");
    await assertAccessible(page, "calendar and toast");
    await page.click("[data-action=undo]");
    await page.locator("[data-action=never]").first().click();
    await assertAccessible(page, "dialog");
    await page.keyboard.press("Escape");
    await page.evaluate(() => (location.hash = "#/people"));
    await page.waitForSelector("[role=option] .name");
    await page.focus("input[type=search]");
    await page.keyboard.press("ArrowDown");
    await assertAccessible(page, "people");
    await page.keyboard.press("Enter");
    await page.waitForSelector("gt-person h1");
    await assertAccessible(page, "person");
    await page.evaluate(() => (location.hash = "#/accounts"));
    await page.waitForSelector("gt-account-card");
    await assertAccessible(page, "accounts");
    await page.evaluate(() => (location.hash = "#/changes"));
    await page.waitForSelector("gt-trash h2");
    await page.waitForSelector("gt-change-log table, gt-change-log p");
    await assertAccessible(page, "changes");
    await close();
  });

  test(`popup, sender card and Thunderbird contact, ${colorScheme}`, { skip: isReal }, async () => {
    const vCard = "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:x\r\nFN:Kim Example\r\nCATEGORIES:mentor\r\nEND:VCARD\r\n";
    const cases = [
      ["popup.html", ".report", {}],
      ["popup.html", ".connection", { state: { phase: "failed", kind: "missing", what: "" } }],
      ["sender.html", "[data-log]", { granted: ["messagesRead"], author: "Ada <person0@example.org>" }],
      ["sender.html", "[data-action=allow]", {}],
      ["app.html#/book/c", "gt-tags", { granted: ["addressBooks"], books: [{ id: "b", name: "Personal" }], contacts: [{ id: "c", parentId: "b", vCard }] }],
      ["app.html#/settings", "gt-thunderbird-settings", {}],
      ["composing.html", "[data-guard]", { granted: ["compose"], composing: { to: ["person0@example.org"], subject: "compilers" } }],
      ["sender.html?message=1&kind=gave", "[name=give_kind]", { granted: ["messagesRead"], author: "Ada <person0@example.org>" }],
      ["app.html#/accounts", "[data-action=mail-choose]", { granted: ["accountsRead", "messagesRead"] }],
    ];
    for (const [file, wait, more] of cases) {
      const { page, close } = await openAddOn(browser, bridge, file, more, { colorScheme, reducedMotion: "reduce" });
      await page.waitForSelector(wait);
      await assertAccessible(page, file);
      await close();
    }
  });
}
