// Waiting for a condition with a deadline; no test here sleeps for a fixed time and hopes.

export const delay = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Asks `probe` until it answers something truthy and returns that answer.
 * Errors thrown by the probe count as "not yet"; the last one is named when time runs out.
 * @param {string} what words for the failure message
 * @param {() => any} probe
 * @param {{timeout?: number, every?: number}} [bounds] milliseconds
 */
export async function waitFor(what, probe, { timeout = 20000, every = 100 } = {}) {
  const deadline = Date.now() + timeout;
  let last;
  for (;;) {
    try {
      const answer = await probe();
      if (answer) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() >= deadline) {
      const reason = last ? `: ${last.message}` : '';
      throw new Error(`not within ${timeout} ms: ${what}${reason}`, { cause: last });
    }
    await delay(every);
  }
}

/** Rejects when `promise` has not settled in time. */
export function within(milliseconds, what, promise) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not within ${milliseconds} ms: ${what}`)), milliseconds);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}
