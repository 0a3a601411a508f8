/** @typedef {{ from: number, until: number }} Span */

const day = 86400000;
const year = 365 * day;
const part = 30 * day;
// Messages are dated by their senders and moved by filters and users: what is new may be dated days ago.
const overlap = 14 * day;

/**
 * Parts of at most 30 days of [from, until), the newest first.
 * @param {number} from
 * @param {number} until
 */
function newestFirst(from, until) {
  /** @type {Span[]} */
  const parts = [];
  for (let end = until; end > from; end -= part) parts.push({ from: Math.max(from, end - part), until: end });
  return parts;
}

/**
 * What is to be read of a folder, in this order: [{from, until}] in milliseconds. `read` is {from, until} of what was read
 * before, or null. Each part touches what is read by then, so that a run that ends early is gone on with later.
 * @param {Span | null} read
 * @param {number} now
 * @returns {Span[]}
 */
export function spansToRead(read, now) {
  if (!read) return newestFirst(now - year, now);
  const since = newestFirst(read.until - overlap, now).reverse();
  return [...since, ...newestFirst(now - year, read.from)];
}
