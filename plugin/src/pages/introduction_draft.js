/** @import { IntroductionItem } from "../generated/contract.ts" */

/** @typedef {IntroductionItem & Required<Pick<IntroductionItem, "a" | "b" | "a_name" | "b_name" | "day" | "next">>} Listed As the helper lists them. */

const firstName = (/** @type {string} */ name) => name.split(" ")[0];

/**
 * Who is written to at a step of an introduction and what the draft says: {to: uids, key, words}; null when nothing is to be written.
 * @param {Listed} item
 */
export function draftOf(item) {
  const words = { a: firstName(item.a_name), b: firstName(item.b_name), a_name: item.a_name, b_name: item.b_name, reason: item.reason ?? "" };
  if (item.next === "ask-a") return { to: [item.a], key: "ask", words: { ...words, to: words.a, other: item.b_name } };
  if (item.next === "ask-b") return { to: [item.b], key: "ask_second", words: { ...words, to: words.b, other: item.a_name } };
  if (item.next === "introduce") return { to: [item.a, item.b], key: "both", words };
  return null;
}
