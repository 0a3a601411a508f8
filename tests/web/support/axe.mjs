import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { axePath } from "./packages.mjs";

const axe = readFileSync(axePath, "utf8");

/** No serious or critical finding of axe-core on the page as it stands. */
export async function assertAccessible(page, where) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  const grave = violations.filter((one) => ["serious", "critical"].includes(one.impact));
  assert.deepEqual(grave.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`), [], where);
}
