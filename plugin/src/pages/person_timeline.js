import { html, nothing } from "lit";
import { label, titleOf } from "../words/labels.js";
import { isMessage, t } from "../words/message.js";
import { dayGroups, dayHeading } from "./day_groups.js";
import { GoodElement } from "./element.js";
/** @import { TimelineEntry } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

const firstMoments = 40;

/**
 * Word for what a moment was: its channel for a touch, else its kind.
 * @param {TimelineEntry} entry
 */
function kindWord({ kind, channel }) {
  if (kind === "touch" && channel) return label(channel);
  const key = `timeline.kind_${kind.replace("-", "_")}`;
  return isMessage(key) ? t(key) : label(kind);
}

/** @typedef {{ entries: TimelineEntry[], notes: string[], uid: string, whole?: boolean }} Fields */

/** <gt-timeline>: everything that happened with a person by days, newest first; long ones in part until asked for. */
export class Timeline extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { entries: { attribute: false }, notes: { attribute: false }, uid: {}, whole: { state: true } };

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("uid")) this.whole = false;
  }

  async #showAll() {
    const next = this.querySelectorAll(".timeline li").length;
    this.whole = true;
    await this.updateComplete;
    /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".timeline li"))[next].focus();
  }

  /** @param {TimelineEntry} entry */
  #entry(entry) {
    const title = titleOf(entry);
    return html`<li tabindex="-1" class=${entry.kind}>
      <span class="mark">${kindWord(entry)}</span>
      <div>${title ? html`<bdi>${title}</bdi>` : nothing}${entry.text ? html`<p class="text">${entry.text}</p>` : nothing}</div>
    </li>`;
  }

  render() {
    const { entries, notes = [] } = this;
    const shown = this.whole ? entries : entries.slice(0, firstMoments);
    return html`<section class="panel" aria-labelledby="timeline-head">
      <h2 id="timeline-head">${t("timeline.head")}</h2>
      ${notes.length ? html`<div class="notes"><h3>${t("timeline.notes")}</h3>${notes.map((note) => html`<p class="text">${note}</p>`)}</div>` : nothing}
      ${entries.length === 0 ? html`<p class="quiet">${t("timeline.empty")}</p>` : nothing}
      <div class="timeline">
        ${dayGroups(shown, ({ day }) => day).map(({ day, rows }) => html`<div class="day"><h3><time datetime=${day}>${dayHeading(day)}</time></h3><ol>${rows.map((entry) => this.#entry(entry))}</ol></div>`)}
      </div>
      ${shown.length < entries.length ? html`<button data-action="whole-timeline" @click=${() => this.#showAll()}>${t("timeline.show_all", { count: entries.length })}</button>` : nothing}
    </section>`;
  }
}
customElements.define("gt-timeline", Timeline);
