/** {name, email} of each mailbox in strings such as "Ada <ada@example.org>", lower case. */
async function mailboxesOf(messenger, strings) {
  const lists = await Promise.all(strings.filter(Boolean).map((text) => messenger.messengerUtilities.parseMailboxString(text)));
  return lists.flat().filter((mailbox) => mailbox.email).map(({ name, email }) => ({ name: name ?? "", email: email.toLowerCase() }));
}

/**
 * Who is on the message shown in the active tab: [{name, email}], its sender first; [] when none is shown.
 * Needs the optional permission messagesRead: Thunderbird hands out the displayed message's headers only with it.
 */
export async function displayedPeople(messenger) {
  const [tab] = await messenger.tabs.query({ active: true, currentWindow: true });
  if (!tab) return [];
  const { messages } = await messenger.messageDisplay.getDisplayedMessages(tab.id);
  return messages[0] ? mailboxesOf(messenger, [messages[0].author]) : [];
}

/** Who is on a message: its sender, then its recipients; in a folder of sent mail the other person is among the latter. */
export async function peopleOfMessage(messenger, id) {
  const { author, recipients } = await messenger.messages.get(id);
  return mailboxesOf(messenger, [author, ...recipients]);
}
