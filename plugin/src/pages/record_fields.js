import { giveKinds } from "../generated/vocabulary.js";
/** @import { JournalFields } from "../generated/contract.ts" */

/** @typedef {{ name: string, type: string, required?: boolean, words?: readonly string[], labels?: string, isNumber?: boolean, max?: number, step?: number }} Field */
/** @typedef {"gave" | "received" | "promise" | "ask" | "introduction" | "goal" | "script" | "profile"} FormName */
/** @typedef {{ id?: string } & Record<string, any>} StoredItem */
/** @typedef {Record<string, any>} Values */
/** @typedef {(changed: JournalFields) => Promise<unknown>} Save */

const askKinds = ["informational-interview", "referral", "warm-application", "introduction", "advice", "sponsor", "feedback"];
const text = (/** @type {string} */ name, more = {}) => ({ name, type: "text", ...more });
const words = (/** @type {string} */ name) => ({ name, type: "words" });
const number = (/** @type {string} */ name, /** @type {{ max: number; step?: number; }} */ more) => ({ name, type: "number", ...more });
const gift = [{ name: "give_kind", type: "choice", words: giveKinds }, { name: "size", type: "choice", words: ["1", "2", "3"], isNumber: true, labels: "record.size_" }];

/**
 * What the form of a journal item asks for, by kind (schemas/openapi.json: EntryItem, PromiseItem …). A field is {name, type}:
 * "text", "long", "day", "moment" (a day that is sent as a time), "number", "choice" (of `words`), "flag", "words" (a list,
 * by commas), "choices" (some of `words`), "person" and "people" (UIDs). `required`, `empty` (a choice may be left open) and `creates` (its default) as
 * they say.
 */
export const recordFields = Object.freeze({
  gave: [{ name: "person", type: "person", required: true }, ...gift, { name: "at", type: "moment" }, { name: "asked", type: "flag" }, text("text", { type: "long" })],
  received: [{ name: "person", type: "person", required: true }, ...gift, { name: "at", type: "moment" }, { name: "asked", type: "flag" }, { name: "crisis", type: "flag" }, text("text", { type: "long" })],
  promise: [{ name: "person", type: "person", required: true }, text("text", { required: true }), { name: "due", type: "day" }],
  ask: [{ name: "person", type: "person", required: true }, { name: "kind", type: "choice", words: askKinds }, text("text", { type: "long" }), text("next_step"), { name: "due", type: "day" }],
  introduction: [{ name: "a", type: "person", required: true }, { name: "b", type: "person", required: true }, text("reason", { required: true })],
  goal: [text("purpose"), words("titles"), words("industries"), words("companies"), { name: "targets", type: "people" }, { name: "deadline", type: "day" }, number("weekly_touches", { max: 100 }), number("weekly_asks", { max: 100 }), number("weekly_hours", { max: 100, step: 0.5 })],
  script: [text("name", { required: true }), { name: "trigger", type: "choice", words: ["", ...askKinds] }, text("text", { type: "long", required: true })],
  profile: [words("offers"), words("needs"), words("interests"), { name: "tie", type: "choice", words: ["peer", "up", "down", "external-peer", "family"] }, { name: "introduced_by", type: "person" }, { name: "superior", type: "person" }, text("met_at"), { name: "powers", type: "choices", words: ["can-hire", "can-connect", "influences"] }, { name: "knows_goal", type: "flag" }, { name: "friend", type: "flag" }, text("text", { type: "long" })],
});

/**
 * The kind of journal (path of /api/v1/journal/{kind}) in which a form's items are kept. A profile has a place of its own.
 * @param {FormName} form
 */
export function journalKind(form) {
  if (form === "profile") throw new TypeError("a profile is kept beside the journal");
  return form === "gave" || form === "received" ? "entry" : form;
}

/** A list out of a text with commas; no empty words, each once. */
export const listOf = (/** @type {string} */ value) => [...new Set(value.split(",").map((/** @type {string} */ word) => word.trim()).filter(Boolean))];

/** @type {Record<string, (value: any) => unknown>} */
const sentOf = {
  words: (/** @type {string} */ value) => listOf(value),
  people: (value) => value,
  choices: (value) => value,
  flag: (value) => Boolean(value),
  number: (/** @type {string} */ value) => (value === "" ? null : Number(value)),
  moment: (/** @type {string} */ value) => (value === "" ? null : new Date(`${value}T12:00:00`).toISOString()),
};

/** @type {Record<string, (value: any) => any>} */
const shownOf = {
  words: (value) => (value ?? []).join(", "),
  people: (value) => value ?? [],
  choices: (value) => value ?? [],
  flag: (value) => Boolean(value),
  moment: (value) => (value ? value.slice(0, 10) : ""),
};

/** A stored field as the form shows it. */
export const shownValue = (/** @type {Pick<Field, "type" | "name">} */ field, /** @type {Values | null | undefined} */ item) => (shownOf[field.type] ?? ((value) => String(value ?? "")))(item?.[field.name]);

/**
 * The fields that a request names: all that are not empty for a new item, for a stored one those that changed; null empties.
 * `values` are the form's, by field name; `item` is what is stored.
 * @param {readonly Field[]} fields
 * @param {Values} values
 * @param {StoredItem | null} [item]
 */
export function changedFields(fields, values, item = null) {
  /** @type {JournalFields} */
  const changed = {};
  for (const field of fields) {
    const value = values[field.name] ?? (field.type === "flag" ? false : "");
    const before = shownValue(field, item);
    if (JSON.stringify(value) === JSON.stringify(before)) continue;
    const convert = field.isNumber ? sentOf.number : (sentOf[field.type] ?? ((/** @type {string} */ one) => one.trim() || null));
    changed[field.name] = convert(value);
  }
  return changed;
}
