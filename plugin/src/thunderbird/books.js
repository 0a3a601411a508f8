import { t } from "../words/message.js";
import { categoriesOf, editCategories } from "./vcard_categories.js";
import { logicalLines, nameAndValue, splitUnescaped, unescapeText } from "./vcard_text.js";

/** @typedef {ReturnType<typeof rowOfContact>} ContactRow */
/** @typedef {Awaited<ReturnType<typeof bookCounts>>[number]} BookCount */
/** @typedef {typeof messenger.addressBooks} AddressBooks */
/** @typedef {{ add?: string[], remove?: string[] }} Edit */

/**
 * Values of a property, unescaped, in order.
 * @param {string} card
 * @param {string} property
 */
function valuesOf(card, property) {
  return logicalLines(card)
    .map((line) => nameAndValue(line.text))
    .filter(({ name, value }) => name === property && value)
    .map(({ value }) => unescapeText(value));
}

/**
 * A row for the People page from a Thunderbird contact: {id, uid, name, emails, organisation, tags, book, canTag}.
 * @param {messenger.addressBooks.contacts.Contact} contact
 * @param {{ name: string, readOnly?: boolean }} book
 */
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

const bare = (/** @type {string} */ uid) => uid.replace(/^urn:uuid:/i, "").toLowerCase();

/**
 * Contacts that live only in Thunderbird: neither their UID nor one of their addresses is among the helper's people.
 * Nothing of them is sent anywhere; `people` is what the helper already told ({uid, email}).
 * @param {{ uid: string, email?: string }[]} people
 * @param {AddressBooks} addressBooks
 */
export async function contactsUnknownTo(people, addressBooks) {
  const uids = new Set(people.map((person) => bare(person.uid)));
  const addresses = new Set(people.map((person) => person.email?.toLowerCase()).filter(Boolean));
  /** @type {ContactRow[]} */
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

/**
 * One contact as a row. Throws what the address book throws when it is gone.
 * @param {string} id
 * @param {AddressBooks} addressBooks
 */
export async function contactRow(id, addressBooks) {
  const contact = await addressBooks.contacts.get(id);
  const books = await addressBooks.list();
  return rowOfContact(contact, books.find((book) => book.id === contact.parentId) ?? { name: "", readOnly: false });
}

/**
 * Adds and removes tags of a contact: reads its card afresh, changes CATEGORIES only, writes it back. Returns {row, back}: the row,
 * and the edit that takes back what became different, null when nothing did.
 * @param {string} id
 * @param {Edit} edit
 * @param {AddressBooks} addressBooks
 * @returns {Promise<{ row: ContactRow, back: Edit | null }>}
 */
export async function tagContact(id, edit, addressBooks) {
  const contact = await addressBooks.contacts.get(id);
  const card = editCategories(contact.vCard, edit);
  if (card === contact.vCard) return { row: await contactRow(id, addressBooks), back: null };
  const [before, after] = [categoriesOf(contact.vCard), categoriesOf(card)];
  await addressBooks.contacts.update(id, card);
  const back = { add: before.filter((tag) => !after.includes(tag)), remove: after.filter((tag) => !before.includes(tag)) };
  return { row: await contactRow(id, addressBooks), back };
}

const plain = (/** @type {string} */ text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/**
 * Whether all words of the query are in a row's name, organisation, addresses or tags; case and accent blind.
 * @param {ContactRow} row
 * @param {string} query
 * @param {string} [tag]
 */
export function rowMatches(row, query, tag) {
  if (tag && !row.tags.some((word) => plain(word) === plain(tag))) return false;
  const text = plain([row.name, row.organisation, ...row.emails, ...row.tags].join(" "));
  return plain(query).split(/\s+/).filter(Boolean).every((word) => text.includes(word));
}

/**
 * Thunderbird's own books with the number of their contacts: [{id, name, contacts}]; directories on a server (LDAP) are left out.
 * @param {AddressBooks} addressBooks
 */
export async function bookCounts(addressBooks) {
  const books = (await addressBooks.list()).filter((book) => !book.remote);
  return Promise.all(books.map(async ({ id, name }) => ({ id, name, contacts: (await addressBooks.contacts.list(id)).length })));
}
