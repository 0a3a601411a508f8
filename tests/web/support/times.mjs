// Times that a test measures on its way: printed always, held to their bars by `make bench` alone, for a busy machine is no
// defect of a page.
import assert from "node:assert/strict";

const isHeld = process.env.GOODTURN_HOLD_TIMES === "1";

/** Prints what took how many milliseconds; asserts that it is at most `limit` where bars are held. */
export function tellTime(what, milliseconds, limit) {
  console.log(`# ${what}: ${milliseconds.toFixed(0)} ms, at most ${limit} wanted`);
  if (isHeld) assert.ok(milliseconds <= limit, `${what}: ${milliseconds.toFixed(0)} ms`);
}
