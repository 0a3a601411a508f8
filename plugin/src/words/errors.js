import { isMessage, t } from "./message.js";

/** One sentence on what to do about a kind of failure, or "" when the message says it all. */
export function adviceFor(kind) {
  const key = `error.advice_${kind}`;
  return isMessage(key) ? t(key) : "";
}
