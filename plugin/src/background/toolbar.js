import { toolbarTitles } from "../words/connection.js";

/** Keeps the toolbar button's tooltip true to the link's state; no badge, no colour. */
export function followInToolbar(action, link) {
  const show = () => action.setTitle({ title: toolbarTitles[link.state.phase] });
  link.addEventListener("state", show);
  show();
}
