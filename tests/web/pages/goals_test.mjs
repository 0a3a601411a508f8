import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal } from "../support/start_bridge.mjs";
import { pick, saveDialog, takeFound, undoTo } from "../support/steps.mjs";

setStage({ onlyReal: true });

async function openGoals(options) {
  const fresh = await freshPage(browser, options);
  await openPages(fresh.page, bridge, "#/goals");
  await fresh.page.waitForSelector("gt-ask-board");
  return fresh;
}

const column = (page, state) => page.locator(`.column.${state} .ask`);

test("a goal grows more complete by what is filled in, names the people to reach, and can be deleted", { skip: !isReal }, async () => {
  const { page, close } = await openGoals();
  const goals = page.locator("gt-goal");
  const before = await goals.count();
  await page.click("[data-action=add-goal]");
  await page.fill("dialog [name=purpose]", "So that the river stays clean");
  await page.fill("dialog [name=titles]", "Hydrologist, Engineer, Hydrologist");
  const target = page.locator("dialog gt-people-picker [role=combobox]");
  await target.pressSequentially("Rosa");
  await takeFound(page, "Rosa");
  await page.waitForSelector("dialog gt-people-picker .chip");
  await saveDialog(page);
  const own = page.locator("gt-goal", { hasText: "river stays clean" });
  await own.waitFor();
  assert.match(await own.innerText(), /40\s?% complete[\s\S]*Still open: industries · companies · by when[\s\S]*Hydrologist\s+Engineer[\s\S]*Rosa Thorsen/);
  await own.locator("[data-action=edit]").click();
  await page.fill("dialog [name=industries]", "Water");
  await page.fill("dialog [name=deadline]", "2027-06-30");
  await saveDialog(page);
  await page.locator("gt-goal", { hasText: /80\s?% complete/ }).waitFor();
  await own.locator("[data-action=delete]").click();
  await page.click("dialog [data-action=agree]");
  await page.waitForFunction((count) => document.querySelectorAll("gt-goal").length === count, before);
  await undoTo(page, () => own.waitFor());
  await close();
});

test("an ask goes over the board; a no is counted as an answer and has no alarming colour", { skip: !isReal }, async () => {
  const { page, close } = await openGoals();
  await page.click("[data-action=add-ask]");
  await pick(page, "person", "Greta");
  await page.selectOption("dialog [name=kind]", "feedback");
  await page.fill("dialog [name=text]", "the talk on tides");
  await saveDialog(page);
  await column(page, "open").waitFor();
  await column(page, "open").locator("select").selectOption("no");
  await column(page, "no").waitFor();
  assert.match(await page.innerText("gt-ask-board"), /1 “no” collected/);
  const colours = await page.evaluate(() => ["yes", "no"].map((state) => getComputedStyle(document.querySelector(`.column.${state}`)).backgroundColor));
  assert.equal(colours[0], colours[1]);
  await undoTo(page, () => column(page, "open").waitFor());
  await column(page, "open").locator("[data-action=draft-ask]").click();
  await page.waitForSelector(".ask .draft, .ask gt-missing-fields");
  await close();
});

async function addAsk(page, name, text) {
  await page.click("[data-action=add-ask]");
  await pick(page, "person", name);
  await page.selectOption("dialog [name=kind]", "feedback");
  await page.fill("dialog [name=text]", text);
  await saveDialog(page);
  const ask = page.locator(".ask", { hasText: text });
  await ask.waitFor();
  return ask;
}

const answerOf = (ask) => ask.locator("[data-action=answer]").inputValue();

test("of two open asks the words for one never open addressed to the other, and each shows its own answer", { skip: !isReal }, async () => {
  const { page, close } = await openGoals();
  const texts = ["the tide tables", "the harbour plan"];
  await addAsk(page, "Selma", texts[0]);
  await addAsk(page, "Hugo", texts[1]);
  if ((await column(page, "open").first().innerText()).includes(texts[1])) texts.reverse();
  const [first, second] = texts.map((text) => page.locator(".ask", { hasText: text }));
  await first.locator("[data-action=draft-ask]").click();
  await first.locator("gt-draft, gt-missing-fields").waitFor({ state: "attached" });
  await first.locator("[data-action=answer]").selectOption("no");
  await page.locator(".column.no .ask", { hasText: texts[0] }).waitFor();
  assert.equal(await second.locator("gt-draft, gt-missing-fields").count(), 0, "no words of another");
  assert.deepEqual([await answerOf(first), await answerOf(second)], ["no", "open"]);
  await second.locator("[data-action=answer]").selectOption("no");
  await page.locator(".column.no .ask", { hasText: texts[1] }).waitFor();
  await close();
});

