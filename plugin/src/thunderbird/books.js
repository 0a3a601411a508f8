import { t } from "../words/message.js";
import { categoriesOf, editCategories } from "./vcard_categories.js";
import { logicalLines, nameAndValue, splitUnescaped, unescapeText } from "./vcard_text.js";

/** Values of a property, unescaped, in order. */
function valuesOf(card, property) {
  return logicalLines(card)
    .map((line) => nameAndValue(line.text))
    .filter(({ name, value }) => name === property && value)
    .map(({ value }) => unescapeText(value));
}

/** A row for the People page from a Thunderbird contact: {id, uid, name, emails, organisation, tags, book, canTag}. */
export function rowOfContact(contact, book) {
  const card = contact.vCard ?? "";
  const emails = valuesOf(card, "EMAIL");
  const organisation = logicalLines(card).map((line) => nameAndValue(line.text)).find(({ name }) => name === "ORG");
  return {
    id: contact.id,
    uid: valuesOf(card, "UID")[0] ?? contact.id,
    name: valuesOf(card, "FN")[0] || emails[0] || t("contact.no_name"),
    emails,
    organisation: organisation ? unescapeText(splitUnescaped(organisation.value, ";")[0]) : "",
    tags: categoriesOf(card),
    book: book.name,
    canTag: !book.readOnly && !contact.readOnly,
  };
}

const bare = (uid) => uid.replace(/^urn:uuid:/i, "").toLowerCase();

/**
 * Contacts that live only in Thunderbird: neither their UID nor one of their addresses is among the helper's people.
 * Nothing of them is sent anywhere; `people` is what the helper already told ({uid, email}).
 */
export async function contactsUnknownTo(people, addressBooks) {
  const uids = new Set(people.map((person) => bare(person.uid)));
  const addresses = new Set(people.filter((person) => person.email).map((person) => person.email.toLowerCase()));
  const rows = [];
  for (const book of await addressBooks.list()) {
    if (book.remote) continue;
    for (const contact of await addressBooks.contacts.list(book.id)) {
      const row = rowOfContact(contact, book);
      const known = uids.has(bare(row.uid)) || row.emails.some((email) => addresses.has(email.toLowerCase()));
      if (!known) rows.push(row);
    }
  }
  return rows;
}

/** One contact as a row. Throws what the address book throws when it is gone. */
export async function contactRow(id, addressBooks) {
  const contact = await addressBooks.contacts.get(id);
  const books = await addressBooks.list();
  return rowOfContact(contact, books.find((book) => book.id === contact.parentId) ?? { name: "", readOnly: false });
}

/** Adds and removes tags of a contact: reads its card afresh, changes CATEGORIES only, writes it back, returns the row. */
export async function tagContact(id, edit, addressBooks) {
  const contact = await addressBooks.contacts.get(id);
  const card = editCategories(contact.vCard, edit);
  if (card !== contact.vCard) await addressBooks.contacts.update(id, card);
  return contactRow(id, addressBooks);
}

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Whether all words of the query are in a row's name, organisation, addresses or tags; case and accent blind. */
export function rowMatches(row, query, tag) {
  if (tag && !row.tags.some((word) => plain(word) === plain(tag))) return false;
  const text = plain([row.name, row.organisation, ...row.emails, ...row.tags].join(" "));
  return plain(query).split(/\s+/).filter(Boolean).every((word) => text.includes(word));
}

/** Thunderbird's own books with the number of their contacts: [{id, name, contacts}]; directories on a server (LDAP) are left out. */
export async function bookCounts(addressBooks) {
  const books = (await addressBooks.list()).filter((book) => !book.remote);
  return Promise.all(books.map(async ({ id, name }) => ({ id, name, contacts: (await addressBooks.contacts.list(id)).length })));
}
