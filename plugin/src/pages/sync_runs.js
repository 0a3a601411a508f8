import { html, nothing } from "lit";
import { momentText } from "../words/dates.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";

/** <gt-sync-runs>: the last syncs, one line each, newest first. */
export class SyncRuns extends GoodElement {
  static properties = { session: { attribute: false }, runs: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.listen(this.session, "changed", () => this.#load());
    this.#load();
  }

  async #load() {
    this.runs = (await this.attempt(() => this.session.bridge.listSyncRuns()))?.runs ?? this.runs;
  }

  #run({ at, summary, failed }) {
    return html`<tr><td><time datetime=${at}>${momentText(at)}</time></td><td><span lang="en">${summary}</span>${failed ? html` <span class="mark">${t("sync.had_trouble")}</span>` : nothing}</td></tr>`;
  }

  render() {
    if (!this.runs?.length) return problemNotice(this.problem);
    return html`<details><summary>${t("sync.runs", { count: this.runs.length })}</summary>
        <table><thead><tr><th scope="col">${t("changes.when")}</th><th scope="col">${t("changes.what")}</th></tr></thead><tbody>${this.runs.map((run) => this.#run(run))}</tbody></table>
      </details>${problemNotice(this.problem)}`;
  }
}
customElements.define("gt-sync-runs", SyncRuns);
