import { html } from "lit";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import "./change_log.js";
import "./conflicts.js";
import "./trash.js";

/** <gt-history>: what syncs did that somebody may want to look at or take back. */
export class HistoryPage extends GoodElement {
  static properties = { session: { attribute: false } };

  render() {
    const { session } = this;
    return html`<header class="page-head"><h1 tabindex="-1">${t("places.changes")}</h1></header>
      <gt-conflicts .session=${session}></gt-conflicts>
      <gt-change-log .session=${session}></gt-change-log>
      <gt-trash .session=${session}></gt-trash>`;
  }
}
customElements.define("gt-history", HistoryPage);
