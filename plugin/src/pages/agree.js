import { html, nothing } from "lit";
import { t } from "../words/message.js";
import { askInDialog } from "./dialog.js";

/**
 * One line for each thing that is there at all: [["items", 3], …] with the messages erase.items_one and erase.items_other.
 * @param {[string, number][]} counts
 */
export const countLines = (counts) => counts.filter(([, count]) => count > 0).map(([name, count]) => t(`erase.${name}`, { count }));

const list = (/** @type {string} */ head, /** @type {string[]} */ lines) => (lines.length ? html`<p>${head}</p><ul>${lines.map((line) => html`<li><bdi>${line}</bdi></li>`)}</ul>` : nothing);

/**
 * Asks before something goes for good: says what goes and what stays, and takes only the word itself for a yes. Answers the
 * fields of the dialog, or null. `more` is a template with further fields.
 * @param {{ title: string, yes: string, takes: string[], leaves: string[], more?: unknown }} question
 */
export function askToErase({ title, yes, takes, leaves, more = nothing }) {
  const word = t("erase.word");
  const fields = html`${list(t("erase.takes"), takes)} ${list(t("erase.leaves"), leaves)} ${more}
    <p><strong>${t("erase.final")}</strong></p>
    <label>${t("erase.type_word", { word })} <input name="word" required autocomplete="off" pattern=${word} data-field="word" data-confirms /></label>`;
  return askInDialog({ title, yes, fields });
}
