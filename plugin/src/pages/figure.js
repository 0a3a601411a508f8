import { html, nothing } from "lit";
/** @import { Figure } from "../generated/contract.ts" */

/**
 * A Figure of a report (schemas/openapi.json): its sentence and, quieter, what it rests on. One without a value says what
 * is missing. The helper's sentences are English whatever the page's language, so they are marked as such.
 * @param {Figure} figure
 */
export function figureLine(figure, lead = nothing) {
  const known = figure.value !== undefined;
  return html`<p class="figure ${known ? "" : "missing"}">${lead}<span>${figure.text}</span>${known && figure.evidence ? html` <small class="evidence">${figure.evidence}</small>` : nothing}</p>`;
}

/** A bar for a share in [0, 1], nothing for a screen reader: the number stands beside it. Pages may not set styles, so it is drawn. */
export const bar = (/** @type {number} */ share, kind = "") => html`<svg class="bar ${kind}" aria-hidden="true"><rect class="bar-all" width="100%" height="100%" rx="3" /><rect class="bar-part" width=${`${Math.max(0, Math.min(1, share)) * 100}%`} height="100%" rx="3" /></svg>`;
