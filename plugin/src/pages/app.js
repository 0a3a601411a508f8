import { html } from "lit";
import { t, tellLanguage } from "../words/message.js";
import { GoodElement } from "./element.js";
import { wantsWelcome } from "./first_run.js";
import { loading, problemNotice } from "./notice.js";
import { placeOf } from "./places.js";
import { Session } from "./session.js";
import "./connection.js";
import "./navigation.js";
import "./toast.js";

/** <gt-app>: navigation and the page that the route names. */
export class App extends GoodElement {
  static properties = { place: { state: true }, id: { state: true }, linked: { state: true }, loaded: { state: true }, problem: { state: true } };
  #arrived = new Set();

  constructor() {
    super();
    this.session = new Session("app");
  }

  connectedCallback() {
    super.connectedCallback();
    tellLanguage(document);
    this.listen(globalThis, "hashchange", () => this.#go());
    this.listen(this.session, "state", () => this.#linked());
    this.listen(this.session, "route", (event) => (globalThis.location.hash = event.detail));
    this.session.open().then(() => this.#go());
  }

  #linked() {
    const { phase } = this.session.state;
    if (phase === "ready" && !this.linked) this.#welcome();
    // A page that stands (perhaps with a half-written note) stays while the helper restarts.
    this.linked = phase === "ready" || (this.linked && phase === "connecting");
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
    this.#load(this.place);
    if (!moved) return;
    await this.updateComplete;
    this.querySelector("main")?.focus({ preventScroll: true });
    globalThis.scrollTo(0, 0);
  }

  async #load(place) {
    this.problem = null;
    if (this.#arrived.has(place)) return;
    try {
      await place.load();
      this.#arrived.add(place);
    } catch {
      this.problem = { title: t("places.lost"), message: t("places.lost_advice") };
    }
    this.requestUpdate();
  }

  #page() {
    const { session, place, id } = this;
    if (!this.linked) return html`<gt-connection .session=${session}></gt-connection>`;
    if (this.problem) return html`${problemNotice(this.problem)}<button @click=${() => this.#load(place)}>${t("common.try_again")}</button>`;
    return this.#arrived.has(place) ? place.draw(session, id) : loading;
  }

  render() {
    return html`<gt-navigation .place=${this.place}></gt-navigation>
      <main tabindex="-1">${this.#page()}</main>
      <gt-toast></gt-toast>`;
  }
}
customElements.define("gt-app", App);
