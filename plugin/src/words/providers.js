import { anyProvider, providers } from "../generated/providers.js";
import { language } from "./message.js";

// Where providers differ from "your address and your password": schemas/providers.json.

/**
 * Host name in what people type: an e-mail address, a host, a URL; "" when there is none.
 * @param {string} address
 */
export function hostIn(address) {
  const text = address.trim().toLowerCase();
  if (/^[/~.]/.test(text)) return "";
  const afterScheme = text.replace(/^[a-z]+:\/\//, "");
  const host = afterScheme.split("/")[0].split("@").at(-1) ?? "";
  return host.replace(/:\d+$/, "");
}

/**
 * Whether a host is one of a provider's: the domain itself, or one below it; "gmx.*" stands for any ending.
 * @param {string} host
 * @param {string} domain
 */
function isHostOf(host, domain) {
  if (!domain.endsWith(".*")) return host === domain || host.endsWith(`.${domain}`);
  const stem = domain.slice(0, -1);
  return host.startsWith(stem) || host.includes(`.${stem}`);
}

/**
 * The known provider of an address: by its host, else by words in it that give a server away; undefined where there is none.
 * @param {string} address
 */
export function knownProvider(address) {
  const host = hostIn(address);
  if (!host) return undefined;
  const text = address.trim().toLowerCase();
  const whole = text.includes("://") ? text : `://${text}`;
  return providers.find(({ hosts }) => hosts.some((domain) => isHostOf(host, domain))) ?? providers.find(({ words }) => words.some((word) => whole.includes(word)));
}

/**
 * Name of a known provider ("fastmail", "nextcloud" …) of an address, or "".
 * @param {string} address
 */
export const providerOf = (address) => knownProvider(address)?.id ?? "";

/**
 * What somebody with this address should know before signing in, in a few sentences.
 * @param {string} address
 */
export function passwordHint(address) {
  const { note, limit } = knownProvider(address) ?? { note: anyProvider };
  const text = language().startsWith("de") ? "de" : "en";
  return limit ? `${note[text]} ${limit[text]}` : note[text];
}
