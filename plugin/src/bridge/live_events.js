/** @import { Bridge } from "./bridge.ts" */
/** @import { Problem } from "./problem.js" */

const pause = (/** @type {number} */ milliseconds, /** @type {AbortSignal} */ signal) =>
  /** @type {Promise<void>} */ (new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  }));

/** @param {string} text */
function parsed(text) {
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    return {};
  }
}

/**
 * Listens to the bridge until the signal aborts and calls onEvent(name, value).
 * A dropped stream is opened again after 1 s; then onEvent("changed", {}) is told, since events were missed. When the token
 * is no longer good, onEvent("signed-out", {}) is the last.
 * @param {Pick<Bridge, "streamEvents">} bridge
 * @param {(name: string, value: any) => void} onEvent
 * @param {AbortSignal} signal
 */
export async function followEvents(bridge, onEvent, signal, wait = 1000) {
  for (let round = 0; !signal.aborted; round += 1) {
    try {
      if (round > 0) {
        await pause(wait, signal);
        if (signal.aborted) return;
      }
      const stream = bridge.streamEvents({ signal });
      let first = round > 0;
      for await (const { event, data } of stream) {
        if (first) onEvent("changed", {});
        first = false;
        onEvent(event, parsed(data));
      }
    } catch (problem) {
      if (signal.aborted) return;
      const { kind } = /** @type {Partial<Problem>} */ (problem);
      if (kind === "signed-out") onEvent(kind, {});
      if (kind === "signed-out" || kind === "forbidden") return;
    }
  }
}
