import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal } from "../support/start_bridge.mjs";
import { tellTime } from "../support/times.mjs";

setStage({ onlyReal: true });

/** Opens the page and gives what the helper said. */
async function openNetwork(page) {
  const answered = page.waitForResponse((response) => response.url().includes("/reports/network"));
  await openPages(page, bridge, "#/network");
  await page.waitForSelector("svg.network");
  return (await answered).json();
}

for (const colorScheme of ["light", "dark"]) {
  test(`every number stands with what it rests on, ${colorScheme}`, { skip: !isReal }, async () => {
    const { page, close } = await freshPage(browser, { colorScheme, reducedMotion: "reduce" });
    const report = await openNetwork(page);
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    const text = (await page.innerText("gt-network")).replace(/\s+/g, " ");
    const { circles, crisis, behaviours, variety } = report;
    const figures = [report.active, circles.pairs.figure, circles.effective_size, circles.pockets, circles.echo.figure, crisis.readiness, crisis.roles, crisis.bench, crisis.balanced, crisis.warm, behaviours.evenness, report.depth, ...variety.map((one) => one.heads)];
    for (const figure of figures) {
      assert.ok(text.includes(figure.text.replace(/\s+/g, " ")), figure.text);
      if (figure.value !== undefined && figure.evidence) assert.ok(text.includes(figure.evidence), figure.evidence);
    }
    assert.match(text, /Not enough yet: who your boss is/);
    for (const { group, people } of variety[0].groups) assert.match(text, new RegExp(`${group}.{0,3}${people} `));
    await assertAccessible(page, "network");
    await close();
  });
}

test("the six ways are a table with their counts", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser);
  const { behaviours } = await openNetwork(page);
  const counts = await page.$$eval("gt-behaviours .count", (cells) => cells.map((cell) => Number(cell.textContent)));
  assert.deepEqual(counts, behaviours.cells.map((cell) => cell.count));
  await close();
});

test("features_020_level_and_growth_are_told_apart", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openNetwork(page);
  await page.click("gt-behaviours summary");
  const text = await page.innerText("gt-behaviours details");
  assert.match(text, /growth of salaries went along with maintaining contacts inside/);
  assert.match(text, /their level went along with maintaining contacts outside/);
  await close();
});

test("features_080_promoting_each_other_is_left_out_and_the_help_says_why", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openNetwork(page);
  await page.click("gt-behaviours summary");
  assert.match(await page.innerText("gt-behaviours details"), /left out on purpose[\s\S]*posts nothing[\s\S]*a wide channel is not a close tie/);
  await close();
});

test("features_022_a_year_to_look_at_and_nothing_that_begins_anew_each_day", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser);
  const answered = page.waitForResponse((response) => response.url().includes("/reports/trend"));
  await openNetwork(page);
  const { months } = await (await answered).json();
  await page.waitForSelector("gt-trend svg");
  assert.equal(months.length, 12);
  assert.equal(await page.locator("gt-trend svg rect").count(), 12);
  const shown = [];
  for (const place of ["network", "week", "people", "ledger", "goals", "roles"]) {
    await page.evaluate((name) => (location.hash = `#/${name}`), place);
    await page.waitForFunction((name) => document.querySelector(`gt-${name}`)?.innerText.length > 200, place);
    shown.push(await page.innerText("main"));
  }
  assert.doesNotMatch(shown.join("\n"), /streak|in a row|daily|each day|per day|(done|touches|points|goal) today|score/i);
  // What a page keeps by itself must not be tied to a day, or it would begin anew with the next one.
  const kept = await page.evaluate(() => Object.entries({ ...localStorage, ...sessionStorage }).flat().join(" "));
  assert.doesNotMatch(kept, /\d{4}-\d{2}-\d{2}|streak/);
  await close();
});

test("the picture by keyboard: arrows move to the nearest, Enter opens the person", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser);
  const { circles } = await openNetwork(page);
  assert.equal(await page.locator(".dot").count(), circles.members.length);
  assert.equal(await page.locator(".lines line").count(), circles.acquainted.length);
  assert.equal(await page.locator(".dot[tabindex='0']").count(), 1);
  await page.focus(".dot[tabindex='0']");
  const before = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  const x = () => page.evaluate(() => Number(document.activeElement.querySelector("circle").getAttribute("cx")));
  const start = await x();
  await page.keyboard.press((start > 0 ? "ArrowLeft" : "ArrowRight"));
  const after = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  assert.notEqual(after, before);
  assert.ok(start > 0 ? (await x()) < start : (await x()) > start);
  const name = after.split(":")[0];
  assert.match(await page.innerText(".about-dot"), new RegExp(name));
  await page.keyboard.press("+");
  assert.equal(await page.isEnabled("[data-zoom=out]"), true);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), after);
  await page.keyboard.press("0");
  assert.equal(await page.isEnabled("[data-zoom=out]"), false);
  await page.keyboard.press("Enter");
  await page.waitForFunction((wanted) => document.querySelector("gt-person h1")?.textContent === wanted, name);
  await close();
});

