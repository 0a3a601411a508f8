const key = "goodturn-single-keys";
const off = "off";

/**
 * Whether single letters and signs are keys of the pages. Who speaks to the computer, or rests a hand on the keys, may switch them
 * off (WCAG 2.2, success criterion 2.1.4).
 */
export const hasSingleKeys = (storage = globalThis.localStorage) => storage.getItem(key) !== off;

/** @param {boolean} on */
export function useSingleKeys(on, storage = globalThis.localStorage) {
  if (on) storage.removeItem(key);
  else storage.setItem(key, off);
}
