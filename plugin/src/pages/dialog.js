import { html, nothing, render } from "lit";
import { t } from "../words/message.js";
import { freshId } from "./element.js";
/** @import { FormEvent } from "./events.ts" */

/**
 * Escape in a dialog into which something was typed asks first, so that it is not lost by one wrong key. (The `cancel` event alone
 * would not do: the second one in a row cannot be stopped.) A word that only confirms is no loss: its field has `data-confirms`.
 * @param {HTMLDialogElement} dialog
 */
export function askBeforeEscape(dialog) {
  let isChanged = false;
  for (const type of ["input", "picked"])
    dialog.addEventListener(type, (event) => (isChanged ||= !(/** @type {Element} */ (event.target).hasAttribute("data-confirms"))));
  const leave = async () => {
    if (await askInDialog({ title: t("record.drop_ask"), text: t("record.drop_about"), yes: t("record.drop_yes"), no: t("record.drop_no") })) dialog.close();
  };
  /** @param {Event} event */
  const hold = (event) => {
    if (!isChanged) return;
    event.preventDefault();
    leave();
  };
  dialog.addEventListener("cancel", hold);
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hold(event);
  });
}

/**
 * Asks in a dialog. Answers an object of the form's fields, or null when the user leaves with the second button or Escape.
 * `fields` is a Lit template with named inputs, may be absent.
 * @param {{ title: string, text?: unknown, yes: string, no?: string, fields?: unknown }} question
 * @returns {Promise<Record<string, string> | null>}
 */
export function askInDialog({ title, text, yes, no = t("common.back"), fields = nothing }) {
  const dialog = document.createElement("dialog");
  const id = freshId("dialog");
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  dialog.setAttribute("aria-labelledby", id);
  document.body.append(dialog);
  return new Promise((resolve) => {
    /** @type {Record<string, string> | null} */
    let answer = null;
    const agree = (/** @type {FormEvent} */ event) => {
      event.preventDefault();
      answer = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(event.target)));
      dialog.close();
    };
    render(
      html`<form method="dialog" @submit=${agree}>
        <h2 id=${id}>${title}</h2>
        ${text ? html`<p>${text}</p>` : nothing} ${fields}
        <div class="actions">
          <button class="primary" type="submit" data-action="agree">${yes}</button>
          <button type="button" data-action="leave" @click=${() => dialog.close()}>${no}</button>
        </div>
      </form>`,
      dialog,
    );
    if (fields !== nothing) askBeforeEscape(dialog);
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (before?.isConnected) before.focus();
      resolve(answer);
    });
    dialog.showModal();
  });
}
