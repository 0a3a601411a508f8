// Thunderbird's own address book ("Personal Address Book"), through its address book service.
const service = `
  const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
  const { VCardUtils } = ChromeUtils.importESModule("resource:///modules/VCardUtils.sys.mjs");
  const book = MailServices.ab.getDirectory("jsaddrbook://abook.sqlite");`;

export class AddressBook {
  #host;

  constructor(host) {
    this.#host = host;
  }

  /** Adds a card by its vCard text. */
  add(text) {
    return this.#host.chrome(`${service}
      book.addCard(VCardUtils.vCardToAbCard(args.text));
      return true;`, { text });
  }

  /** The vCard text that Thunderbird keeps for an address; "" when there is none. */
  card(email) {
    return this.#host.chrome(`${service}
      return book.cardForEmailAddress(args.email)?.getProperty("_vCard", "") ?? "";`, { email });
  }
}
