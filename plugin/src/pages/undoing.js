/** @import { Session } from "./session.js" */

/**
 * What takes a change back, for showToast(), and gives the helper's answer; null when its answer has no `undo`, since nothing
 * changed. `after` follows it.
 * @param {Pick<Session, "bridge">} session
 * @param {string | undefined} undo
 * @param {() => unknown} [after]
 */
export const undoing = (session, undo, after) => (undo ? () => session.bridge.undo({}, { undo }).then(async (answer) => (await after?.(), answer)) : null);
