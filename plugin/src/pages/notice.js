import { html, nothing } from "lit";
import { adviceFor } from "../words/errors.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
/** @import { Trouble } from "./element.js" */

/**
 * What went wrong and what to do; nothing without a problem. With `again` also a button that calls it.
 * @param {Trouble | null} [problem]
 * @param {(() => unknown) | null} [again]
 */
export function problemNotice(problem, again = null) {
  if (!problem) return nothing;
  const advice = adviceFor(problem.kind);
  return html`<div class="notice" role="alert">
    <strong>${problem.title ?? t("common.wrong")}</strong>
    <p>${problem.message}</p>
    ${advice ? html`<p class="quiet">${advice}</p>` : nothing}
    ${again ? html`<button data-action="read-again" @click=${again}>${t("common.try_again")}</button>` : nothing}
  </div>`;
}

/**
 * What went wrong in an element; what could not be read can be read again, since a page in Thunderbird has no reload button.
 * @param {GoodElement} element
 */
export const troubleOf = (element) => problemNotice(element.problem, element.isUnread ? () => element.load() : null);

/** <gt-loading>: a calm line while something loads; screen readers hear it. */
class Loading extends GoodElement {
  render() {
    return html`<p class="quiet" role="status">${t("common.loading")}</p>`;
  }
}
customElements.define("gt-loading", Loading);

/** The calm line as a template. */
export const loading = html`<gt-loading></gt-loading>`;
