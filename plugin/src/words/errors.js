import { isMessage, t } from "./message.js";

/**
 * One sentence on what to do about a kind of failure, or "" when the message says it all.
 * @param {string} [kind]
 */
export function adviceFor(kind) {
  const key = `error.advice_${kind}`;
  return isMessage(key) ? t(key) : "";
}
