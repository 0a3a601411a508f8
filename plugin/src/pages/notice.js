import { html, nothing } from "lit";
import { adviceFor } from "../words/errors.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";

/** What went wrong and what to do; nothing without a problem. */
export function problemNotice(problem) {
  if (!problem) return nothing;
  const advice = adviceFor(problem.kind);
  return html`<div class="notice" role="alert">
    <strong>${problem.title ?? t("common.wrong")}</strong>
    <p>${problem.message}</p>
    ${advice ? html`<p class="quiet">${advice}</p>` : nothing}
  </div>`;
}

/** <gt-loading>: a calm line while something loads; screen readers hear it. */
class Loading extends GoodElement {
  render() {
    return html`<p class="quiet" role="status">${t("common.loading")}</p>`;
  }
}
customElements.define("gt-loading", Loading);

/** The calm line as a template. */
export const loading = html`<gt-loading></gt-loading>`;
