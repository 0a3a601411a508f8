import { birthdayText } from "../words/dates.js";
/** @import { Card } from "../generated/contract.ts" */

const listed = (/** @type {string[] | undefined} */ values) => (values ?? []).join("\n");

/** @type {[string, (card: Card) => string][]} */
const rows = [
  ["name", (card) => card.name],
  ["book", (card) => card.book],
  ["emails", (card) => listed(card.emails)],
  ["phones", (card) => listed(card.phones)],
  ["organisation", (card) => [card.organisation, card.unit].filter(Boolean).join(", ")],
  ["title", (card) => card.title ?? ""],
  ["birthday", (card) => (card.birthday ? birthdayText(card.birthday) : "")],
  ["tags", (card) => (card.tags ?? []).join(", ")],
  ["notes", (card) => listed(card.notes)],
];

/**
 * The cards of several people as rows {key, values, differs}; rows that are empty everywhere are left out.
 * @param {Card[]} cards
 */
export function sideBySide(cards) {
  return rows
    .map(([key, read]) => ({ key, values: cards.map(read) }))
    .filter(({ values }) => values.some(Boolean))
    .map((row) => ({ ...row, differs: new Set(row.values.filter(Boolean)).size > 1 }));
}
