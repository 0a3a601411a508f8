const allowed = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * The address when it is http(s), mailto or tel; undefined for all others (then no link is made).
 * @param {string | URL} address
 */
export function safeLink(address) {
  try {
    const url = new URL(address);
    return allowed.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** A mailto: link of an address from a card, undefined when it does not look like one address. */
export const mailLink = (/** @type {string | undefined} */ email = "") =>
  /^[^\s@,;?&<>"]+@[^\s@,;?&<>"]+$/.test(email) ? safeLink(`mailto:${encodeURIComponent(email).replaceAll("%40", "@")}`) : undefined;

/**
 * A tel: link of a phone number as people write it, undefined when no digits are left.
 * @param {string} phone
 */
export function phoneLink(phone) {
  const digits = (phone ?? "").replace(/[^\d+*#]/g, "");
  return /\d/.test(digits) ? safeLink(`tel:${digits.replaceAll("#", "%23")}`) : undefined;
}

/**
 * The feed's webcal: address, only when it points to this computer.
 * @param {string} address
 */
export function feedLink(address) {
  return /^webcal:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?\//.test(address) ? address : undefined;
}
