import { html, nothing } from "lit";
import { adviceFor } from "../words/errors.js";

/** What went wrong and what to do; nothing without a problem. */
export function problemNotice(problem) {
  if (!problem) return nothing;
  const advice = adviceFor(problem.kind);
  return html`<div class="notice" role="alert">
    <strong>${problem.title ?? "Something went wrong"}</strong>
    <p>${problem.message}</p>
    ${advice ? html`<p class="quiet">${advice}</p>` : nothing}
  </div>`;
}

/** A calm line while something loads; screen readers hear it. */
export const loading = html`<p class="quiet" role="status">Loading…</p>`;
