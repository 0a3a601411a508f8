import { argumentNames } from "../generated/message_arguments.js";

/** @typedef {Readonly<Record<string, Readonly<Record<string, string>>>>} Texts */
/** @typedef {Record<string, unknown>} Args */

/** @type {Texts | null} */
let browserTexts = null;
/** @type {Readonly<Record<string, readonly string[]>>} */
const namesOf = argumentNames;

/**
 * Texts for a page outside Thunderbird: {en: {key: text}, de: …}, see generated/texts.js.
 * @param {Texts} texts
 */
export function useTexts(texts) {
  browserTexts = texts;
}

const host = () => globalThis.messenger?.i18n;
const preferred = () => (globalThis.navigator?.languages ?? ["en"]).map((tag) => tag.split("-")[0]).find((tag) => browserTexts?.[tag]) ?? "en";

/**
 * A message as it stands, its places filled by `fill(name)`. A key that nobody wrote is a mistake and throws.
 * @param {string} key
 * @param {(name: string) => string} fill
 * @returns {string}
 */
function lookUp(key, fill) {
  const name = key.replaceAll(".", "_");
  const names = namesOf[name];
  if (!names) throw new Error(`no message ${key}`);
  if (host()) return host().getMessage(name, names.map(fill));
  const texts = /** @type {Texts} */ (browserTexts);
  const text = texts[preferred()][name] ?? texts.en[name];
  return text.replace(/\{(\w+)\}/g, (_, place) => fill(place));
}

/** Whether there is such a message: for words of a vocabulary that may be newer than the texts. */
export const isMessage = (/** @type {string} */ key) => key.replaceAll(".", "_") in argumentNames;

/** Language of the texts shown, as a BCP 47 tag ("en-GB", "de"): the one for numbers, dates and the page's lang. */
export const language = () => lookUp("common.language", String);

/** @type {Map<string, Intl.NumberFormat>} */
const numberForms = new Map();

/**
 * "1,240" or "0.25" in the user's language; `options` as for Intl.NumberFormat.
 * @param {number} value
 * @param {Intl.NumberFormatOptions} [options]
 */
export function numberText(value, options = {}) {
  const kind = `${language()} ${JSON.stringify(options)}`;
  const form = numberForms.get(kind) ?? new Intl.NumberFormat(language(), options);
  numberForms.set(kind, form);
  return form.format(value);
}

const shown = (/** @type {unknown} */ value) => (typeof value === "number" ? numberText(value) : String(value ?? ""));
/** With a number `count` the form of the message for that number: "roles.seats" becomes "roles.seats_one" or "_other". */
const formOf = (/** @type {string} */ key, /** @type {Args} */ args) =>
  typeof args.count === "number" ? `${key}_${new Intl.PluralRules(language()).select(args.count)}` : key;

/**
 * The message `key` ("people.found": entry "found" of words/LANGUAGE/people.json) with its {places} filled from `args`.
 * Numbers are written in the user's language. Throws when there is no such message.
 * @param {string} key
 * @param {Args} [args]
 */
export function t(key, args = {}) {
  return lookUp(formOf(key, args), (name) => shown(args[name]));
}

const edge = "\u0001";

/**
 * As t(), but `args` may be Lit templates (`html`<bdi>…</bdi>``); returns the pieces as a list, which Lit renders.
 * @param {string} key
 * @param {Args} args
 */
export function rich(key, args) {
  const pieces = lookUp(formOf(key, args), (name) => `${edge}${name}${edge}`).split(edge);
  const valueOf = (/** @type {string} */ name) => (typeof args[name] === "number" ? shown(args[name]) : (args[name] ?? ""));
  return pieces.map((piece, at) => (at % 2 ? valueOf(piece) : piece)).filter((piece) => piece !== "");
}

/**
 * Gives the document its language; screen readers and hyphenation follow it.
 * @param {Document} document
 */
export function tellLanguage(document) {
  document.documentElement.lang = language();
  document.documentElement.dir = t("common.direction");
}
