import { html, render } from "lit";
import { t } from "../words/message.js";
import { askBeforeEscape, askInDialog } from "./dialog.js";
import { freshId } from "./element.js";
import { journalKind } from "./record_fields.js";
import { showToast } from "./toast.js";
import "./record_form.js";
/** @import { JournalChange, JournalFields } from "../generated/contract.ts" */
/** @import { FormName, Save, StoredItem, Values } from "./record_fields.js" */
/** @import { Session } from "./session.js" */

/**
 * @typedef {object} Wanted
 * @property {Session} session
 * @property {string} title
 * @property {FormName} form
 * @property {StoredItem} [item]
 * @property {Values} [preset]
 * @property {Values} [fixed]
 * @property {Record<string, string | undefined>} [names]
 * @property {Save} [save]
 */

/** A heading has no "…": that says of a button that more is asked first. */
const headOf = (/** @type {string} */ title) => title.replace(/\s*…$/u, "");
const undoOf = (/** @type {Session} */ session, /** @type {string} */ undo) => () => session.bridge.undo({}, { undo });

/**
 * Asks for a new or stored journal item in a dialog (see gt-record-form for `form`, `item`, `preset`, `fixed`, `names` and `save`).
 * What is refused is said in the dialog, and nothing typed is lost. Answers the JournalChange, or null.
 * @param {Wanted} wanted
 * @returns {Promise<JournalChange | null>}
 */
export function editRecord({ session, title, ...more }) {
  const dialog = document.createElement("dialog");
  const id = freshId("record");
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  dialog.setAttribute("aria-labelledby", id);
  dialog.className = "record-dialog";
  document.body.append(dialog);
  return new Promise((resolve) => {
    /** @type {JournalChange | null} */
    let change = null;
    const saved = (/** @type {CustomEvent<JournalChange>} */ event) => {
      change = event.detail;
      dialog.close();
    };
    render(
      html`<h2 id=${id}>${headOf(title)}</h2>
        <gt-record-form .session=${session} .form=${more.form} .item=${more.item ?? null} .preset=${more.preset ?? null} .fixed=${more.fixed ?? {}} .names=${more.names ?? {}} .save=${more.save} @saved=${saved} @leave=${() => dialog.close()}></gt-record-form>`,
      dialog,
    );
    askBeforeEscape(dialog);
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (before?.isConnected) before.focus();
      if (change) showToast(t("record.saved"), undoOf(session, change.undo));
      resolve(change);
    });
    dialog.showModal();
  });
}

/**
 * Asks, then deletes a journal item; the toast takes it back. Answers whether it was deleted. Throws Problem.
 * @param {{ session: Session, form: FormName, id: string, title: string, text: string }} wanted
 */
export async function deleteRecord({ session, form, id, title, text }) {
  if (!(await askInDialog({ title, text, yes: t("record.delete"), no: t("record.leave") }))) return false;
  const change = await session.bridge.removeFromJournal({ kind: journalKind(form), id });
  showToast(t("record.deleted"), undoOf(session, change.undo));
  return true;
}

/**
 * Changes a journal item at once; the toast says `text` and takes it back. Throws Problem.
 * @param {{ session: Session, form: FormName, id: string, fields: JournalFields, text: string }} wanted
 */
export async function changeRecord({ session, form, id, fields, text }) {
  const change = await session.bridge.changeInJournal({ kind: journalKind(form), id }, fields);
  showToast(text, undoOf(session, change.undo));
  return change.item;
}
