import { html, nothing } from "lit";
import { momentText } from "../words/dates.js";
import { t } from "../words/message.js";
import { LiveElement } from "./element.js";
import { troubleOf } from "./notice.js";
/** @import { SyncRuns as Runs } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

/** @typedef {{ runs?: Runs["runs"] }} Fields */

/** <gt-sync-runs>: the last syncs, one line each, newest first. */
export class SyncRuns extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, runs: { state: true }, problem: { state: true } };

  /** Reads again what is shown. */
  async load() {
    this.runs = (await this.read(() => this.session.bridge.listSyncRuns()))?.runs ?? this.runs;
  }

  /** @param {Runs["runs"][number]} run */
  #run({ at, summary, failed }) {
    return html`<tr><td><time datetime=${at}>${momentText(at)}</time></td><td>${summary}${failed ? html` <span class="mark">${t("sync.had_trouble")}</span>` : nothing}</td></tr>`;
  }

  render() {
    if (!this.runs?.length) return troubleOf(this);
    return html`<details><summary>${t("sync.runs", { count: this.runs.length })}</summary>
        <table><thead><tr><th scope="col">${t("changes.when")}</th><th scope="col">${t("changes.what")}</th></tr></thead><tbody>${this.runs.map((run) => this.#run(run))}</tbody></table>
      </details>${troubleOf(this)}`;
  }
}
customElements.define("gt-sync-runs", SyncRuns);
