/** The tab of the compose window that the popup stands in. */
export const composeTab = async (/** @type {typeof globalThis.messenger} */ messenger) => /** @type {number} */ ((await messenger.tabs.query({ active: true, currentWindow: true }))[0]?.id);

const plainOf = (/** @type {string} */ markup) => new DOMParser().parseFromString(markup, "text/html").body.textContent;
const longest = 20000;

/**
 * What is being written: {emails, text} with the addresses in To, Cc and Bcc, and subject and body as plain text.
 * Needs the optional permission compose.
 * @param {typeof globalThis.messenger} messenger
 * @param {number} tab
 */
export async function draftOf(messenger, tab) {
  const { to = [], cc = [], bcc = [], subject = "", body = "", plainTextBody = "", isPlainText } = await messenger.compose.getComposeDetails(tab);
  const lines = [to, cc, bcc].flat().filter((entry) => typeof entry === "string");
  const mailboxes = await Promise.all(lines.map((line) => messenger.messengerUtilities.parseMailboxString(line)));
  const text = `${subject}\n${isPlainText ? plainTextBody : plainOf(body)}`;
  return { emails: mailboxes.flat().flatMap(({ email }) => email || []), text: text.slice(0, longest) };
}

/** What stands at the beginning of an HTML mail's text: the words as they are, each of their lines a line. */
function withTextBefore(/** @type {string} */ markup, /** @type {string} */ text) {
  const mail = new DOMParser().parseFromString(markup, "text/html");
  const paragraph = mail.createElement("p");
  text.split("\n").forEach((line, at) => paragraph.append(...(at ? [mail.createElement("br")] : []), line));
  mail.body.prepend(paragraph);
  return new XMLSerializer().serializeToString(mail.documentElement);
}

/**
 * Puts a text before what stands in the mail. Answers what takes it out again: the mail gets the text that it had.
 * @param {typeof globalThis.messenger} messenger
 * @param {number} tab
 * @param {string} text
 */
export async function insertText(messenger, tab, text) {
  const { body = "", plainTextBody = "", isPlainText } = await messenger.compose.getComposeDetails(tab);
  const before = isPlainText ? { plainTextBody } : { body };
  const after = isPlainText ? { plainTextBody: `${text}\n\n${plainTextBody}` } : { body: withTextBefore(body, text) };
  await messenger.compose.setComposeDetails(tab, after);
  return () => messenger.compose.setComposeDetails(tab, before);
}

/**
 * Adds somebody to the recipients. Nothing is sent.
 * @param {typeof globalThis.messenger} messenger
 * @param {number} tab
 * @param {{ name: string, email: string }} person
 */
export async function addRecipient(messenger, tab, { name, email }) {
  const { to = [] } = await messenger.compose.getComposeDetails(tab);
  const quoted = name.replace(/["\\]/g, "\\$&");
  await messenger.compose.setComposeDetails(tab, { to: [...[to].flat(), `"${quoted}" <${email}>`] });
}
