import { html, nothing } from "lit";
import { momentText } from "../words/dates.js";
import { adviceFor } from "../words/errors.js";
import { rich, t } from "../words/message.js";
import { phaseText } from "../words/sync.js";
import { askInDialog } from "./dialog.js";
import { GoodElement } from "./element.js";
import { troubleOf } from "./notice.js";
/** @import { SyncEvent, SyncReport, SyncRuns } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

/** @typedef {SyncReport["accounts"][number]} AccountReport */
/** @typedef {SyncRuns["runs"][number]} Run */
/** @typedef {{ brief?: boolean, atOnce?: boolean, progress?: SyncEvent | null, report?: SyncReport | null, last?: Run }} Fields */

/** @param {AccountReport} account */
const isTroubled = ({ errors, warnings, collections }) => errors.length > 0 || warnings.length > 0 || collections.some((row) => row.item_errors.length > 0 || row.warnings.length > 0);
/** @param {SyncReport} report */
const heldBack = (report) => report.accounts.flatMap((account) => account.collections.filter((row) => row.held_back));

/** <gt-sync-panel>: sync now, live progress, cancel, and the last report. With `brief` only one line of report; with `at-once` it starts by itself. */
export class SyncPanel extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = {
    session: { attribute: false },
    brief: { type: Boolean },
    atOnce: { type: Boolean, attribute: "at-once" },
    progress: { state: true },
    report: { state: true },
    last: { state: true },
    problem: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.listen(this.session, "sync", (event) => this.#heard(event.detail));
    this.load();
  }

  /** Counts the syncs that began or ended here: what was asked for before the last of them is out of date. */
  #news = 0;

  /** Reads how the last sync ended or whether one runs; with `at-once` starts one. */
  async load() {
    const news = this.#news;
    const report = await this.read(() => this.session.bridge.getSyncReport());
    const status = report && (await this.read(() => this.session.bridge.getStatus()));
    if (!status || news !== this.#news) return;
    if (status.syncing) this.progress ??= { phase: "started" };
    else if (this.atOnce && status.accounts > 0) await this.start();
    else await this.#recall(report);
    this.#watch();
  }

  /**
   * Shows the report of the last sync; of one before the helper was started, which names no account, only its line is kept.
   * @param {SyncReport} report
   */
  async #recall(report) {
    const news = this.#news;
    const kept = report.accounts.length ? null : await this.read(() => this.session.bridge.listSyncRuns());
    if (news !== this.#news) return;
    this.last = kept?.runs[0];
    this.report = this.last ? null : report;
  }

  /** Starts a sync, with `dry_run` or `confirm_deletions` in `options`; one that runs already is shown instead. */
  async start(options = {}) {
    this.#news += 1;
    this.report = null;
    this.progress = { phase: "started" };
    const started = await this.attempt(() => this.session.bridge.startSync({}, options));
    if (started || this.problem?.kind === "busy") {
      this.problem = null;
      this.#watch();
    } else {
      this.progress = null;
    }
  }

  // The stream may open later than a short sync ends; the status is asked as well so that progress never hangs.
  async #watch() {
    while (this.progress && this.isConnected) {
      await new Promise((resolve) => setTimeout(resolve, 700));
      if (!this.progress || !this.isConnected) return;
      const status = await this.session.bridge.getStatus().catch(() => null);
      if (status && !status.syncing && this.progress) await this.#finish();
    }
  }

