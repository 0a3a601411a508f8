// What is wrong with the layout of the page as it stands; runs in the page.

/**
 * Faults as texts: the page scrolls sideways, something stands outside the window, a text or the words of a field are cut, controls
 * or texts lie on each other. Rows of the People list may be cut by an ellipsis: their page shows all.
 */
export function layoutFaults() {
  const faults = [];
  const width = document.documentElement.clientWidth;
  const named = (element) => `${element.tagName.toLowerCase()}${element.className && element.className.baseVal === undefined ? `.${element.className}` : ""} “${(element.ariaLabel ?? element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40)}”`;
  const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX) && element.tabIndex >= 0;
  const upwards = (element) => (element.parentElement ? [element, ...upwards(element.parentElement)] : [element]);
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !upwards(element).some((one) => one.classList.contains("unseen"));
  const rectOf = (element) => element.getBoundingClientRect();

  if (document.scrollingElement.scrollWidth > width + 1) faults.push(`the page is ${document.scrollingElement.scrollWidth} wide in a window of ${width}`);

  const elements = [...document.body.querySelectorAll("*")].filter((element) => !element.closest("svg") && isShown(element));
  for (const element of elements) {
    const { left, right, width: wide } = rectOf(element);
    const outside = wide > 0 && (right > width + 1 || left < -1) && !upwards(element).slice(1).some(scrolls);
    if (outside) faults.push(`outside the window: ${named(element)} ${Math.round(left)}…${Math.round(right)}`);
  }

  const ownText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  for (const element of elements) {
    const { overflowX, overflowY } = getComputedStyle(element);
    const clips = overflowX === "hidden" || overflowX === "clip" || overflowY === "hidden";
    if (!clips || element.closest("[role=option]") || !(ownText(element) || element.querySelector("bdi, span"))) continue;
    if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) faults.push(`cut: ${named(element)}`);
  }

  const brush = document.createElement("canvas").getContext("2d");
  const wordsOf = (field) => (field.tagName === "SELECT" ? (field.selectedOptions[0]?.text ?? "") : field.placeholder);
  for (const field of elements.filter((element) => element.matches("select, input[placeholder], textarea[placeholder]"))) {
    const style = getComputedStyle(field);
    brush.font = style.font;
    const arrow = field.tagName === "SELECT" ? 18 : 0;
    const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - arrow;
    const needs = brush.measureText(wordsOf(field)).width;
    if (field.tagName !== "TEXTAREA" && needs > room + 1) faults.push(`words of a field are cut: “${wordsOf(field)}” needs ${Math.round(needs)} of ${Math.round(room)}`);
  }

  const overlap = (a, b, slack) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack;
  const isFixed = (element) => upwards(element).some((one) => ["fixed", "sticky"].includes(getComputedStyle(one).position));
  /** Pairs that lie on each other: sorted from above, each is held against those that begin before it ends. */
  const lying = (things, slack, tell) => {
    const sorted = things.sort((a, b) => a.rect.top - b.rect.top);
    for (const [at, one] of sorted.entries()) {
      for (let next = at + 1; next < sorted.length && sorted[next].rect.top < one.rect.bottom; next += 1) {
        const other = sorted[next];
        if (one.element !== other.element && !one.element.contains(other.element) && !other.element.contains(one.element) && overlap(one.rect, other.rect, slack)) faults.push(tell(one, other));
      }
    }
  };
  const controls = elements.filter((element) => element.matches("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']") && !isFixed(element));
  lying(controls.map((element) => ({ element, rect: rectOf(element) })), 1, (a, b) => `controls overlap: ${named(a.element)} and ${named(b.element)}`);

  const texts = [];
  for (const element of elements.filter((one) => ownText(one) && !isFixed(one) && !one.closest("[role=option]"))) {
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      texts.push(...[...range.getClientRects()].filter((rect) => rect.width > 1).map((rect) => ({ element, rect })));
    }
  }
  lying(texts, 3, (a, b) => `texts overlap: ${named(a.element)} and ${named(b.element)}`);
  return faults;
}

/** Opens all that is folded, so that it is looked at as well. */
export const unfold = () => document.querySelectorAll("main details").forEach((one) => (one.open = true));
