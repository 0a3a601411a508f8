import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { axePath } from "./packages.mjs";

const axe = readFileSync(axePath, "utf8");

/** No serious or critical finding of axe-core on the page as it stands; the size of targets (WCAG 2.2, 2.5.8), which it leaves out by itself, included. */
export async function assertAccessible(page, where) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { rules: { "target-size": { enabled: true } } }));
  const grave = violations.filter((one) => ["serious", "critical"].includes(one.impact));
  assert.deepEqual(grave.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`), [], where);
}
