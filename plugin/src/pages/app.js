import { html, nothing } from "lit";
import { followTheme } from "../thunderbird/theme.js";
import { t, tellLanguage } from "../words/message.js";
import { GoodElement } from "./element.js";
import { wantsWelcome } from "./first_run.js";
import { loading, problemNotice } from "./notice.js";
import { placeOf } from "./places.js";
import { Session } from "./session.js";
import "./connection.js";
import "./navigation.js";
import "./toast.js";
/** @import { Place } from "./places.js" */
/** @import { Loaded, With } from "./with.ts" */

/** @typedef {{ place: Loaded<Place>, id: string, arrived?: boolean, lost: boolean }} Fields */

/**
 * History, tabs and screen readers name a page by its title.
 * @param {Place} place
 */
function tellTitle({ id, under, label }) {
  const name = label ?? placeOf(`#/${under ?? id}`).place.label;
  document.title = name ? t("places.title", { page: t(name) }) : t("places.product");
}

/** <gt-app>: navigation and the page that the route names. */
export class App extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { place: { state: true }, id: { state: true }, arrived: { state: true }, lost: { state: true }, problem: { state: true } };
  /** @type {Set<Place>} */
  #loaded = new Set();

  constructor() {
    super();
    this.lost = true;
    this.session = new Session("app");
  }

  connectedCallback() {
    super.connectedCallback();
    tellLanguage(document);
    followTheme("pane");
    this.listen(globalThis, "hashchange", () => this.#go());
    this.listen(this.session, "state", () => this.#linked());
    this.listen(this.session, "route", (event) => (globalThis.location.hash = event.detail));
    // The page's script comes while the helper is asked.
    this.#load(placeOf(globalThis.location.hash).place);
    this.session.open().then(() => this.#go());
  }

  #linked() {
    const { phase } = this.session.state;
    if (phase === "ready" && !this.arrived) this.#welcome();
    this.arrived ||= phase === "ready";
    // A page that stands, perhaps with a half-written note, is kept for when the helper is back.
    this.lost = phase === "failed" || !this.arrived;
  }

  /** The first time, with nothing set up, the list would be empty: the first steps come up instead. */
  async #welcome() {
    const wanted = await wantsWelcome(this.session.bridge);
    if (wanted && this.place?.id === "week") globalThis.location.hash = "#/welcome";
  }

  async #go() {
    if (globalThis.location.hash.startsWith("#code=")) await this.session.open();
    const moved = this.place !== undefined;
    Object.assign(this, placeOf(globalThis.location.hash));
    tellTitle(this.place);
    this.#load(this.place);
    if (!moved) return;
    await this.updateComplete;
    this.querySelector("main")?.focus({ preventScroll: true });
    globalThis.scrollTo(0, 0);
  }

  /** @param {Place} place */
  async #load(place) {
    this.problem = null;
    if (this.#loaded.has(place)) return;
    try {
      await place.load();
      this.#loaded.add(place);
    } catch {
      if (place === this.place) this.problem = { title: t("places.lost"), message: t("places.lost_advice") };
    }
    this.requestUpdate();
  }

  #page() {
    const { session, place, id } = this;
    if (this.problem) return problemNotice(this.problem, () => this.#load(place));
    return place && this.#loaded.has(place) ? place.draw(session, id) : loading;
  }

  render() {
    return html`<gt-navigation .place=${this.place}></gt-navigation>
      <main tabindex="-1">${this.lost ? html`<gt-connection .session=${this.session}></gt-connection>` : nothing}${this.arrived ? html`<div ?hidden=${this.lost}>${this.#page()}</div>` : nothing}</main>
      <gt-toast></gt-toast>`;
  }
}
customElements.define("gt-app", App);
