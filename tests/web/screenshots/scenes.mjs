// What is to be seen on the pages of the space beside the pages as they come: dialogs, menus, narrow columns.
// A scene is {name, route, wait, show(page)?, narrow?}; `show` brings it about.
import { allPages } from "../support/all_pages.mjs";

/** A scene on the page `place` of allPages. */
const onPage = (place, name, show, more = {}) => {
  const { route, wait } = allPages.find((one) => one.name === place);
  return { name, route, wait, show, ...more };
};

/** Opens a dialog by a press on `selector`. */
const dialogBy = (selector) => async (page) => {
  await page.locator(selector).first().click();
  await page.waitForSelector("dialog[open]");
};

/** A scene for each page as it stands with the sample. */
export const plainScenes = allPages.map(({ name, route, wait }) => ({ name, route, wait }));

export const dialogScenes = [
  onPage("week", "week-why", async (page) => page.locator(".changes summary").first().click()),
  onPage("week", "week-later-menu", async (page) => page.locator("[data-action=later]").first().click()),
  onPage("week", "week-done-dialog", dialogBy("[data-action=note]")),
  onPage("week", "week-never-dialog", dialogBy("[data-action=never]")),
  onPage("week", "week-calendar", async (page) => {
    await page.click("[data-action=show-in-calendar]");
    await page.waitForSelector("gt-feed section");
  }),
  onPage("people", "people-keyboard", async (page) => {
    await page.keyboard.press("/");
    await page.keyboard.press("ArrowDown");
  }),
  onPage("person", "person-gloss", async (page) => page.locator("[data-add], gt-tags [data-remove]").first().hover()),
  onPage("person", "person-erase-dialog", dialogBy("[data-action=erase-person]")),
  onPage("introductions", "introductions-own-dialog", dialogBy("[data-action=own]")),
  onPage("ledger", "ledger-gave-dialog", dialogBy("gt-ledger [data-add]")),
  onPage("goals", "goals-goal-dialog", dialogBy("[data-action=add-goal]")),
  onPage("goals", "goals-ask-dialog", dialogBy("[data-action=add-ask]")),
  onPage("goals", "goals-script-dialog", dialogBy("[data-action=add-script]")),
  onPage("network", "network-table", async (page) => {
    await page.click("[data-look=table]");
    await page.waitForSelector("gt-network-table td");
  }),
  onPage("accounts", "accounts-report", async (page) => {
    await page.click("[data-action=sync]");
    await page.waitForSelector("gt-sync-panel summary", { timeout: 30000 });
    await page.click("gt-sync-panel summary");
  }),
  onPage("accounts", "accounts-remove-dialog", dialogBy("[data-action=remove-account]")),
  onPage("settings", "settings-erase-dialog", dialogBy("[data-action=erase-everything]")),
  onPage("week", "week-narrow", null, { narrow: true }),
  onPage("people", "people-narrow", null, { narrow: true }),
  onPage("person", "person-narrow", null, { narrow: true }),
  onPage("network", "network-narrow", null, { narrow: true }),
];

const mailFolders = ["INBOX", "Sent"].map((name) => ({ id: name, name, read_from: "2025-11-22T09:00:00Z", read_until: "2026-11-22T09:00:00Z" }));
const ada = "Ada Example <person0@example.org>";

/** The small cards and pages that only Thunderbird shows: {name, file, wait, options of openAddOn, prepare(bridge)?}. */
export const cardScenes = [
  { name: "popup-syncing", file: "popup.html", wait: "progress" },
  { name: "popup-report", file: "popup.html", wait: ".report" },
  { name: "popup-missing", file: "popup.html", wait: ".connection", options: { state: { phase: "failed", kind: "missing", what: "" } } },
  { name: "sender", file: "sender.html", wait: "[data-log]", options: { granted: ["messagesRead"], author: ada } },
  { name: "sender-gloss", file: "sender.html", wait: "gt-tags .glossed button", options: { granted: ["messagesRead"], author: ada }, show: (page) => page.locator("gt-tags .glossed button").first().hover() },
  { name: "sender-ask", file: "sender.html", wait: "[data-action=allow]" },
  { name: "sender-unknown", file: "sender.html", wait: "h1", options: { granted: ["messagesRead"], author: "Zoe Nobody <zoe@example.org>" } },
  { name: "log-as", file: "sender.html?message=1&kind=gave", wait: "[name=give_kind]", options: { granted: ["messagesRead"], author: ada } },
  { name: "composing", file: "composing.html", wait: "[data-guard]", options: { granted: ["compose"], composing: { to: ["person0@example.org", "person1@example.org"], subject: "A question" } } },
  {
    name: "mail-observed", file: "app.html#/accounts", wait: "[data-action=mail-read]", options: { granted: ["accountsRead", "messagesRead"] },
    prepare: (bridge) => (bridge.world.mail = [{ id: "a1", name: "ada@example.org", folders: mailFolders, messages: 1240 }]),
  },
];
