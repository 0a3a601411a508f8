import { html, nothing } from "lit";
import { roles } from "../generated/vocabulary.js";
import { roleGloss, roleName } from "../words/labels.js";
import { t } from "../words/message.js";
import { GoodElement, freshId } from "./element.js";
/** @import { With } from "./with.ts" */
/** @import { FormEvent } from "./events.ts" */

const plain = (/** @type {string} */ word) => word.toLocaleLowerCase();

/** The role a word means in any of the shipped languages, or undefined. */
export const roleOf = (/** @type {string} */ word) => roles.find((role) => role.role === plain(word) || role.words.includes(plain(word)));

/**
 * Tags and roles as one list: each word once, a role that only `roleNames` knows at the end.
 * @param {string[]} tags
 * @param {string[]} [roleNames]
 */
export function chipWords(tags, roleNames = []) {
  const known = new Set(tags.map((tag) => roleOf(tag)?.role).filter(Boolean));
  return [...tags, ...roleNames.filter((role) => !known.has(role))];
}

const shownGloss = ".glossed:not(.closed):is(:hover, :focus-within)";

/**
 * A gloss that Escape closed may show again once pointer and focus have left it.
 * @param {Event & { currentTarget: Element }} event
 */
function reopen({ currentTarget: place }) {
  if (!place.matches(":hover, :focus-within")) place.classList.remove("closed");
}

/** @typedef {{ add?: string[], remove?: string[] }} TagChange */
/** @typedef {{ tags: string[], roleNames?: string[], disabled?: boolean, hint?: unknown, edit(change: TagChange): Promise<boolean> }} Fields */

/**
 * <gt-tags>: chips with a remove button, role words to add with their meaning, a field for any other tag. `edit(change)` does it,
 * and answers whether it was taken.
 */
export class Tags extends /** @type {With<typeof GoodElement, Fields>} */ (GoodElement) {
  static properties = { tags: { attribute: false }, roleNames: { attribute: false }, disabled: { type: Boolean }, hint: {}, edit: { attribute: false } };
  #id = freshId("tags");

  connectedCallback() {
    super.connectedCallback();
    this.listen(document, "keydown", (event) => {
      const shown = event.key === "Escape" && this.querySelector(shownGloss);
      if (!shown) return;
      shown.classList.add("closed");
      event.preventDefault();
    });
  }

  /**
   * What was typed stays there until it was taken.
   * @param {FormEvent} event
   */
  async #add(event) {
    event.preventDefault();
    const field = event.target.elements.tag;
    const word = field.value.trim();
    if (word && (await this.edit({ add: [word] })) && field.value.trim() === word) field.value = "";
  }

  /**
   * @param {string} gloss
   * @param {(id: string) => unknown} control
   * @param {string | number} at
   */
  #withGloss(gloss, control, at) {
    const id = `${this.#id}-gloss-${at}`;
    return html`<span class="glossed" @pointerleave=${reopen} @focusout=${reopen}>${control(id)}<span class="gloss" role="tooltip" id=${id}>${gloss}</span></span>`;
  }

  /**
   * @param {string} word
   * @param {number} at
   */
  #chip(word, at) {
    const role = roleOf(word);
    const remove = (/** @type {string | undefined} */ id) => html`<button
      class="chip ${role ? "role" : ""}" ?disabled=${this.disabled} aria-describedby=${id ?? nothing} aria-label=${t("tags.remove", { tag: word })} data-remove=${word}
      @click=${() => this.edit({ remove: [word] })}
    ><bdi>${word}</bdi>${this.disabled ? nothing : html` <span aria-hidden="true">✕</span>`}</button>`;
    return html`<li>${role ? this.#withGloss(roleGloss(role.role), remove, `has-${at}`) : remove(undefined)}</li>`;
  }

  /** @param {string[]} words */
  #offers(words) {
    const taken = new Set(words.map((word) => roleOf(word)?.role).filter(Boolean));
    return roles
      .filter((role) => !taken.has(role.role))
      .map((role, at) =>
        this.#withGloss(roleGloss(role.role), (id) => html`<button type="button" class="chip offer" aria-describedby=${id} data-add=${role.role} @click=${() => this.edit({ add: [role.role] })}>${t("tags.offer", { role: roleName(role.role) })}</button>`, at),
      );
  }

  render() {
    const words = chipWords(this.tags ?? [], this.roleNames);
    return html`<ul class="chips" aria-label=${t("tags.list")}>
        ${words.length ? words.map((word, at) => this.#chip(word, at)) : html`<li class="quiet">${t("tags.none")}</li>`}
      </ul>
      ${this.hint ? html`<p class="quiet">${this.hint}</p>` : nothing}
      ${this.disabled
        ? nothing
        : html`<div class="chips" role="group" aria-label=${t("tags.add_role")}>${this.#offers(words)}</div>
            <form class="line" @submit=${(/** @type {FormEvent} */ event) => this.#add(event)}>
              <label>${t("tags.another")} <input name="tag" maxlength="100" autocomplete="off" /></label><button type="submit" data-action="add-tag">${t("tags.add")}</button>
            </form>`}`;
  }
}
customElements.define("gt-tags", Tags);
