import { html, nothing, svg } from "lit";
import { t } from "../words/message.js";

/** @typedef {{ gaps: number[], days_since: number }} Silence */

const height = 36;
const step = 8;

/**
 * What the rhythm rests on: {gaps, shorter}: how many gaps there are, and how many of them are shorter than today's silence.
 * @param {Silence} silence
 */
export function rhythmEvidence({ gaps, days_since: since }) {
  return { gaps: gaps.length, shorter: gaps.filter((gap) => gap < since).length };
}

/**
 * Bars for gaps in days and, last and hatched by its class, for the silence of today.
 * @param {Silence} silence
 */
function chart({ gaps, days_since: since }) {
  const all = [...gaps, since];
  const most = Math.max(1, ...all);
  const bars = all.map((days, at) => {
    const tall = Math.max(2, (days / most) * height);
    return svg`<rect class=${at === gaps.length ? "now" : "gap"} x=${at * step} y=${height - tall} width=${step - 2} height=${tall} rx="1" />`;
  });
  return html`<svg class="gaps" width=${all.length * step} height=${height} role="img" aria-label=${t("rhythm.picture", { gaps: gaps.join(", ") || t("record.none"), since })}>${bars}</svg>`;
}

/**
 * The evidence of a person's rhythm: the gaps as a picture and in a sentence; nothing without any contact.
 * @param {{ gaps: number[]; days_since: number; usual_days?: number; usual_low?: number; usual_high?: number; } | undefined} rhythm
 */
export function rhythmNote(rhythm) {
  if (!rhythm) return nothing;
  const { gaps, shorter } = rhythmEvidence(rhythm);
  const usual = rhythm.usual_days ? t("rhythm.usual", { days: rhythm.usual_days, low: rhythm.usual_low, high: rhythm.usual_high }) : t("rhythm.too_little");
  const now = gaps ? t("rhythm.now", { since: rhythm.days_since, shorter, gaps }) : t("rhythm.since", { count: rhythm.days_since });
  return html`<div class="rhythm">${gaps ? chart(rhythm) : nothing}<p>${usual}</p><p class="quiet">${now}</p></div>`;
}
