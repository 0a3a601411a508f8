import { escapeText, fold, logicalLines, nameAndValue, splitUnescaped, unescapeText } from "./vcard_text.js";

/** @typedef {{ text: string, physical: string[] }} Line */

const isCategories = (/** @type {Line} */ line) => nameAndValue(line.text).name === "CATEGORIES";
const sameWord = (/** @type {string} */ a, /** @type {string} */ b) => a.toLocaleLowerCase() === b.toLocaleLowerCase();

/**
 * All categories of a card, in order, over all its CATEGORIES lines; no empty ones, no repeats (case-blind).
 * @param {string} card
 */
export function categoriesOf(card) {
  const words = logicalLines(card)
    .filter(isCategories)
    .flatMap((line) => splitUnescaped(nameAndValue(line.text).value, ","))
    .map((word) => unescapeText(word).trim())
    .filter(Boolean);
  return words.filter((word, at) => words.findIndex((other) => sameWord(other, word)) === at);
}

/**
 * The card with categories added and removed (case-blind), everything else as it stood.
 * Several CATEGORIES lines become one, since some readers look at the first only. Returns the same text when nothing changes.
 * @param {string} card
 * @param {{ add?: string[], remove?: string[] }} edit
 */
export function editCategories(card, { add = [], remove = [] }) {
  const before = categoriesOf(card);
  const kept = before.filter((word) => !remove.some((gone) => sameWord(gone, word)));
  const fresh = add.map((word) => word.trim()).filter((word) => word && !kept.some((old) => sameWord(old, word)));
  const after = [...kept, ...fresh.filter((word, at) => fresh.findIndex((other) => sameWord(other, word)) === at)];
  if (after.length === before.length && after.every((word, at) => word === before[at])) return card;
  const lines = logicalLines(card);
  const first = lines.findIndex(isCategories);
  const written = after.length ? [{ text: "", physical: fold(`CATEGORIES:${after.map(escapeText).join(",")}`) }] : [];
  const others = lines.filter((line) => !isCategories(line));
  const end = others.findIndex((line) => nameAndValue(line.text).name === "END");
  const place = first >= 0 ? first : end >= 0 ? end : others.length;
  others.splice(place, 0, ...written);
  return others.flatMap((line) => line.physical).join(card.includes("\r\n") ? "\r\n" : "\n");
}
