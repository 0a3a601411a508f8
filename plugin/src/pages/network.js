import { html, nothing } from "lit";
import { isMessage, numberText, t } from "../words/message.js";
import { GoodElement } from "./element.js";
import { figureLine } from "./figure.js";
import { loading, problemNotice } from "./notice.js";
import { personList } from "./who.js";
import "./behaviours.js";
import "./network_graph.js";
import "./network_table.js";
import "./readiness.js";
import "./trend.js";
import "./variety.js";

const shapes = ["effective_size", "efficiency", "constraint", "constraint_by_time", "clustering", "pockets"];
const giving = ["taking", "unprompted", "outside", "referrals_below", "thanked", "yes_rate"];

/** <gt-network>: how the network looks: picture, variety, behaviours, trend, readiness; each number with what it rests on. */
export class NetworkPage extends GoodElement {
  static properties = { session: { attribute: false }, network: { state: true }, trend: { state: true }, balance: { state: true }, asTable: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.listen(this.session, "changed", () => this.load());
    this.listen(this.session, "state", () => this.session.state.phase === "ready" && this.load());
    this.load();
  }

  /** Reads the three reports again. */
  async load() {
    const { bridge } = this.session;
    const reports = await this.attempt(() => Promise.all([bridge.getNetworkReport(), bridge.getTrendReport(), bridge.getBalanceReport()]));
    if (reports) [this.network, this.trend, this.balance] = reports;
  }

  #circles() {
    const { circles } = this.network;
    const look = (asTable, word) => html`<button aria-pressed=${this.asTable === asTable ? "true" : "false"} data-look=${asTable ? "table" : "picture"} @click=${() => (this.asTable = asTable)}>${word}</button>`;
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
      ${figureLine(echo.figure)} <p lang="en">${leaning.text}</p>
      ${cliques.length ? html`<details><summary>${t("network.all_cliques", { count: cliques.length })}</summary><ul class="rows">${cliques.map((clique) => html`<li>${personList(clique)}</li>`)}</ul>${note ? html`<p class="quiet" lang="en">${note}</p>` : nothing}</details>` : nothing}
    </section>`;
  }

  #giving() {
    return html`<section class="panel" aria-labelledby="giving-head">
      <h2 id="giving-head">${t("network.giving")}</h2>
      ${giving.map((name) => figureLine(this.balance[name]))}
      ${this.balance.hints.map((hint) => html`<p class="notice" lang="en">${hint}</p>`)}
    </section>`;
  }

  #venue({ type, events, kept, text, yield: share }) {
    const key = `network.venue_${type.replace(/[^a-z]+/g, "_")}`;
    return html`<tr><th scope="row">${isMessage(key) ? t(key) : type}</th><td class="number">${numberText(events)}</td><td class="number">${numberText(kept)}</td>
      <td>${share === undefined ? html`<span class="quiet">${t("network.not_attended")}</span>` : html`<span lang="en">${text}</span>`}</td></tr>`;
  }

  #meeting() {
    const { venues, communities, follow_up: followUp, depth } = this.network;
    return html`<section class="panel" aria-labelledby="meeting-head">
      <h2 id="meeting-head">${t("network.meeting")}</h2>
      ${figureLine(depth)} ${figureLine(followUp)}
      ${communities.map(({ name, living, members }) => html`<p><bdi>${name}</bdi> <span class="quiet">${t("network.living_of", { living, all: members.length })}</span></p>`)}
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
      ${ladder.rungs.map((rung) => html`<h3>${t(`network.rung_${rung.class.replaceAll("-", "_")}_name`)}</h3>${figureLine(rung.reach)} ${personList(rung.contacts)}`)}
      ${ladder.notes.map((note) => html`<p class="notice" lang="en">${note}</p>`)}
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
      <gt-trend .trend=${trend}></gt-trend>
      <gt-variety .dimensions=${network.variety}></gt-variety>
      <div class="halves">${this.#cliques()} ${this.#giving()} ${this.#meeting()} ${this.#ladder()}</div>`;
  }

  render() {
    const { network } = this;
    return html`<header class="page-head"><h1 tabindex="-1">${t("places.network")}</h1></header>
      ${network ? html`<div class="headline">${figureLine(network.active)}</div>` : nothing}
      ${problemNotice(this.problem)} ${network ? this.#body() : this.problem ? nothing : loading}`;
  }

  constructor() {
    super();
    this.asTable = false;
  }
}
customElements.define("gt-network", NetworkPage);
