const phases = Object.freeze({
  started: "Starting",
  listing: "Looking for changes",
  fetching: "Fetching",
  indexing: "Putting your people in order",
  finished: "Done",
});

/** "Fetching Contacts: 120 of 400" for a SyncEvent. */
export function phaseText({ phase, collection, done, total }) {
  const where = collection ? ` ${collection}` : "";
  const count = total > 0 ? `: ${done ?? 0} of ${total}` : "…";
  return `${phases[phase] ?? "Working"}${where}${count}`;
}
