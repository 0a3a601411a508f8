import { html } from "lit";
import { t } from "../words/message.js";
import { askInDialog } from "./dialog.js";
import { showToast } from "./toast.js";
import { undoing } from "./undoing.js";
/** @import { Session } from "./session.js" */

/**
 * Asks for a line to oneself about a gift, which never leaves this computer; an empty one erases it. Throws Problem.
 * @param {Session} session
 * @param {string} entry
 */
export async function reflectOn(session, entry) {
  const { text: before } = await session.bridge.getReflection({ id: entry });
  const fields = html`<label class="wide">${t("reflection.line")} <textarea name="text" rows="3" maxlength="1000" .value=${before}></textarea></label>`;
  const answer = await askInDialog({ title: t("reflection.head"), text: t("reflection.about"), yes: t("record.save"), no: t("record.leave"), fields });
  const text = answer?.text.trim() ?? before;
  if (text === before) return;
  const { undo } = await session.bridge.writeReflection({ id: entry }, { text });
  showToast(t(text ? "reflection.kept" : "reflection.erased"), undoing(session, undo));
}
