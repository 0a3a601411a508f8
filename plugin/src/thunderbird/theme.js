import { parseRgb } from "./colour.js";
import { lookOf } from "./theme_colours.js";
/** @import { ThemeColours } from "./theme_colours.js" */

/** @typedef {string | number[] | null | undefined} Written a colour as a theme's manifest writes it */

/** The computed value of any CSS colour; "" for what is none. */
function computed(/** @type {string} */ colour) {
  const probe = document.createElement("i");
  probe.style.color = colour;
  if (!probe.style.color) return "";
  document.documentElement.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/**
 * @param {Record<string, Written>} written
 * @returns {ThemeColours}
 */
function coloursOf(written) {
  const css = (/** @type {Written} */ one) => (Array.isArray(one) ? `rgb(${one.join(", ")})` : (one ?? ""));
  return Object.fromEntries(Object.entries(written).map(([name, one]) => [name, parseRgb(computed(css(one)))]));
}

/**
 * Gives the page the colours of Thunderbird's theme, now and whenever another one is chosen: a "pane" beside Thunderbird's
 * own, or a "panel" such as its popups. Outside Thunderbird, and where somebody asked the system for more contrast, the page
 * keeps its own.
 * @param {"pane" | "panel"} place
 */
export function followTheme(place) {
  const { theme } = globalThis.messenger ?? {};
  if (!theme) return;
  const root = document.documentElement;
  const contrastWanted = matchMedia("(prefers-contrast: more), (forced-colors: active)");
  /** @type {string[]} */
  let dressed = [];
  const dress = (/** @type {{ colors?: object | null } | undefined} */ current) => {
    const colours = contrastWanted.matches ? {} : coloursOf(/** @type {Record<string, Written>} */ (current?.colors ?? {}));
    const look = lookOf(colours, place);
    for (const name of dressed) root.style.removeProperty(name);
    root.style.colorScheme = look?.scheme ?? "";
    dressed = Object.keys(look?.properties ?? {});
    for (const name of dressed) root.style.setProperty(name, look?.properties[name] ?? "");
  };
  const ask = () => theme.getCurrent().then(dress);
  theme.onUpdated.addListener(ask);
  contrastWanted.addEventListener("change", ask);
  ask();
}
