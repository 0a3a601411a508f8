import { t } from "./message.js";

// Where mail providers differ from "your address and your password"; the words are in words/LANGUAGE/provider.json.
const providers = {
  fastmail: /(^|\.)(fastmail\.(com|fm|net|org)|messagingengine\.com)$/,
  icloud: /(^|\.)(icloud|me|mac)\.com$/,
  google: /(^|\.)(gmail|googlemail|google)\.com$/,
  microsoft: /(^|\.)(outlook|hotmail|live|office365|office)\.com$/,
  yahoo: /(^|\.)yahoo\.[a-z.]+$/,
  posteo: /(^|\.)posteo\.(de|net|org)$/,
  mailbox: /(^|\.)mailbox\.org$/,
  gmx: /(^|\.)(gmx\.[a-z.]+|web\.de)$/,
  zoho: /(^|\.)zoho\.[a-z.]+$/,
  proton: /(^|\.)(proton\.me|protonmail\.com|pm\.me)$/,
};

/** Host name in what people type: an e-mail address, a host, a URL; "" when there is none. */
export function hostIn(address) {
  const text = address.trim().toLowerCase();
  if (/^[/~.]/.test(text)) return "";
  const afterScheme = text.replace(/^[a-z]+:\/\//, "");
  return afterScheme.split("/")[0].split("@").at(-1).replace(/:\d+$/, "");
}

/** Name of a known provider ("fastmail", "nextcloud" …) of an address, or "". */
export function providerOf(address) {
  const host = hostIn(address);
  const known = Object.entries(providers).find(([, hosts]) => hosts.test(host));
  if (known) return known[0];
  return /nextcloud|owncloud|remote\.php|^cloud\./.test(`${host} ${address}`.toLowerCase()) ? "nextcloud" : "";
}

/** What somebody with this address should know before signing in, in a sentence or two. */
export function passwordHint(address) {
  const provider = providerOf(address);
  return provider ? t(`provider.${provider}`) : t("provider.any");
}
