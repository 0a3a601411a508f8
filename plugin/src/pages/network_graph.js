import { html, nothing, svg } from "lit";
import { label, layerLabel } from "../words/labels.js";
import { t } from "../words/message.js";
import { GoodElement, freshId } from "./element.js";
import { dotsOf, frameOf, layOut, namesWithRoom, nextDot, radiusOf } from "./network_layout.js";
import { loading } from "./notice.js";
import { personLink, personList } from "./who.js";
/** @import { Circles } from "../generated/contract.ts" */
/** @import { Dot, Point } from "./network_layout.js" */
/** @import { Loaded, With } from "./with.ts" */

const colours = 6;
const namesUpTo = 70;
/** @type {Record<string, Point>} */
const directions = { ArrowRight: { x: 1, y: 0 }, ArrowLeft: { x: -1, y: 0 }, ArrowDown: { x: 0, y: 1 }, ArrowUp: { x: 0, y: -1 } };

/** @typedef {{ circles: Circles, places: Loaded<Point[]>, dots: Dot[], at: number, zoom: number, middle: Point | null, pocket: number }} Fields */

/** <gt-network-graph>: people as dots, nearer circles nearer the middle, a line between two who know each other. */
export class NetworkGraph extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { circles: { attribute: false }, places: { state: true }, at: { state: true }, zoom: { state: true }, middle: { state: true }, pocket: { state: true } };
  #id = freshId("graph");
  /** @type {AbortController | null} */
  #work = null;
  /** @type {(Point & { middle: Point }) | null} */
  #drag = null;

  constructor() {
    super();
    this.at = -1;
    this.pocket = 0;
    this.#fit();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has("circles")) return;
    this.#work?.abort();
    this.#work = new AbortController();
    this.dots = dotsOf(this.circles);
    this.at = Math.min(this.at, this.dots.length - 1);
    layOut(this.dots, this.#pairs, this.#work.signal).then((places) => (this.places = places ?? this.places));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#work?.abort();
  }

  get #pairs() {
    return /** @type {[number, number][]} */ (this.circles.acquainted);
  }

  #fit() {
    this.zoom = 1;
    this.middle = null;
  }

  #view() {
    const all = frameOf(this.places);
    const middle = this.middle ?? { x: all.x + all.width / 2, y: all.y + all.height / 2 };
    const [width, height] = [all.width / this.zoom, all.height / this.zoom];
    return { x: middle.x - width / 2, y: middle.y - height / 2, width, height, middle };
  }

  /**
   * Units of the picture for one pixel of the page, so that dots and names keep their size.
   * @param {{ width: number, height: number }} view
   */
  #unit({ width, height }) {
    const box = this.querySelector("svg.network")?.getBoundingClientRect() ?? { width: this.clientWidth || 800, height: 520 };
    return Math.max(width / box.width, height / box.height);
  }

  /** @param {number} factor */
  #closer(factor) {
    this.zoom = Math.max(1, Math.min(8, this.zoom * factor));
    if (this.zoom === 1) this.middle = null;
    else if (this.at >= 0 && !this.middle) this.middle = this.places[this.at];
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const direction = directions[event.key];
    if (event.key === "+" || event.key === "-") this.#closer(event.key === "+" ? 1.5 : 1 / 1.5);
    else if (event.key === "0") this.#fit();
    else if (direction) this.#go(nextDot(this.places, Math.max(0, this.at), direction));
    else if (event.key === "Home") this.#go(0);
    else if (event.key === "End") this.#go(this.dots.length - 1);
    else return;
    event.preventDefault();
  }

  /** @param {number} at */
  async #go(at) {
    if (at < 0) return;
    this.at = at;
    if (this.zoom > 1) this.middle = this.places[at];
    await this.updateComplete;
    /** @type {SVGElement | null} */ (this.querySelector(`[data-dot="${at}"]`))?.focus({ preventScroll: true });
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    if (event.button !== 0 || this.zoom === 1) return;
    this.#drag = { x: event.clientX, y: event.clientY, middle: this.#view().middle };
  }

  /** @param {PointerEvent} event */
  #pull(event) {
    if (!this.#drag) return;
    const scale = this.#unit(this.#view());
    const { x, y, middle } = this.#drag;
    this.middle = { x: middle.x - (event.clientX - x) * scale, y: middle.y - (event.clientY - y) * scale };
  }

  /** @param {number} at */
  #isNear(at) {
    return at === this.at || (this.at >= 0 && this.dots[this.at].knows.includes(at));
  }

  /** @param {number} at */
  #isQuiet(at) {
    if (this.at >= 0) return !this.#isNear(at);
    return this.pocket > 0 && this.dots[at].pocket !== this.pocket;
  }

  /** @param {{ pocket: number; }} dot */
  #colour(dot) {
    return dot.pocket === 0 ? "alone" : `pocket-${((dot.pocket - 1) % colours) + 1}`;
  }

  /** @param {[number, number]} pair */
  #line([a, b]) {
    const [from, to] = [this.places[a], this.places[b]];
    const kind = a === this.at || b === this.at ? "near" : this.#isQuiet(a) || this.#isQuiet(b) ? "far" : "";
    return svg`<line class=${kind} x1=${from.x} y1=${from.y} x2=${to.x} y2=${to.y} />`;
  }

  /** @param {Dot} dot */
  #words(dot) {
    const pocket = dot.pocket ? t("network.in_pocket", { pocket: dot.pocket }) : t("network.in_no_pocket");
    return t("network.dot", { person: dot.name, state: label(dot.liveliness), circle: layerLabel(dot.layer), pocket, count: dot.knows.length });
  }

  /**
   * Those whose names are shown: as many as have room, and always the one looked at with whom it knows.
   * @param {number} unit
   */
  #named(unit) {
    const all = [...this.dots.keys()];
    const wanted = all.filter((at) => this.dots.length <= namesUpTo || this.zoom >= 2.5 || this.dots[at].layer === 5);
    const named = namesWithRoom(this.dots, this.places, unit, wanted);
    return new Set([...named, ...all.filter((at) => this.#isNear(at))]);
  }

  /**
   * @param {Dot} dot
   * @param {number} at
   * @param {number} unit
   * @param {boolean} isNamed
   */
  #dot(dot, at, unit, isNamed) {
    const { x, y } = this.places[at];
    const radius = radiusOf(dot.layer) * unit;
    const stop = at === Math.max(0, this.at);
    return svg`<a class="dot ${this.#colour(dot)} ${dot.liveliness} ${at === this.at ? "chosen" : ""} ${this.#isQuiet(at) ? "far" : ""}" data-dot=${at}
        href="#/people/${encodeURIComponent(dot.uid)}" tabindex=${stop ? 0 : -1} aria-label=${this.#words(dot)} @focus=${() => (this.at = at)} @pointerenter=${() => !this.#drag && (this.at = at)}>
      <circle cx=${x} cy=${y} r=${radius} />
      ${isNamed ? svg`<text x=${x} y=${y + radius + 12 * unit} font-size=${11 * unit} stroke-width=${3 * unit} aria-hidden="true">${dot.name}</text>` : nothing}
    </a>`;
  }

  #picture() {
    const view = this.#view();
    const { x, y, width, height } = view;
    const unit = this.#unit(view);
    const named = this.#named(unit);
    return html`<svg class="network ${this.zoom > 1 ? "near" : ""}" viewBox="${x} ${y} ${width} ${height}" role="group" aria-label=${t("network.picture")} aria-describedby=${this.#id}
        @keydown=${(/** @type {KeyboardEvent} */ event) => this.#press(event)} @pointerdown=${(/** @type {PointerEvent} */ event) => this.#grab(event)} @pointermove=${(/** @type {PointerEvent} */ event) => this.#pull(event)}
        @pointerup=${() => (this.#drag = null)} @pointerleave=${() => ((this.#drag = null), this.contains(document.activeElement) || (this.at = -1))}>
      <g class="lines">${this.#pairs.map((pair) => this.#line(pair))}</g>
      ${this.dots.map((dot, at) => this.#dot(dot, at, unit, named.has(at)))}
    </svg>`;
  }

  #about() {
    const dot = this.dots[this.at];
    if (!dot) return html`<p class="quiet">${t("network.choose_dot")}</p>`;
    const known = dot.knows.map((at) => this.dots[at]);
    return html`<h3>${personLink(dot)}</h3>
      <p class="quiet">${label(dot.liveliness)} · ${layerLabel(dot.layer)} · ${dot.pocket ? t("network.in_pocket", { pocket: dot.pocket }) : t("network.in_no_pocket")}</p>
      ${known.length ? html`<p>${t("network.knows", { count: known.length })}</p>${personList(known)}` : html`<p class="quiet">${t("network.knows_nobody")}</p>`}`;
  }

  #legend() {
    const { pocket_groups: groups } = this.circles;
    if (groups.length === 0) return nothing;
    return html`<div class="chips legend" role="group" aria-label=${t("network.pockets")}>
      ${groups.map((group, at) => html`<button class="chip pocket-${(at % colours) + 1}" aria-pressed=${this.pocket === at + 1 ? "true" : "false"} data-pocket=${at + 1} @click=${() => ((this.pocket = this.pocket === at + 1 ? 0 : at + 1), (this.at = -1))}><span class="swatch" aria-hidden="true"></span>${t("network.pocket", { pocket: at + 1, count: group.length })}</button>`)}
    </div>`;
  }

  render() {
    if (!this.places) return loading;
    return html`<div class="graph-tools">
        ${this.#legend()}
        <div class="zoom" role="group" aria-label=${t("network.zoom")}>
          <button data-zoom="in" aria-label=${t("network.zoom_in")} @click=${() => this.#closer(1.5)}>+</button>
          <button data-zoom="out" aria-label=${t("network.zoom_out")} ?disabled=${this.zoom === 1} @click=${() => this.#closer(1 / 1.5)}>−</button>
          <button data-zoom="fit" ?disabled=${this.zoom === 1} @click=${() => this.#fit()}>${t("network.zoom_fit")}</button>
        </div>
      </div>
      <p class="unseen" id=${this.#id}>${t("network.keys")}</p>
      ${this.#picture()}
      <div class="about-dot">${this.#about()}</div>`;
  }
}
customElements.define("gt-network-graph", NetworkGraph);
