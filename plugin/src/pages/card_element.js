import { html, nothing } from "lit";
import { followTheme } from "../thunderbird/theme.js";
import { tellLanguage } from "../words/message.js";
import { GoodElement } from "./element.js";
import { Session } from "./session.js";
import "./connection.js";
/** @import { TemplateResult } from "lit" */
/** @import { With } from "./with.ts" */

/** @typedef {{ session: Session, arrived?: boolean }} Fields */

/**
 * Base of the small pages that stand by themselves (popup, sender, composing): a session of their own. `load()` reads what they
 * show, and is called when the helper is there.
 */
export class CardElement extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  constructor() {
    super();
    this.session = new Session("page");
  }

  connectedCallback() {
    super.connectedCallback();
    tellLanguage(document);
    followTheme("panel");
    this.listen(this.session, "state", () => {
      this.requestUpdate();
      if (!this.isLinked) return;
      this.arrived = true;
      this.load();
    });
    this.session.open();
  }

  /** Whether the helper can be asked. */
  get isLinked() {
    return this.session.state.phase === "ready";
  }

  /**
   * The card's content once there was a helper. While it is gone why it is stands in front; the content, perhaps a half-written note,
   * is kept for when it is back.
   * @param {() => TemplateResult} content
   */
  withHelper(content) {
    const isLost = this.session.state.phase === "failed" || !this.arrived;
    return html`${isLost ? html`<gt-connection .session=${this.session}></gt-connection>` : nothing}${this.arrived ? html`<div ?hidden=${isLost}>${content()}</div>` : nothing}`;
  }

  /**
   * Brings up the Goodturn space at a route; the small page is done with.
   * @param {string} route
   */
  open(route) {
    this.session.show(route);
    globalThis.close();
  }
}
