import test from "node:test";
import { allPages } from "../support/all_pages.mjs";
import { freshPage, openPages } from "../support/browser.mjs";
import { tellPaints, routePaint } from "../support/paint.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";
import { isReal } from "../support/start_bridge.mjs";

setStage({ onlyReal: true });

test("every page is painted soon after it is asked for", { skip: !isReal }, async () => {
  const { page, close } = await freshPage(browser);
  await openPages(page, bridge);
  await page.waitForSelector("gt-suggestion");
  const from = async (route) => {
    const [other, head] = route === "#/changes" ? ["#/settings", "gt-settings-page h1"] : ["#/changes", "gt-history h1"];
    await page.evaluate((elsewhere) => (location.hash = elsewhere), other);
    await page.waitForSelector(head);
  };
  // What a page needs is loaded the first time.
  for (const { route, wait } of allPages) await page.evaluate(routePaint, [route, wait]);
  await tellPaints(allPages.map(({ route, wait }) => ({ name: route, once: async () => (await from(route), page.evaluate(routePaint, [route, wait])) })));
  await close();
});
