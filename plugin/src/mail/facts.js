/** @import { MailHeaders } from "../generated/contract.ts" */
/** @typedef {(line: string) => Promise<messenger.messengerUtilities.ParsedMailbox[]>} Parse */
/** @typedef {Record<string, string[]>} Headers */

// What the helper is told of a message: header fields that say who wrote to whom, when, and whether a machine did.

const mostRecipients = 20;

/**
 * Plain addresses of mailbox strings such as "Ada <ada@example.org>"; `parse` is messengerUtilities.parseMailboxString.
 * @param {string[]} strings
 * @param {Parse} parse
 */
async function addressesOf(strings, parse) {
  if (strings.length === 0) return [];
  const mailboxes = await parse(strings.join(", "));
  return mailboxes.flatMap(({ email, group }) => (group ? group.map((member) => member.email) : [email])).flatMap((email) => email || []);
}

const first = (/** @type {Headers} */ headers, /** @type {string} */ name) => String(headers[name]?.[0] ?? "").trim();
const has = (/** @type {Headers} */ headers, /** @type {string} */ name) => (headers[name]?.length ?? 0) > 0;
const bare = (/** @type {string} */ id) => id.trim().replace(/^<|>$/g, "");

/**
 * Message-ID of the first message of the thread (RFC 5322 section 3.6.4), "" when the message answers none.
 * @param {Headers} headers
 */
export function threadOf(headers) {
  const known = `${first(headers, "references")} ${first(headers, "in-reply-to")}`.match(/<[^<>\s]+>/);
  return known ? bare(known[0]) : "";
}

const lists = ["list-id", "list-unsubscribe", "list-post"];
const autoReplies = ["x-autoreply", "x-autorespond"];

/**
 * The fields of `headers` (messages.getHeaders) that tell lists and machines.
 * @param {Headers} headers
 */
export function marksOf(headers) {
  /** @type {Partial<MailHeaders>} */
  const marks = {};
  const thread = threadOf(headers);
  if (thread) marks.thread = thread.slice(0, 1000);
  if (lists.some((name) => has(headers, name))) marks.list = true;
  if (autoReplies.some((name) => has(headers, name))) marks.auto_reply = true;
  if (has(headers, "precedence")) marks.precedence = first(headers, "precedence").slice(0, 100);
  if (has(headers, "auto-submitted")) marks.auto_submitted = first(headers, "auto-submitted").slice(0, 100);
  if (has(headers, "return-path") && bare(first(headers, "return-path")) === "") marks.null_return_path = true;
  return marks;
}

/**
 * A message as openapi.json's MailHeaders. `message` is a MessageHeader of Thunderbird; of it subject, tags and the rest
 * are not looked at. Its full header is asked for only where it may matter: junk and circulars are left out anyway.
 * Throws what getHeaders throws when the server of the account cannot be reached.
 * @param {messenger.messages.MessageHeader} message
 * @param {{ getHeaders(id: number): Promise<Headers>, parse: Parse }} host
 * @returns {Promise<MailHeaders>}
 */
export async function factsOf(message, { getHeaders, parse }) {
  const [from] = await addressesOf([message.author].filter(Boolean), parse);
  const lines = [...message.recipients, ...message.ccList, ...message.bccList];
  const recipients = await addressesOf(lines, parse);
  const short = recipients.slice(0, mostRecipients).map((address) => address.slice(0, 320));
  const facts = { id: message.headerMessageId.slice(0, 1000), at: wholeSeconds(/** @type {Date} */ (message.date)), from: (from ?? "").slice(0, 320), recipients: short };
  if (message.junk) return { ...facts, place: "junk" };
  if (new Set(recipients).size > mostRecipients) return facts;
  return { ...facts, ...marksOf(await getHeaders(message.id)) };
}

/** "2026-11-22T09:00:00Z" for a Date. */
export const wholeSeconds = (/** @type {Date} */ date) => `${date.toISOString().slice(0, 19)}Z`;