test("the table says the same as the picture", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser);
  const { circles } = await openNetwork(page);
  await page.click("[data-look=table]");
  await page.waitForSelector("gt-network-table table");
  const rows = await page.$$eval("gt-network-table tbody tr", (lines) => lines.map((line) => [line.querySelector("th").textContent, line.querySelectorAll("td:last-child a").length]));
  assert.equal(rows.length, circles.members.length);
  const knows = circles.members.map(({ person }, at) => [person.name, circles.acquainted.filter((pair) => pair.includes(at)).length]);
  assert.deepEqual(Object.fromEntries(rows), Object.fromEntries(knows));
  await assertAccessible(page, "network table");
  await close();
});

test("500 people: the picture stands within four seconds and follows the keyboard", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await page.route("**/api/v1/reports/network", async (route) => {
    const answer = await (await route.fetch()).json();
    const members = Array.from({ length: 500 }, (_, at) => ({ person: { uid: `made-up-${at}`, name: `Person ${at}` }, liveliness: at % 5 ? "alive" : "fading", layer: [5, 15, 50, 150, 0][Math.min(4, Math.floor(Math.log2(at / 8 + 1)))] }));
    const acquainted = Array.from({ length: 1200 }, (_, at) => [at % 499, Math.min(499, (at % 499) + 1 + ((at * 7) % 12))]).filter(([a, b]) => a < b);
    const pocketGroups = [members.map((member) => member.person)];
    await route.fulfill({ json: { ...answer, circles: { ...answer.circles, members, acquainted, pocket_groups: pocketGroups } } });
  });
  await openPages(page, bridge, "#/week");
  const begun = Date.now();
  await page.evaluate(() => (location.hash = "#/network"));
  await page.waitForSelector(".dot");
  const drawn = Date.now() - begun;
  assert.equal(await page.locator(".dot").count(), 500);
  await page.focus(".dot[tabindex='0']");
  const pressed = Date.now();
  for (let at = 0; at < 20; at += 1) await page.keyboard.press(at % 2 ? "ArrowRight" : "ArrowDown");
  const perKey = (Date.now() - pressed) / 20;
  tellTime("500 people, 1,200 ties: drawn", drawn, 4000);
  tellTime("500 people, 1,200 ties: each key", perKey, 150);
  await close();
});

test("nobody in touch yet, and a helper that cannot answer", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await page.route("**/api/v1/reports/network", async (route) => {
    const answer = await (await route.fetch()).json();
    await route.fulfill({ json: { ...answer, circles: { ...answer.circles, members: [], acquainted: [] } } });
  });
  await openPages(page, bridge, "#/network");
  await page.waitForSelector("gt-network .empty a");
  await page.unroute("**/api/v1/reports/network");
  await page.route("**/api/v1/reports/trend", (route) => route.abort());
  await page.evaluate(() => (location.hash = "#/week"));
  await page.waitForSelector("gt-week h1");
  await page.evaluate(() => (location.hash = "#/network"));
  await page.waitForSelector("gt-network [role=alert]");
  await close();
});

test("three questions to oneself are answered, and taken back", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openNetwork(page);
  await page.waitForSelector("gt-trend svg");
  const relatedness = () => page.innerText("gt-trend");
  const before = await relatedness();
  await page.locator(".self-check summary").click();
  await page.click("[data-action=self-check]");
  assert.equal(await page.$eval(".self-check [name=belong]", (field) => field.validity.valueMissing), true, "no answer is none");
  for (const [name, value] of [["belong", 2], ["respect", 5], ["connection", 5]]) await page.check(`.self-check [name=${name}][value="${value}"]`);
  await assertAccessible(page, "self-check");
  await page.click("[data-action=self-check]");
  await page.waitForFunction(() => /you felt 4\.0 of 5/.test(document.querySelector("gt-trend").innerText));
  assert.notEqual(await relatedness(), before);
  await page.click("[data-action=undo]");
  await page.waitForFunction(() => /Taken back/.test(document.querySelector(".toast")?.textContent));
  await close();
});
