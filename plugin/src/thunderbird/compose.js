import { mailLink } from "../pages/safe_link.js";

/** @typedef {{ to: string[], subject?: string, body?: string }} Draft */

/**
 * The address of a new message for a browser: mailto: with recipients, subject and text (RFC 6068, section 2), or undefined
 * when one of the addresses is not plain.
 * @param {Draft} draft
 */
export function composeLink({ to, subject = "", body = "" }) {
  const links = to.map(mailLink);
  if (links.some((link) => !link)) return undefined;
  const fields = [["subject", subject], ["body", body.replace(/\r?\n/g, "\r\n")]];
  const query = fields.filter(([, text]) => text).map(([name, text]) => `${name}=${encodeURIComponent(text)}`);
  const address = `mailto:${links.map((link) => link?.slice("mailto:".length)).join(",")}`;
  return query.length ? `${address}?${query.join("&")}` : address;
}

/**
 * Opens a message to be finished by the user: Thunderbird's own window, in a browser whatever opens mailto: addresses. Nothing
 * is ever sent. True when something was opened.
 * @param {Draft} draft
 */
export async function openDraft(draft, host = globalThis.messenger) {
  const { to, subject = "", body = "" } = draft;
  if (host?.compose) {
    await host.compose.beginNew({ to, subject, plainTextBody: body, isPlainText: true });
    return true;
  }
  const link = composeLink(draft);
  if (link) globalThis.location.assign(link);
  return Boolean(link);
}
