// Whether what colours say can still be told apart when the system sets them (forced-colors); runs in the page.

/** Marks that are filled with something; each has to stand out from the page. "::before" marks are drawn there. */
export const filledMarks = [".places-taken .taken", ".state.alive::before", ".state.fading::before", ".swatch", ".tick.ticked::before", ".bar-part", ".gaps .gap", ".gaps .now", ".balance .marker", ".trend rect", ".dot:not(.fading) circle"];

/** What is chosen beside what is not: the two have to look different by more than a colour that is gone. */
export const chosenMarks = [
  ["nav a[aria-current=page]", "nav a:not([aria-current])"],
  ["[aria-pressed=true]", "[aria-pressed=false]"],
  ["[role=option][aria-selected=true]", "[role=option][aria-selected=false]"],
  [".tick.ticked::before", ".tick:not(.ticked)::before"],
  [".bar-part", ".bar-all"],
  [".gaps .now", ".gaps .gap"],
];

/** {seen, faults}: the marks that are on the page, and what of them cannot be told apart. */
export function contrastFaults([filled, chosen]) {
  const faults = [];
  const seen = [];
  const styleOf = (mark) => {
    const [selector, part] = mark.split("::");
    const element = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
    return element && { element, style: getComputedStyle(element, part ? `::${part}` : undefined) };
  };
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  /** Relative luminance of a colour as it is painted on the page (WCAG 2.2). */
  const luminance = (colour) => {
    canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => (byte <= 10 ? byte / 3294.6 : ((byte / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a, b) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);
  const page = getComputedStyle(document.body).backgroundColor;
  for (const mark of filled) {
    const { element, style } = styleOf(mark) ?? {};
    if (!element) continue;
    seen.push(mark);
    const paint = element instanceof SVGElement ? style.fill : style.backgroundColor;
    const isDrawn = style.backgroundImage !== "none" || contrast(paint, page) >= 3;
    if (!isDrawn) faults.push(`${mark} is ${paint} on ${page}`);
  }
  const look = ({ style }) => [style.fontWeight, style.textDecorationLine, style.backgroundColor, style.fill, style.outlineStyle, style.outlineWidth, style.borderTopWidth, style.borderTopStyle].join();
  for (const [one, other] of chosen) {
    const [a, b] = [styleOf(one), styleOf(other)];
    if (!a || !b) continue;
    seen.push(one);
    if (look(a) === look(b)) faults.push(`${one} looks like ${other}`);
    if (a.element.textContent.trim() && contrast(a.style.color, a.style.backgroundColor) < 4.5) faults.push(`${one} is not readable: ${a.style.color} on ${a.style.backgroundColor}`);
  }
  return { seen, faults };
}
