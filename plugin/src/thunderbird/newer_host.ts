// What Thunderbird 140 has for an add-on of manifest version 3, and its published types (of 127, version 2) do not know.
declare namespace messenger.messages {
  /** Header fields of a message by their names in lower case, without its text. */
  function getHeaders(id: number): Promise<Record<string, string[]>>;
}
declare namespace messenger.messengerUtilities {
  type ParsedMailbox = { name?: string; email?: string; group?: ParsedMailbox[] };
  /** Mailboxes of a line such as "Ada <ada@example.org>, Bob <bob@example.org>". */
  function parseMailboxString(line: string, preserveGroups?: boolean): Promise<ParsedMailbox[]>;
}
declare namespace messenger.addressBooks.contacts {
  type Contact = { id: string; parentId?: string; readOnly?: boolean; vCard: string };
  function list(book: string): Promise<Contact[]>;
  function get(id: string): Promise<Contact>;
  function update(id: string, vCard: string): Promise<void>;
}
