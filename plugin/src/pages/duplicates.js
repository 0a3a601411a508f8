import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { t } from "../words/message.js";
import { LiveElement, passFocus } from "./element.js";
import { loading, troubleOf } from "./notice.js";
import { showToast } from "./toast.js";
import "./same_person.js";
/** @import { Proposal } from "../generated/contract.ts" */
/** @import { Loaded, With } from "./with.ts" */

const pageSize = 20;

/** @typedef {{ proposals: Loaded<Proposal[]>, total?: number, busy?: boolean, wanted: number }} Fields */

/** <gt-duplicates>: people who may be one person, side by side; merging changes no card, and nothing is merged by itself. */
export class DuplicatesPage extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, proposals: { state: true }, total: { state: true }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.wanted = pageSize;
  }

  /** Reads the proposals again. */
  async load() {
    const answer = await this.read(() => this.session.bridge.listDuplicates({ limit: this.wanted }));
    if (answer) ({ proposals: this.proposals, total: this.total } = answer);
  }

  /**
   * @param {{ same: boolean, people: string[] }} detail
   * @param {number} at
   */
  async #decide(detail, at) {
    const { bridge } = this.session;
    this.busy = true;
    const answer = await this.attempt(() => (detail.same ? bridge.mergePeople({}, { people: detail.people }) : bridge.keepApart({}, { people: detail.people })));
    this.busy = false;
    if (!answer) return;
    showToast(t(detail.same ? "duplicates.merged" : "duplicates.kept_apart"), () => bridge.undo({}, { undo: answer.undo }));
    await this.load();
    await this.updateComplete;
    const heads = this.querySelectorAll("gt-same-person h2");
    passFocus(heads[Math.min(at, heads.length - 1)] ?? this.querySelector("h1"));
  }

  #more() {
    this.wanted += pageSize;
    this.load();
  }

  #list() {
    const { proposals, total = 0, busy } = this;
    if (total === 0) return html`<div class="panel empty"><p>${t("duplicates.empty")}</p></div>`;
    return html`${repeat(proposals, ({ people }) => people.map(({ uid }) => uid).join(" "), (proposal, at) => html`<gt-same-person .proposal=${proposal} ?busy=${busy} @decided=${(/** @type {CustomEvent} */ { detail }) => this.#decide(detail, at)}></gt-same-person>`)}
      ${proposals.length < total ? html`<button data-action="more" @click=${() => this.#more()}>${t("duplicates.more", { count: total - proposals.length })}</button>` : nothing}`;
  }

  render() {
    return html`<header class="page-head"><h1 tabindex="-1">${t("places.duplicates")}</h1><p class="quiet" role="status">${this.total ? t("duplicates.found", { count: this.total }) : nothing}</p></header>
      <p class="quiet">${t("duplicates.lead")}</p>
      ${troubleOf(this)} ${this.proposals ? this.#list() : this.problem ? nothing : loading}`;
  }
}
customElements.define("gt-duplicates", DuplicatesPage);
