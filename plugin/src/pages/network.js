import { html, nothing } from "lit";
import { wordOf } from "../words/labels.js";
import { isMessage, numberText, t } from "../words/message.js";
import { LiveElement } from "./element.js";
import { figureLine } from "./figure.js";
import { loading, troubleOf } from "./notice.js";
import { personList } from "./who.js";
import "./behaviours.js";
import "./network_graph.js";
import "./network_table.js";
import "./readiness.js";
import "./trend.js";
import "./variety.js";
/** @import { BalanceReport, NetworkReport, TrendReport } from "../generated/contract.ts" */
/** @import { Loaded, With } from "./with.ts" */

const shapes = /** @type {const} */ (["effective_size", "efficiency", "constraint", "constraint_by_time", "clustering", "pockets"]);
const giving = /** @type {const} */ (["taking", "unprompted", "outside", "referrals_below", "thanked", "yes_rate"]);

/** @typedef {{ network: Loaded<NetworkReport>, trend: Loaded<TrendReport>, balance: Loaded<BalanceReport>, asTable: boolean }} Fields */

/** <gt-network>: how the network looks: picture, variety, behaviours, trend, readiness; each number with what it rests on. */
export class NetworkPage extends /** @type {With<typeof LiveElement, Fields>} */ (LiveElement) {
  static properties = { session: { attribute: false }, network: { state: true }, trend: { state: true }, balance: { state: true }, asTable: { state: true }, problem: { state: true } };

  /** Reads the three reports again. */
  async load() {
    const { bridge } = this.session;
    const reports = await this.read(() => Promise.all([bridge.getNetworkReport(), bridge.getTrendReport(), bridge.getBalanceReport()]));
    if (reports) [this.network, this.trend, this.balance] = reports;
  }

  #circles() {
    const { circles } = this.network;
    const look = (/** @type {boolean} */ asTable, /** @type {string} */ word) => html`<button aria-pressed=${this.asTable === asTable ? "true" : "false"} data-look=${asTable ? "table" : "picture"} @click=${() => (this.asTable = asTable)}>${word}</button>`;
    return html`<section class="panel" aria-labelledby="circles-head">
      <header class="line spread"><h2 id="circles-head">${t("network.who_knows_whom")}</h2>
        <div class="choice" role="group" aria-label=${t("network.shown_as")}>${look(false, t("network.as_picture"))}${look(true, t("network.as_table"))}</div></header>
      ${figureLine(circles.pairs.figure)}
      ${this.asTable ? html`<gt-network-table .circles=${circles}></gt-network-table>` : html`<gt-network-graph .circles=${circles}></gt-network-graph>`}
      ${shapes.map((name) => figureLine(circles[name]))}
    </section>`;
  }

  #cliques() {
    const { cliques, cliques_note: note, echo, leaning } = this.network.circles;
    return html`<section class="panel" aria-labelledby="cliques-head">
      <h2 id="cliques-head">${t("network.cliques")}</h2>
      ${figureLine(echo.figure)} <p>${leaning.text}</p>
      ${cliques.length ? html`<details><summary>${t("network.all_cliques", { count: cliques.length })}</summary><ul class="rows">${cliques.map((clique) => html`<li>${personList(clique)}</li>`)}</ul>${note ? html`<p class="quiet">${note}</p>` : nothing}</details>` : nothing}
    </section>`;
  }

  #giving() {
    return html`<section class="panel" aria-labelledby="giving-head">
      <h2 id="giving-head">${t("network.giving")}</h2>
      ${giving.map((name) => figureLine(this.balance[name]))}
      ${this.balance.hints.map((hint) => html`<p class="notice">${hint}</p>`)}
    </section>`;
  }

  /** @param {NetworkReport["venues"][number]} venue */
  #venue({ type, events, kept, text, yield: share }) {
    const key = `network.venue_${type.replace(/[^a-z]+/g, "_")}`;
    return html`<tr><th scope="row">${isMessage(key) ? t(key) : type}</th><td class="number">${numberText(events)}</td><td class="number">${numberText(kept)}</td>
      <td>${share === undefined ? html`<span class="quiet">${t("network.not_attended")}</span>` : html`<span>${text}</span>`}</td></tr>`;
  }

  #meeting() {
    const { venues, communities, follow_up: followUp, depth } = this.network;
    return html`<section class="panel" aria-labelledby="meeting-head">
      <h2 id="meeting-head">${t("network.meeting")}</h2>
      ${figureLine(depth)} ${figureLine(followUp)}
      ${communities.map(({ name, living, members, answer }) => html`<p><bdi>${name}</bdi> <span class="quiet">${t("network.living_of", { living, all: members.length })}</span></p>
        ${answer ? figureLine(answer) : nothing}`)}
      <details><summary>${t("network.venues")}</summary>
        <table><thead><tr><th scope="col">${t("network.venue")}</th><th scope="col" class="number">${t("network.events")}</th><th scope="col" class="number">${t("network.kept")}</th><th scope="col">${t("network.comes_of_it")}</th></tr></thead>
          <tbody>${venues.map((venue) => this.#venue(venue))}</tbody></table></details>
    </section>`;
  }

  #ladder() {
    const { ladder } = this.network;
    return html`<section class="panel" aria-labelledby="ladder-head">
      <h2 id="ladder-head">${t("network.ladder")}</h2>
      ${figureLine(ladder.upward)} ${ladder.boss_missing ? figureLine(ladder.boss_missing) : nothing}
      ${ladder.rungs.map((rung) => html`<h3>${wordOf("network.rung_", `${rung.class}-rung`)}</h3>${figureLine(rung.reach)} ${personList(rung.contacts)}`)}
      ${ladder.notes.map((note) => html`<p class="notice">${note}</p>`)}
    </section>`;
  }

  #body() {
    const { network, trend } = this;
    if (network.circles.members.length === 0) {
      return html`<div class="panel empty"><p>${t("network.empty")}</p><p><a class="button primary" href="#/accounts">${t("network.to_accounts")}</a></p></div>`;
    }
    return html`${this.#circles()}
      <div class="halves">
        <gt-readiness .crisis=${network.crisis}></gt-readiness>
        <gt-behaviours .behaviours=${network.behaviours}></gt-behaviours>
      </div>
      <gt-trend .trend=${trend} .session=${this.session} @answered=${() => this.load()}></gt-trend>
      <gt-variety .dimensions=${network.variety}></gt-variety>
      <div class="halves">${this.#cliques()} ${this.#giving()} ${this.#meeting()} ${this.#ladder()}</div>`;
  }

  render() {
    const { network } = this;
    return html`<header class="page-head"><h1 tabindex="-1">${t("places.network")}</h1></header>
      ${network ? html`<div class="headline">${figureLine(network.active)}</div>` : nothing}
      ${troubleOf(this)} ${network ? this.#body() : this.problem ? nothing : loading}`;
  }

  constructor() {
    super();
    this.asTable = false;
  }
}
customElements.define("gt-network", NetworkPage);
