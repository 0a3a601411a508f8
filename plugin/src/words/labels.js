import { roles } from "../generated/vocabulary.js";
import { isMessage, t } from "./message.js";

/** "Chance without help" for chance_without_help or chance-without-help. */
export const sentence = (/** @type {string} */ word) => (word.charAt(0).toUpperCase() + word.slice(1)).replace(/[-_]/g, " ");

const keyOf = (/** @type {string} */ table, /** @type {string} */ word) => `${table}${word.replaceAll("-", "_")}`;

/**
 * The message for a word that the helper said: `table` is the beginning of its key, `args` fills it. A word without one (a newer
 * helper's, a tag of the user's) is shown as it came, since t() would throw and leave the page blank.
 * @param {string} table
 * @param {string} word
 * @param {Record<string, unknown>} [args]
 */
export function wordOf(table, word, args) {
  const key = keyOf(table, word);
  return isMessage(key) ? t(key, args) : sentence(word);
}

// A word may stand in several vocabularies and mean another thing in each, so rules and moments have tables of their own.
const wordIn = (/** @type {string} */ table) => (/** @type {string} */ word) => wordOf(table, word);

/** Heading of a suggestion, by its rule. */
export const ruleLabel = wordIn("rule.");

/** Kind of an entry in a person's timeline. */
export const momentLabel = wordIn("moment.");

/** Shown word of any other vocabulary: channels, directions, gifts, states of a tie or an ask, kinds of place. */
export const label = wordIn("label.");

/** Shown name of a role of schemas/vocabulary.json. */
export const roleName = wordIn("role.name_");

/**
 * What a role means, in one line; "" for an unknown one.
 * @param {string} role
 */
export function roleGloss(role) {
  const key = keyOf("role.gloss_", role);
  return isMessage(key) ? t(key) : (roles.find((one) => one.role === role)?.gloss ?? "");
}

// Where the title says no more than the kind.
const plainKinds = new Set(["touch", "note", "gave", "received", "promised"]);

/** Title of a timeline entry, "" when it says no more than the entry's kind and there is a text to show. */
export const titleOf = (/** @type {{ kind: string, title: string, text?: string }} */ { kind, title, text }) => (text && plainKinds.has(kind) ? "" : title);

/** "every day" or "every 14 days" for a rhythm. */
export const everyDays = (/** @type {number} */ days) => t("tie.every_days", { count: Number(days) });

/** Words for a person's circle. */
export const layerLabel = (/** @type {number} */ layer) => (layer > 0 ? t("tie.circle", { layer }) : t("tie.no_circle"));