  /** @param {SyncEvent} event */
  async #heard(event) {
    if (event.phase === "finished") await this.#finish();
    else this.progress = event;
  }

  /** The report is asked for: that of the event is for readers of any language. */
  async #finish() {
    this.#news += 1;
    this.report = await this.attempt(() => this.session.bridge.getSyncReport());
    this.progress = null;
    this.dispatchEvent(new CustomEvent("synced", { bubbles: true }));
  }

  /**
   * Deletions that a guard held back: the counts once more, then a sync that carries them out.
   * @param {SyncReport} report
   */
  async #confirm(report) {
    const text = heldBack(report).flatMap((row) => row.warnings.map((warning) => `${row.name}: ${warning}`)).join(" ");
    if (await askInDialog({ title: t("sync.delete_ask"), text, yes: t("sync.delete_yes") })) await this.start({ confirm_deletions: true });
  }

  /** @param {SyncReport} report */
  #plan({ plan }) {
    if (!plan) return nothing;
    return html`<p class="quiet">${t("sync.plan")}</p>
      <ul class="plan">${plan.map((line) => html`<li><bdi>${line}</bdi></li>`)}</ul>`;
  }

  /** @param {SyncEvent} progress */
  #running(progress) {
    const { done = 0, total = 0 } = progress;
    const known = total > 0;
    return html`<div class="progress">
      <progress aria-label=${t("sync.label")} max=${known ? total : nothing} value=${known ? done : nothing}></progress>
      <p role="status">${phaseText(progress)}</p>
      <button data-action="cancel" @click=${() => this.attempt(() => this.session.bridge.cancelSync())}>${t("sync.cancel")}</button>
    </div>`;
  }

  /** @param {AccountReport} account */
  #trouble(account) {
    const items = account.collections.flatMap(({ name, item_errors: errors }) => errors.map((error) => ({ name, error })));
    const warnings = account.collections.flatMap(({ name, warnings: texts }) => texts.map((text) => ({ name, text })));
    return html`${account.errors.map((error) => html`<li><bdi>${account.name}</bdi>: ${error.what} <span class="quiet">${adviceFor(error.kind)}</span></li>`)}
      ${items.map(({ name, error }) => html`<li><bdi>${name}</bdi>: ${error.what} <span class="quiet"><bdi>${error.href}</bdi>. ${adviceFor(error.kind)}</span></li>`)}
      ${account.warnings.map((text) => html`<li><bdi>${account.name}</bdi>: ${text}</li>`)}
      ${warnings.map(({ name, text }) => html`<li><bdi>${name}</bdi>: ${text}</li>`)}`;
  }

  /** @param {SyncReport} report */
  #details({ accounts }) {
    const rows = accounts.flatMap((account) => account.collections.map((row) => ({ account: account.name, row })));
    if (rows.length === 0) return nothing;
    return html`<details>
      <summary>${t("sync.figures")}</summary>
      <table>
        <thead><tr><th scope="col">${t("sync.collection")}</th>${["new", "changed", "removed", "sent", "unchanged"].map((word) => html`<th scope="col" class="number">${t(`sync.${word}`)}</th>`)}</tr></thead>
        <tbody>
          ${rows.map(({ account, row }) => html`<tr><th scope="row"><bdi>${row.name}</bdi> <span class="quiet"><bdi>${account}</bdi></span></th>
            ${[row.added, row.changed, row.removed, row.sent, row.unchanged].map((figure) => html`<td class="number">${figure}</td>`)}</tr>`)}
        </tbody>
      </table>
    </details>`;
  }

  /** @param {SyncReport} report */
  #reported(report) {
    return html`<div class="report" role="status">
      <p>${report.summary}</p>
      ${report.accounts.some(isTroubled) ? html`<ul class="trouble">${report.accounts.map((account) => this.#trouble(account))}</ul>` : nothing}
      ${this.brief ? nothing : this.#plan(report)}
      ${heldBack(report).length > 0 ? html`<button data-action="confirm-deletions" @click=${() => this.#confirm(report)}>${t("sync.delete")}</button>` : nothing}
      ${this.brief || report.plan ? nothing : this.#details(report)}
    </div>`;
  }

  /** @param {Run} last */
  #past({ at, summary, failed }) {
    return html`<p class="report">${rich("sync.last", { when: html`<time datetime=${at}>${momentText(at)}</time>`, summary })} ${failed ? html`<span class="mark">${t("sync.had_trouble")}</span>` : nothing}</p>`;
  }

  render() {
    return html`${this.progress
        ? this.#running(this.progress)
        : html`<button class="primary" data-action="sync" @click=${() => this.start()}>${t("sync.now")}</button>
            ${this.brief ? nothing : html`<button data-action="dry-run" @click=${() => this.start({ dry_run: true })}>${t("sync.look")}</button>`}`}
      ${troubleOf(this)} ${this.progress ? nothing : this.report ? this.#reported(this.report) : this.last ? this.#past(this.last) : nothing}`;
  }
}
customElements.define("gt-sync-panel", SyncPanel);
