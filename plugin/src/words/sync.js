import { isMessage, t } from "./message.js";
/** @import { SyncEvent } from "../generated/contract.ts" */

/**
 * "Fetching Contacts: 120 of 400" for a SyncEvent.
 * @param {SyncEvent} event
 */
export function phaseText({ phase, collection, done, total }) {
  const place = collection ? "_in" : "";
  const count = Number(total) > 0 ? "_count" : "";
  const key = [`sync.${phase}${place}${count}`, `sync.${phase}`].find(isMessage) ?? "sync.working";
  return t(key, { collection, done: done ?? 0, total });
}
