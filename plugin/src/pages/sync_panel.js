import { html, nothing } from "lit";
import { adviceFor } from "../words/errors.js";
import { t } from "../words/message.js";
import { phaseText } from "../words/sync.js";
import { askInDialog } from "./dialog.js";
import { GoodElement } from "./element.js";
import { problemNotice } from "./notice.js";

/** <gt-sync-panel>: sync now, live progress, cancel, and the last report. With `brief` only one line of report; with `at-once` it starts by itself. */
export class SyncPanel extends GoodElement {
  static properties = {
    session: { attribute: false },
    brief: { type: Boolean },
    atOnce: { type: Boolean, attribute: "at-once" },
    progress: { state: true },
    report: { state: true },
    problem: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.listen(this.session, "sync", (event) => this.#heard(event.detail));
    this.#begin();
  }

  async #begin() {
    const report = await this.attempt(() => this.session.bridge.getSyncReport());
    const status = report && (await this.attempt(() => this.session.bridge.getStatus()));
    if (!status) return;
    if (status.syncing) this.progress ??= { phase: "started" };
    else if (this.atOnce && status.accounts > 0) await this.start();
    else this.report = report;
    this.#watch();
  }

  /** Starts a sync, with `dry_run` or `confirm_deletions` in `options`; one that runs already is shown instead. */
  async start(options = {}) {
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

  async #heard(event) {
    if (event.phase === "finished") await this.#finish(event.report);
    else this.progress = event;
  }

  async #finish(report) {
    this.report = report ?? (await this.attempt(() => this.session.bridge.getSyncReport()));
    this.progress = null;
    this.dispatchEvent(new CustomEvent("synced", { bubbles: true }));
  }

  /** Deletions that a guard held back: the counts once more, then a sync that carries them out. */
  async #confirm() {
    const text = this.#heldBack().flatMap((row) => row.warnings.map((warning) => `${row.name}: ${warning}`)).join(" ");
    if (await askInDialog({ title: t("sync.delete_ask"), text, yes: t("sync.delete_yes") })) await this.start({ confirm_deletions: true });
  }

  #heldBack() {
    return this.report.accounts.flatMap((account) => account.collections.filter((row) => row.held_back));
  }

  #plan() {
    const { plan } = this.report;
    if (!plan) return nothing;
    return html`<p class="quiet">${t("sync.plan")}</p>
      <ul class="plan">${plan.map((line) => html`<li><bdi>${line}</bdi></li>`)}</ul>`;
  }

  #running() {
    const { done, total } = this.progress;
    const known = total > 0;
    return html`<div class="progress">
      <progress aria-label=${t("sync.label")} max=${known ? total : nothing} value=${known ? done : nothing}></progress>
      <p role="status">${phaseText(this.progress)}</p>
      <button data-action="cancel" @click=${() => this.attempt(() => this.session.bridge.cancelSync())}>${t("sync.cancel")}</button>
    </div>`;
  }

  #trouble(account) {
    const items = account.collections.flatMap((collection) => collection.item_errors.map((error) => [collection.name, error]));
    const warnings = account.collections.flatMap((collection) => collection.warnings.map((text) => [collection.name, text]));
    return html`${account.errors.map((error) => html`<li><bdi>${account.name}</bdi>: ${error.what} <span class="quiet">${adviceFor(error.kind)}</span></li>`)}
      ${items.map(([name, error]) => html`<li><bdi>${name}</bdi>: ${error.what} <span class="quiet"><bdi>${error.href}</bdi>. ${adviceFor(error.kind)}</span></li>`)}
      ${account.warnings.map((text) => html`<li><bdi>${account.name}</bdi>: ${text}</li>`)}
      ${warnings.map(([name, text]) => html`<li><bdi>${name}</bdi>: ${text}</li>`)}`;
  }

  #details() {
    const { accounts } = this.report;
    const rows = accounts.flatMap((account) => account.collections.map((collection) => [account.name, collection]));
    if (rows.length === 0) return nothing;
    return html`<details>
      <summary>${t("sync.figures")}</summary>
      <table>
        <thead><tr><th scope="col">${t("sync.collection")}</th>${["new", "changed", "removed", "sent", "unchanged"].map((word) => html`<th scope="col" class="number">${t(`sync.${word}`)}</th>`)}</tr></thead>
        <tbody>
          ${rows.map(([account, row]) => html`<tr><th scope="row"><bdi>${row.name}</bdi> <span class="quiet"><bdi>${account}</bdi></span></th>
            ${[row.added, row.changed, row.removed, row.sent, row.unchanged].map((figure) => html`<td class="number">${figure}</td>`)}</tr>`)}
        </tbody>
      </table>
    </details>`;
  }

  #reported() {
    const { report } = this;
    const troubled = report.accounts.some((account) => account.errors.length || account.warnings.length || account.collections.some((row) => row.item_errors.length || row.warnings.length));
    return html`<div class="report" role="status">
      <p>${report.summary}</p>
      ${troubled ? html`<ul class="trouble">${report.accounts.map((account) => this.#trouble(account))}</ul>` : nothing}
      ${this.brief ? nothing : this.#plan()}
      ${this.#heldBack().length > 0 ? html`<button data-action="confirm-deletions" @click=${() => this.#confirm()}>${t("sync.delete")}</button>` : nothing}
      ${this.brief || report.plan ? nothing : this.#details()}
    </div>`;
  }

  render() {
    return html`${this.progress
        ? this.#running()
        : html`<button class="primary" data-action="sync" @click=${() => this.start()}>${t("sync.now")}</button>
            ${this.brief ? nothing : html`<button data-action="dry-run" @click=${() => this.start({ dry_run: true })}>${t("sync.look")}</button>`}`}
      ${problemNotice(this.problem)} ${this.report && !this.progress ? this.#reported() : nothing}`;
  }
}
customElements.define("gt-sync-panel", SyncPanel);
