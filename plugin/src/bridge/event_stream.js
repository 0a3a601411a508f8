/**
 * One event of a block of lines (WHATWG server-sent events, section 9.2.6), or null when it carries nothing.
 * @param {string} block
 */
export function eventOf(block) {
  let event = "message";
  /** @type {string[]} */
  const lines = [];
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") event = value;
    if (field === "data") lines.push(value);
  }
  return lines.length || event !== "message" ? { event, data: lines.join("\n") } : null;
}

/**
 * Events of a byte stream, as they arrive: {event, data} with data as text, possibly "".
 * EventSource cannot send an Authorization header, therefore the stream is read by fetch.
 * @param {ReadableStream<BufferSource>} stream
 * @returns {AsyncGenerator<{ event: string, data: string }, void>}
 */
export async function* readEvents(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest = (rest + value).replace(/\r\n/g, "\n");
      const blocks = rest.split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const event = eventOf(block);
        if (event) yield event;
      }
    }
  } finally {
    reader.releaseLock();
  }
}
