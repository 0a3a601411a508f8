/**
 * {name, email} of the message shown in the active tab, or null when none is shown.
 * Needs the optional permission messagesRead: Thunderbird hands out the displayed message's headers only with it.
 */
export async function displayedSender(messenger) {
  const [tab] = await messenger.tabs.query({ active: true, currentWindow: true });
  if (!tab) return null;
  const { messages } = await messenger.messageDisplay.getDisplayedMessages(tab.id);
  const [message] = messages;
  if (!message) return null;
  const [mailbox] = await messenger.messengerUtilities.parseMailboxString(message.author);
  return mailbox?.email ? { name: mailbox.name ?? "", email: mailbox.email.toLowerCase() } : null;
}
