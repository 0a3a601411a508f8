import { html } from "lit";
import { t } from "../words/message.js";
import { askInDialog } from "./dialog.js";
/** @import { Bridge } from "../bridge/bridge.ts" */

/** Questions that lead to something to give, for who believes to have nothing (words/LANGUAGE/me.json). */
export const offerPrompts = ["prompt_asked", "prompt_know", "prompt_learned", "prompt_whom", "prompt_like"];

/**
 * The first steps end with something that the user can give, or with the word that there is nothing now: asks for it when the
 * own profile names nothing. Throws Problem.
 * @param {Bridge} bridge
 */
export async function askFirstOffer(bridge) {
  const { profile } = await bridge.getOwnProfile();
  if (profile.offers?.length) return;
  const fields = html`<ul class="prompts">${offerPrompts.map((prompt) => html`<li>${t(`me.${prompt}`)}</li>`)}</ul>
    <label>${t("me.offer_field")} <input name="offer" maxlength="300" required autocomplete="off" /></label>`;
  const answer = await askInDialog({ title: t("me.offer_title"), text: t("me.offer_text"), yes: t("me.offer_yes"), no: t("me.offer_skip"), fields });
  const offer = answer?.offer.trim();
  if (offer) await bridge.editOwnProfile({}, { offers: [offer] });
}
