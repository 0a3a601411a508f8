/** @import { Bridge } from "../bridge/bridge.ts" */

const key = "goodturn-welcomed";

/** Whether the first-run page was left once on this computer. */
export const wasWelcomed = (storage = globalThis.localStorage) => storage.getItem(key) !== null;

/** The first-run page does not come up by itself again. */
export const noteWelcomed = (storage = globalThis.localStorage) => storage.setItem(key, "1");

/**
 * Whether to begin there: nothing is set up and nobody looked around yet.
 * @param {Bridge} bridge
 */
export async function wantsWelcome(bridge, storage = globalThis.localStorage) {
  if (wasWelcomed(storage)) return false;
  const status = await bridge.getStatus().catch(() => null);
  return status?.accounts === 0;
}
