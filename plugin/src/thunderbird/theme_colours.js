import { contrast, cssOf, luminance, mixed } from "./colour.js";
/** @import { Colour } from "./colour.js" */

/** @typedef {Record<string, Colour | null | undefined>} ThemeColours the theme's colours by their names in its manifest */
/** @typedef {{ scheme: "light" | "dark", properties: Record<string, string> }} Look */

// WCAG 2.2 AA: text 4.5 (1.4.3), borders of fields and marks 3 (1.4.11).
const forText = 4.5;
const forMarks = 3;

/** Which of a theme's colours Thunderbird paints such a place with: panes beside the space, panels beside the small cards. */
const placesOf = Object.freeze({
  pane: { ground: "sidebar", text: "sidebar_text", line: "sidebar_border", chosen: "sidebar_highlight" },
  panel: { ground: "popup", text: "popup_text", line: "popup_border", chosen: "popup_highlight" },
});

/**
 * Colours that stay the page's own in every theme, as goodturn.css has them: of links and words on them, of marks and pockets.
 * @type {Readonly<Record<"light" | "dark", { links: Colour, onLinks: Colour, marks: readonly Colour[] }>>}
 */
export const own = {
  light: { links: [11, 92, 173], onLinks: [255, 255, 255], marks: [[31, 122, 85], [138, 90, 0], [139, 58, 143], [163, 59, 46], [63, 95, 102]] },
  dark: { links: [124, 192, 255], onLinks: [11, 28, 44], marks: [[111, 207, 163], [224, 176, 80], [217, 154, 223], [240, 153, 140], [156, 196, 204]] },
};

/** The first colour that has enough contrast with all grounds. */
const readable = (/** @type {(Colour | null | undefined)[]} */ candidates, /** @type {Colour[]} */ grounds, /** @type {number} */ least) =>
  candidates.find((one) => one && grounds.every((ground) => contrast(one, ground) >= least));

/** The border that the theme has, or one from so much of the text as a border needs. */
function fieldLine(/** @type {Colour | null | undefined} */ line, /** @type {Colour} */ ground, /** @type {Colour} */ text) {
  return readable([line, ...[0.4, 0.5, 0.6, 0.7].map((share) => mixed(ground, text, share))], [ground], forMarks) ?? text;
}

/**
 * How a page looks in a theme: whether it is light or dark, and custom properties of goodturn.css in its colours. null when the
 * theme says nothing about such a place; no properties when its text, or a mark of ours, would be hard to read in it (below
 * WCAG 2.2 AA): then the page's own colours stay, light or dark as the theme is.
 * @param {ThemeColours} colours
 * @param {keyof typeof placesOf} place
 * @returns {Look | null}
 */
export function lookOf(colours, place) {
  const names = placesOf[place];
  const [page, text] = [colours[names.ground], colours[names.text]];
  if (!page) return null;
  /** @type {Look} */
  const look = { scheme: luminance(page) < 0.18 ? "dark" : "light", properties: {} };
  if (!text) return look;
  const [panel, raised, chip] = [mixed(page, text, 0.04), mixed(page, text, 0.07), mixed(page, text, 0.12)];
  const { links, onLinks, marks } = own[look.scheme];
  const calm = mixed(page, marks[1], 0.1);
  const grounds = [page, panel, raised, chip, calm];
  if (!readable([text], grounds, forText) || ![links, ...marks].every((mark) => readable([mark], [page, panel], forMarks))) return look;
  const quiet = readable([mixed(text, page, 0.25), mixed(text, page, 0.12)], grounds, forText) ?? text;
  const accent = readable([colours[names.chosen], links], grounds, forText) ?? text;
  const onAccent = readable([onLinks, page], [accent], forText) ?? page;
  const field = readable([colours.toolbar_field], [text], forText) ?? page;
  look.properties = Object.fromEntries(Object.entries({
    "--page": page, "--panel": panel, "--raised": raised, "--chip": chip, "--field": field, "--text": text, "--quiet": quiet,
    "--line": mixed(page, text, 0.2), "--field-line": fieldLine(colours[names.line], field, text),
    "--accent": accent, "--accent-strong": accent, "--on-accent": onAccent,
    "--calm": calm, "--calm-line": mixed(page, marks[1], 0.5),
  }).map(([name, colour]) => [name, cssOf(colour)]));
  return look;
}
