import { html, nothing, render } from "lit";
import { t } from "../words/message.js";
import { freshId } from "./element.js";

/**
 * Asks in a dialog. Answers an object of the form's fields, or null when the user leaves with the second button or Escape.
 * `fields` is a Lit template with named inputs, may be absent.
 */
export function askInDialog({ title, text, yes, no = t("common.back"), fields = nothing }) {
  const dialog = document.createElement("dialog");
  const id = freshId("dialog");
  const before = document.activeElement;
  dialog.setAttribute("aria-labelledby", id);
  document.body.append(dialog);
  return new Promise((resolve) => {
    let answer = null;
    const agree = (event) => {
      event.preventDefault();
      answer = Object.fromEntries(new FormData(event.target));
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
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (before?.isConnected) before.focus();
      resolve(answer);
    });
    dialog.showModal();
  });
}