test("words that were drafted go when the ask turns to another person; a neutral subject names nothing private", { skip: !isReal }, async () => {
  const { page, close } = await openGoals();
  const ask = await addAsk(page, "Noor", "the weather log");
  await ask.locator("[data-action=draft-ask]").click();
  await ask.locator(".draft > summary").click();
  assert.match(await ask.locator("[name=body]").inputValue(), /Noor/);
  assert.equal(await ask.locator("[name=subject]").inputValue(), "A question");
  await ask.locator("[data-action=edit]").click();
  await page.fill('dialog [data-field="person"]', "");
  await pick(page, "person", "Hugo");
  await saveDialog(page);
  await page.locator(".ask", { hasText: "Hugo Adeyemi" }).filter({ hasText: "weather log" }).waitFor();
  assert.equal(await ask.locator("gt-draft").count(), 0);
  await close();
});

test("an answer that the helper refuses is not shown as taken", { skip: !isReal }, async () => {
  const { page, close } = await openGoals();
  const ask = await addAsk(page, "Rosa", "a look at the dam");
  await page.route("**/api/v1/journal/ask/**", (route) => (route.request().method() === "GET" ? route.continue() : route.fulfill({ status: 412, contentType: "application/problem+json", body: JSON.stringify({ type: "about:blank", kind: "precondition", title: "Refused", status: 412, detail: "It was changed on the server." }) })));
  await ask.locator("[data-action=answer]").selectOption("yes");
  await page.waitForSelector("gt-ask-board [role=alert]");
  assert.equal(await answerOf(ask), "open");
  await close();
});

test("a script is filled in for a person, asks for what is missing, and its use is noted", { skip: !isReal }, async () => {
  const { page, close } = await openGoals();
  await page.click("[data-action=add-script]");
  await page.fill("dialog [name=name]", "Coffee");
  await page.fill("dialog [name=text]", "Hello {firstName}, shall we meet in {place}?");
  await saveDialog(page);
  const own = page.locator("[data-script]", { hasText: "Coffee" });
  await own.locator("[data-action=use]").click();
  await own.locator("[role=combobox]").pressSequentially("Greta");
  await takeFound(page, "Greta");
  await own.locator("gt-missing-fields input").fill("Oslo");
  await own.locator("[data-action=give-fields]").click();
  await own.locator(".draft > summary").click();
  assert.equal(await own.locator("[name=subject]").inputValue(), "", "the script's own name is nobody else's business");
  assert.equal(await own.locator("[name=body]").inputValue(), "Hello Greta, shall we meet in Oslo?");
  await page.evaluate(() => (globalThis.messenger = { compose: { beginNew: async () => {} } }));
  await own.locator("[data-action=open-draft]").click();
  await page.locator("[data-script]", { hasText: "last used on" }).waitFor();
  await close();
});

test("of two people chosen quickly one after the other only the last one's text opens", { skip: !isReal }, async () => {
  const { page, close } = await openGoals();
  const script = page.locator("[data-script]").first();
  await script.locator("[data-action=use]").click();
  const field = script.locator("[role=combobox]");
  const choose = async (name) => {
    await field.fill("");
    await field.pressSequentially(name);
    await takeFound(page, name);
  };
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route("**/api/v1/scripts/**", async (route) => (await held, route.continue()), { times: 1 });
  await choose("Selma");
  await choose("Hugo");
  const drafted = () => page.evaluate(() => {
    const { person, draft } = document.querySelector("gt-scripts");
    return draft && { person: person.name, text: draft.text, missing: draft.missing };
  });
  await script.locator("gt-draft, gt-missing-fields").first().waitFor({ state: "attached" });
  const shown = await drafted();
  assert.equal(shown.person, "Hugo Adeyemi");
  const late = page.waitForResponse((response) => response.url().includes("/scripts/"));
  letGo();
  await late;
  await page.waitForTimeout(300);
  assert.deepEqual(await drafted(), shown);
  await close();
});

for (const colorScheme of ["light", "dark"]) {
  test(`goals, map, board and scripts are accessible, ${colorScheme}`, { skip: !isReal }, async () => {
    const { page, close } = await openGoals({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(() => document.querySelectorAll("gt-goals details").forEach((one) => (one.open = true)));
    assert.match(await page.innerText("gt-goals"), /Who decides[\s\S]*Greta Yamada/);
    await assertAccessible(page, "goals");
    await page.click("[data-action=add-goal]");
    await assertAccessible(page, "worksheet");
    await close();
  });
}
