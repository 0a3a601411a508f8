// Records of every kind whose every text is hostile, for the real helper; used in Chromium and in Thunderbird.

const longest = 280;
const isAddress = (text) => /^(javascript|data):/i.test(text);

/** Those that could be taken for an address stand alone; the others are as dangerous one behind the other, as many as a field holds. */
export function joined(all) {
  const texts = all.filter(isAddress);
  for (const text of all.filter((one) => !isAddress(one))) {
    const both = `${texts.at(-1)} ${text}`;
    if (isAddress(both) || both.length > longest) texts.push(text);
    else texts[texts.length - 1] = both;
  }
  return texts;
}

/** One record of every kind whose every text is `text`, about `person` and `other`: [method, path below /api/v1/, body]. */
export const recordsOf = (text, person, other) => [
  ["POST", "journal/goal", { titles: [text], industries: [text], companies: [text], targets: [person], purpose: text }],
  ["POST", "journal/ask", { person, text, kind: "advice" }],
  ["POST", "journal/promise", { person, text }],
  ["POST", "journal/entry", { person, text, kind: "gave", give_kind: "advice" }],
  ["POST", "journal/introduction", { a: person, b: other, reason: text }],
  ["POST", "journal/community", { name: text, members: [person], text, kind: "interest" }],
  ["POST", "journal/venue", { name: text, text }],
  ["POST", "journal/script", { name: text, text }],
  ["POST", "journal/role-term", { person, role: text.slice(0, 40), text }],
  ["POST", "journal/pair", { a: person, b: other, evidence: "user-said", text }],
  ["PATCH", `people/${encodeURIComponent(person)}`, { needs: [text], offers: [text], interests: [text] }],
];
