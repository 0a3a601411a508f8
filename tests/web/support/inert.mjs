// Hostile texts on a page: nothing of them became markup or a link, and each stands there as the very text that it is.
import assert from "node:assert/strict";

const markup = "script:not([src]), iframe, object, embed, svg:not(.gaps, .balance, .balance > svg, .bar, .trend, .network), math, img, video, base, main style, main link, [onerror], [onload], [onfocus], [ontoggle]";
const links = "http:|https:|mailto:|tel:|webcal:";

/** Nothing of the payload became an element or a link of another scheme. */
export async function assertInert(page, alarms, where) {
  const found = await page.evaluate(
    ([selector, schemes]) => ({
      elements: document.querySelectorAll(selector).length,
      odd: [...document.querySelectorAll("a[href]")].map((link) => new URL(link.getAttribute("href"), location.href).protocol).filter((one) => !schemes.split("|").includes(one)),
    }),
    [markup, links],
  );
  assert.deepEqual(found, { elements: 0, odd: [] }, where);
  assert.deepEqual(alarms, [], where);
}

export const textOf = (page, selector) => page.evaluate((wanted) => [...document.querySelectorAll(wanted)].map((one) => one.textContent).join("\n"), selector);

/** Each payload was on a page as the very text that it is. */
export function assertShown(texts, shown) {
  const plain = (text) => text.replace(/\s+/g, " ").trim();
  const all = shown.map(plain);
  for (const text of texts) assert.ok(all.some((page) => page.includes(plain(text))), `${text} is on no page`);
}
