// Through a page with the Tab key alone.

/** Runs in the page: notes each stop of the focus, and what of it nobody would see. */
function watchFocus() {
  const isReachable = (element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true });
  const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]")].filter(isReachable);
  // Of a group of radio buttons Tab reaches one; arrows do the rest.
  const keyOf = (element) => (element.type === "radio" ? `${element.name} of ${element.form ? [...document.forms].indexOf(element.form) : ""}` : element);
  const named = (element) => element.outerHTML.replace(/<!--.*?-->/g, "").replace(/\s+/g, " ").slice(0, 110);
  globalThis.focusWalk?.end.abort();
  const end = new AbortController();
  const walk = (globalThis.focusWalk = { end, left: new Map(all.map((element) => [keyOf(element), named(element)])), faults: [] });
  const ringOf = (element) => {
    const style = getComputedStyle(element.closest("svg a")?.querySelector("circle") ?? element);
    return style.outlineStyle !== "none" ? parseFloat(style.outlineWidth) : element.closest("svg a") ? parseFloat(style.strokeWidth) - 3 : 0;
  };
  const isSeen = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + Math.min(width / 2, 40), top + Math.min(height / 2, 20));
    return element.contains(hit) || Boolean(hit?.contains(element)) || [...(element.labels ?? [])].some((label) => label.contains(hit));
  };
  document.addEventListener("focusin", ({ target }) => {
    if (!walk.left.delete(keyOf(target))) return;
    if (ringOf(target) <= 0) walk.faults.push(`no focus ring on ${named(target)}`);
    if (!isSeen(target)) walk.faults.push(`focused out of sight: ${named(target)}`);
  }, { signal: end.signal });
  return all.length + 6 * document.querySelectorAll("input[type=date], input[type=time]").length + 10;
}

/** Tabs once around the page as it stands; answers faults as texts: what is not reached, has no ring, or is out of sight. */
export async function walkByTab(page) {
  await page.evaluate(() => document.activeElement?.blur());
  const most = await page.evaluate(watchFocus);
  for (let presses = 0; presses < most; presses += 1) await page.keyboard.press("Tab");
  return page.evaluate(() => [...globalThis.focusWalk.faults, ...[...globalThis.focusWalk.left.values()].map((name) => `not reached by Tab: ${name}`)]);
}
