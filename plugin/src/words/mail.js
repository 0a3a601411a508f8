import { dayText } from "./dates.js";
import { t } from "./message.js";

/** "1,240 messages", "1 message". */
export const messagesText = (count) => t("mail.messages", { count });

const failures = Object.freeze({
  "no-permission": "Thunderbird's permission is missing. Turn mail off and on again to be asked for it.",
  "too-old": "This needs Thunderbird 147 or newer (the 153 ESR has it): older ones hand out the header only together with the message's text, and Goodturn does not want that.",
  forbidden: "The choice of folders changed meanwhile.",
  network: "Goodturn's helper does not answer. Reading goes on by itself when it is back.",
});

/** One line on a state of mail/reader.js; "" when there is nothing to say. */
export function readerText(state) {
  switch (state?.phase) {
    case "reading":
      return `Reading ${state.folder ? `“${state.folder}”` : "mail"}: ${messagesText(state.messages)} looked at, ${state.fresh.toLocaleString("en-GB")} new.`;
    case "done":
      return `Read: ${messagesText(state.messages)} looked at, ${state.fresh.toLocaleString("en-GB")} new.`;
    case "cancelled":
      return "Stopped. What was read is kept; “Read now” goes on from here.";
    case "failed":
      return failures[state.kind] ?? `Reading stopped: ${state.what}`;
    default:
      return "";
  }
}

/** "from 3 Dec 2025 to 22 Nov 2026" or "not read yet" for a folder of MailState. */
export const spanText = ({ read_from: from, read_until: until }) =>
  from ? `read from ${dayText(from.slice(0, 10))} to ${dayText(until.slice(0, 10))}` : "not read yet";
