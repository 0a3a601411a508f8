/** States of an ask in the order of the board. */
export const askStates = ["open", "yes", "no", "no-answer", "withdrawn"];

/** @import { AskItem } from "../generated/contract.ts" */

/**
 * Asks by state, the open ones first by the day of their next step, the others newest first.
 * @param {AskItem[]} asks
 */
export function boardOf(asks) {
  const byDue = (/** @type {AskItem} */ a, /** @type {AskItem} */ b) => ((a.due ?? "9999") < (b.due ?? "9999") ? -1 : 1);
  const byDay = (/** @type {AskItem} */ a, /** @type {AskItem} */ b) => ((a.day ?? "") < (b.day ?? "") ? 1 : -1);
  return askStates.map((state) => ({ state, asks: asks.filter((ask) => (ask.state ?? "open") === state).sort(state === "open" ? byDue : byDay) }));
}
