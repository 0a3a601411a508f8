import { roles } from "../generated/vocabulary.js";
import { isMessage, t } from "./message.js";

/** "Chance without help" for chance_without_help or chance-without-help. */
export const sentence = (word) => (word.charAt(0).toUpperCase() + word.slice(1)).replace(/[-_]/g, " ");

const keyOf = (table, word) => `${table}${word.replaceAll("-", "_")}`;

/** Shown word of a vocabulary word; one without a message (a newer helper's, a tag of the user's) is shown as it came. */
export function label(word) {
  const key = keyOf("label.", word);
  return isMessage(key) ? t(key) : sentence(word);
}

/** Shown name of a role of schemas/vocabulary.json. */
export function roleName(role) {
  const key = keyOf("role.name_", role);
  return isMessage(key) ? t(key) : sentence(role);
}

/** What a role means, in one line; "" for an unknown one. */
export function roleGloss(role) {
  const key = keyOf("role.gloss_", role);
  return isMessage(key) ? t(key) : (roles.find((one) => one.role === role)?.gloss ?? "");
}

// The helper's own titles: compared with, not shown.
// eslint-disable-next-line words/strings
const plainTitles = new Set(["In touch", "Note", "You gave", "You received", "You promised"]);

/** Title of a timeline entry, "" when it says no more than the entry's kind and there is a text to show. */
export const titleOf = ({ title, text }) => (text && plainTitles.has(title) ? "" : title);

/** "every day" or "every 14 days" for a rhythm. */
export const everyDays = (days) => t("tie.every_days", { count: Number(days) });

/** Words for a person's circle. */
export const layerLabel = (layer) => (layer > 0 ? t("tie.circle", { layer }) : t("tie.no_circle"));
