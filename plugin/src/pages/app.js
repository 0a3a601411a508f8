import { html } from "lit";
import { tellLanguage } from "../words/message.js";
import { GoodElement } from "./element.js";
import { Session } from "./session.js";
import "./connection.js";
import "./toast.js";
import "./week.js";
import "./people.js";
import "./person.js";
import "./contact.js";
import "./accounts.js";
import "./history.js";

const places = [
  ["week", "This week"],
  ["people", "People"],
  ["accounts", "Accounts & sync"],
  ["changes", "Changes"],
];

/** {place, id} of a route: "#/week", "#/people", "#/people/UID", "#/book/CONTACT", "#/accounts", "#/changes". */
export function placeOf(hash) {
  const [, place = "week", id = ""] = hash.replace(/^#/, "").split("/");
  const known = ["week", "people", "book", "accounts", "changes"].includes(place) ? place : "week";
  try {
    return { place: known, id: decodeURIComponent(id) };
  } catch {
    return { place: known, id: "" };
  }
}

/** <gt-app>: navigation and the page that the route names. */
export class App extends GoodElement {
  static properties = { place: { state: true }, id: { state: true }, linked: { state: true } };

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
    // A page that stands (perhaps with a half-written note) stays while the helper restarts.
    this.linked = phase === "ready" || (this.linked && phase === "connecting");
  }

  async #go() {
    if (globalThis.location.hash.startsWith("#code=")) await this.session.open();
    const moved = this.place !== undefined;
    Object.assign(this, placeOf(globalThis.location.hash));
    if (!moved) return;
    await this.updateComplete;
    this.querySelector("main")?.focus({ preventScroll: true });
    globalThis.scrollTo(0, 0);
  }

  #page() {
    const { session, id } = this;
    if (!this.linked) return html`<gt-connection .session=${session}></gt-connection>`;
    if (this.place === "people" && id) return html`<gt-person .session=${session} .uid=${id}></gt-person>`;
    if (this.place === "people") return html`<gt-people .session=${session}></gt-people>`;
    if (this.place === "book") return html`<gt-contact .session=${session} .contact=${id}></gt-contact>`;
    if (this.place === "accounts") return html`<gt-accounts .session=${session}></gt-accounts>`;
    if (this.place === "changes") return html`<gt-history .session=${session}></gt-history>`;
    return html`<gt-week .session=${session}></gt-week>`;
  }

  render() {
    const current = this.place === "book" ? "people" : this.place;
    return html`<nav aria-label="Goodturn">
        <span class="brand" aria-hidden="true">Goodturn</span>
        <ul>
          ${places.map(
            ([place, word]) =>
              html`<li><a href="#/${place}" aria-current=${current === place ? "page" : "false"}>${word}</a></li>`,
          )}
        </ul>
      </nav>
      <main tabindex="-1">${this.#page()}</main>
      <gt-toast></gt-toast>`;
  }
}
customElements.define("gt-app", App);
