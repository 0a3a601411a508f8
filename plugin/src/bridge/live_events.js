const pause = (milliseconds, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });

function parsed(text) {
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    return {};
  }
}

/**
 * Listens to the bridge until the signal aborts and calls onEvent(name, value).
 * A dropped stream is opened again after 1 s; then onEvent("changed", {}) is told, since events were missed.
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
      if (problem.kind === "auth" || problem.kind === "forbidden") return;
    }
  }
}
