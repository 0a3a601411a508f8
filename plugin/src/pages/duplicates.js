import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { loading, problemNotice } from "./notice.js";
import { showToast } from "./toast.js";
import "./same_person.js";

const pageSize = 20;

/** <gt-duplicates>: people who may be one person, side by side; merging changes no card, and nothing is merged by itself. */
export class DuplicatesPage extends GoodElement {
  static properties = { session: { attribute: false }, proposals: { state: true }, total: { state: true }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.wanted = pageSize;
  }

  connectedCallback() {
    super.connectedCallback();
    this.listen(this.session, "changed", () => this.load());
    this.listen(this.session, "state", () => this.session.state.phase === "ready" && this.load());
    this.load();
  }

  /** Reads the proposals again. */
  async load() {
    const answer = await this.attempt(() => this.session.bridge.listDuplicates({ limit: this.wanted }));
    if (answer) ({ proposals: this.proposals, total: this.total } = answer);
  }

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
    (heads[Math.min(at, heads.length - 1)] ?? this.querySelector("h1")).focus();
  }

  #more() {
    this.wanted += pageSize;
    this.load();
  }

  #list() {
    const { proposals, total, busy } = this;
    if (total === 0) return html`<div class="panel empty"><p>${t("duplicates.empty")}</p></div>`;
    return html`${repeat(proposals, ({ people }) => people.map(({ uid }) => uid).join(" "), (proposal, at) => html`<gt-same-person .proposal=${proposal} ?busy=${busy} @decided=${({ detail }) => this.#decide(detail, at)}></gt-same-person>`)}
      ${proposals.length < total ? html`<button data-action="more" @click=${() => this.#more()}>${t("duplicates.more", { count: total - proposals.length })}</button>` : nothing}`;
  }

  render() {
    return html`<header class="page-head"><h1 tabindex="-1">${t("places.duplicates")}</h1><p class="quiet" role="status">${this.total ? t("duplicates.found", { count: this.total }) : nothing}</p></header>
      <p class="quiet">${t("duplicates.lead")}</p>
      ${problemNotice(this.problem)} ${this.proposals ? this.#list() : this.problem ? nothing : loading}`;
  }
}
customElements.define("gt-duplicates", DuplicatesPage);
