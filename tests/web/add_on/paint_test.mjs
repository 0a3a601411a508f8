import test from "node:test";
import { openAddOn } from "../support/fake_thunderbird.mjs";
import { tellPaints, cardPaint, routePaint } from "../support/paint.mjs";
import { SampleBridge } from "../support/sample_bridge.mjs";
import { bridge, browser, setStage } from "../support/stage.mjs";

setStage({ begin: () => new SampleBridge({ people: 40 }).start() });

const kim = "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:kim\r\nFN:Kim Example\r\nEND:VCARD\r\n";
const host = {
  granted: ["messagesRead", "compose", "addressBooks"],
  author: "Ada Example <person0@example.org>",
  composing: { to: ["person0@example.org"], subject: "compilers" },
  books: [{ id: "b", name: "Personal" }],
  contacts: [{ id: "kim", parentId: "b", vCard: kim }],
};
const cards = [
  ["popup.html", "gt-popup", "gt-sync-panel progress, gt-sync-panel .report p"],
  ["sender.html", "gt-sender", "[data-log]"],
  ["composing.html", "gt-composing", "[data-guard]"],
];

test("the cards are painted soon after they are opened", async () => {
  for (const [file, name, wait] of cards) {
    const { page, close } = await openAddOn(browser, bridge, file, host);
    await page.waitForSelector(wait);
    await tellPaints([{ name: file, once: () => page.evaluate(cardPaint, [name, wait]) }]);
    await close();
  }
});

test("someone who is only in Thunderbird is painted soon", async () => {
  const { page, close } = await openAddOn(browser, bridge, "app.html#/book/kim", host);
  await page.waitForSelector("gt-contact gt-tags");
  const once = async () => {
    await page.evaluate(() => (location.hash = "#/changes"));
    await page.waitForSelector("gt-history h1");
    return page.evaluate(routePaint, ["#/book/kim", "gt-contact gt-tags"]);
  };
  await tellPaints([{ name: "#/book", once }]);
  await close();
});
