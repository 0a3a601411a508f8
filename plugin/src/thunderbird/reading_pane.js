/** @typedef {typeof globalThis.messenger} Host */
/** @typedef {{ name: string, email: string }} Mailbox */

/**
 * {name, email} of each mailbox in strings such as "Ada <ada@example.org>", lower case.
 * @param {Host} messenger
 * @param {string[]} strings
 */
async function mailboxesOf(messenger, strings) {
  const lists = await Promise.all(strings.filter(Boolean).map((text) => messenger.messengerUtilities.parseMailboxString(text)));
  return lists.flat().map(({ name, email }) => ({ name: name ?? "", email: email?.toLowerCase() ?? "" })).filter(({ email }) => email);
}

/**
 * @param {Host} messenger
 * @param {messenger.messages.MessageHeader} message
 */
const peopleOf = (messenger, { author, recipients }) => mailboxesOf(messenger, [author, ...recipients]);

/**
 * Who is on the message shown in the active tab: [{name, email}], its sender, then its recipients; [] when none is shown.
 * Needs the optional permission messagesRead: Thunderbird hands out the displayed message's headers only with it.
 * @param {Host} messenger
 */
export async function displayedPeople(messenger) {
  const [tab] = await messenger.tabs.query({ active: true, currentWindow: true });
  if (!tab) return [];
  const shown = /** @type {unknown} */ (await messenger.messageDisplay.getDisplayedMessages(/** @type {number} */ (tab.id)));
  const { messages } = /** @type {messenger.messages.MessageList} */ (shown);
  return messages[0] ? peopleOf(messenger, messages[0]) : [];
}

/**
 * Who is on a message: its sender, then its recipients.
 * @param {Host} messenger
 * @param {number} id
 */
export const peopleOfMessage = async (messenger, id) => peopleOf(messenger, await messenger.messages.get(id));

/**
 * Of the people on a message, sender first, the one it is from; when that is the user, those it went to. Others who got a
 * stranger's message are not meant: they would be taken for its sender. `own` are the user's addresses.
 * @param {Mailbox[]} people
 * @param {string[]} own
 */
export function othersOn([author, ...recipients], own) {
  if (!author) return [];
  const mine = new Set(own.map((address) => address.toLowerCase()));
  const others = recipients.filter(({ email }) => !mine.has(email));
  return mine.has(author.email) && others.length > 0 ? others : [author];
}
