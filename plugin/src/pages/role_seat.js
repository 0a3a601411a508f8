import { html, nothing } from "lit";
import { dayText } from "../words/dates.js";
import { label, roleGloss, roleName, wordOf } from "../words/labels.js";
import { isMessage, rich, t } from "../words/message.js";
import { GoodElement, freshId } from "./element.js";
import { problemNotice } from "./notice.js";
import { showToast } from "./toast.js";
import { undoing } from "./undoing.js";
import { personLink } from "./who.js";
/** @import { RolesReport, Who } from "../generated/contract.ts" */
/** @import { With } from "./with.ts" */

/** @typedef {RolesReport["seats"][number]} Seat */

/**
 * How a seat of RolesReport stands: "empty", "silent" (everybody on it has gone quiet or is fading), "short" (fewer than
 * wanted), "single" (one person carries it), "filled", or "spare" (nobody wanted, nobody there).
 * @param {Pick<Seat, "need"> & { holders: { liveliness: string }[] }} seat
 */
export function standingOf({ need, holders }) {
  if (holders.length === 0) return need > 0 ? "empty" : "spare";
  if (holders.every((holder) => holder.liveliness !== "alive")) return "silent";
  if (holders.length < need) return "short";
  return holders.length === 1 ? "single" : "filled";
}

/** @typedef {{ seat: Seat, busy?: boolean }} Fields */

/** <gt-role-seat>: one role: who holds it, how alive that is, who could. Tells "tagged" after somebody was given the role. */
export class RoleSeat extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { session: { attribute: false }, seat: { attribute: false }, busy: { state: true }, problem: { state: true } };
  #id = freshId("seat");

  /** @param {Who} person */
  async #give(person) {
    const { session, seat } = this;
    this.busy = true;
    const answer = await this.attempt(() => session.bridge.editTags({ uid: person.uid }, { add: [seat.role] }));
    this.busy = false;
    if (!answer) return;
    const told = () => this.dispatchEvent(new CustomEvent("tagged", { bubbles: true }));
    showToast(t("roles.given", { person: person.name, role: roleName(seat.role) }), undoing(session, answer.undo, told));
    told();
  }

  /** @param {Seat["holders"][number]} holder */
  #holder({ person, liveliness, last_contact: last, since, opportunities }) {
    const facts = [
      last ? t("roles.last_contact", { day: dayText(last) }) : t("roles.no_contact"),
      since ? t("roles.since", { day: dayText(since) }) : "",
      opportunities ? t("roles.opportunities", { count: opportunities }) : "",
    ];
    return html`<li>
      <div class="holder-name">${personLink(person)} <span class="state ${liveliness}">${label(liveliness)}</span></div>
      <p class="quiet">${facts.filter(Boolean).join(" · ")}</p>
    </li>`;
  }

  /** @param {Seat["candidates"][number]} candidate */
  #candidate({ person, reasons }) {
    return html`<li>
      <div class="holder-name">${personLink(person)}
        <button class="plain" data-give=${person.uid} ?disabled=${this.busy} aria-label=${t("roles.give_to", { person: person.name, role: roleName(this.seat.role) })} @click=${() => this.#give(person)}>${t("roles.give")}</button></div>
      <ul class="reasons">${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>
    </li>`;
  }

  #places() {
    const { need, holders } = this.seat;
    const filled = Math.min(need, holders.length);
    return html`<span class="places-taken" aria-hidden="true">${Array.from({ length: need }, (_, at) => html`<span class=${at < filled ? "taken" : "free"}></span>`)}</span>`;
  }

  render() {
    const { seat } = this;
    const standing = standingOf(seat);
    const about = isMessage(`roles.about_${standing}`) ? html`<p class="about">${t(`roles.about_${standing}`)}</p>` : nothing;
    return html`<article class="panel seat ${standing}" aria-labelledby=${this.#id} data-role=${seat.role}>
      <header>
        <h2 id=${this.#id}>${roleName(seat.role)}</h2>
        <span class="aside quiet">${this.#places()} ${seat.need ? rich("roles.of_wanted", { held: seat.holders.length, need: seat.need }) : t("roles.none_wanted")}</span>
      </header>
      <p class="quiet"><span class="mark">${wordOf("roles.is_", standing)}</span> ${roleGloss(seat.role)}</p>
      ${about}
      ${seat.holders.length ? html`<ul class="holders">${seat.holders.map((holder) => this.#holder(holder))}</ul>` : nothing}
      ${seat.candidates.length ? html`<h3>${t("roles.could")}</h3><ul class="holders candidates">${seat.candidates.map((one) => this.#candidate(one))}</ul>` : nothing}
      ${standing === "empty" && seat.candidates.length === 0 ? html`<p class="quiet">${t("roles.nobody_yet")}</p>` : nothing}
      ${problemNotice(this.problem)}
    </article>`;
  }
}
customElements.define("gt-role-seat", RoleSeat);
