import { isMessage, t } from "./message.js";

/**
 * The lines of a kind, in order: about_KIND_1, about_KIND_2 …
 * @param {string} name
 */
function linesOf(name) {
  /** @type {string[]} */
  const lines = [];
  for (let at = 1; isMessage(`connection.about_${name}_${at}`); at += 1) lines.push(t(`connection.about_${name}_${at}`));
  return lines;
}

/**
 * {title, lines} for a link that failed; `what` is the program's own explanation, shown last when there is one.
 * @param {{ kind?: string, what?: string }} state
 */
export function connectionText({ kind, what }) {
  const name = String(kind).replaceAll("-", "_");
  const known = isMessage(`connection.is_${name}`) ? name : "unknown";
  const lines = linesOf(known);
  return { title: t(`connection.is_${known}`), lines: what && !["missing", "stopped"].includes(String(kind)) ? [...lines, what] : lines };
}
