import { isMessage, t } from "./message.js";

/** "Fetching Contacts: 120 of 400" for a SyncEvent. */
export function phaseText({ phase, collection, done, total }) {
  const place = collection ? "_in" : "";
  const count = total > 0 ? "_count" : "";
  const key = [`sync.${phase}${place}${count}`, `sync.${phase}`].find(isMessage) ?? "sync.working";
  return t(key, { collection, done: done ?? 0, total });
}
