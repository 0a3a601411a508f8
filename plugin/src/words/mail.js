import { dayText } from "./dates.js";
import { isMessage, t } from "./message.js";
/** @import { MailFolder } from "../generated/contract.ts" */
/** @import { ReaderState } from "../mail/reader.js" */

/** "1,240 messages", "1 message". */
export const messagesText = (/** @type {number} */ count) => t("mail.messages", { count });

/**
 * One line on a state of mail/reader.js; "" when there is nothing to say.
 * @param {ReaderState | null} [state]
 */
export function readerText(state) {
  const { phase, folder, messages: count, fresh, kind = "mail", what } = state ?? {};
  if (phase === "reading") return t(folder ? "mail.reading_folder" : "mail.reading", { folder, count, fresh });
  if (phase === "done") return t("mail.done", { count, fresh });
  if (phase === "cancelled") return t("mail.cancelled");
  if (phase !== "failed") return "";
  const key = `mail.failed_${kind.replaceAll("-", "_")}`;
  return isMessage(key) ? t(key) : t("mail.failed", { what });
}

/** "read from 3 Dec 2025 to 22 Nov 2026" or "not read yet" for a folder of MailState. */
export const spanText = (/** @type {MailFolder} */ { read_from: from, read_until: until }) =>
  from ? t("mail.span", { from: dayText(from.slice(0, 10)), until: dayText(until?.slice(0, 10)) }) : t("mail.no_span");
