// Every page of the space with the real helper's sample: {name, route, wait} (what stands there when the page is complete),
// and whether it asks the helper for nothing before the user does something.
export const allPages = [
  { name: "week", route: "#/week", wait: "gt-suggestion" },
  { name: "people", route: "#/people", wait: "[role=option] .name" },
  { name: "person", route: "#/people/sample-hugo-adeyemi", wait: ".balance-ends" },
  { name: "introductions", route: "#/introductions", wait: "[data-pair], [data-introduction]" },
  { name: "ledger", route: "#/ledger", wait: "gt-ledger .entry" },
  { name: "goals", route: "#/goals", wait: "gt-ask-board" },
  { name: "duplicates", route: "#/duplicates", wait: "gt-duplicates .empty, [data-proposal]" },
  { name: "roles", route: "#/roles", wait: "gt-role-seat h2" },
  { name: "network", route: "#/network", wait: "gt-readiness .parts" },
  { name: "welcome", route: "#/welcome", wait: "gt-welcome [name=url]" },
  { name: "accounts", route: "#/accounts", wait: "gt-account-card .collection" },
  { name: "import", route: "#/import", wait: "gt-imports [name=files]", readsNothing: true },
  { name: "changes", route: "#/changes", wait: "gt-trash p, gt-trash ul" },
  { name: "settings", route: "#/settings", wait: "gt-privacy tbody" },
];

/** Goes to each page in turn and calls visit(name) when it stands there. `other[name]`: another route or
 *  wait for it. */
export async function eachPage(page, visit, other = {}) {
  for (const { name, route, wait } of allPages.map((one) => ({ ...one, ...other[one.name] }))) {
    await page.evaluate((wanted) => (location.hash = wanted), route);
    await page.waitForSelector(wait, { state: "attached", timeout: 10000 });
    await page.waitForFunction(() => !document.querySelector("main gt-loading"));
    await visit(name);
  }
}
