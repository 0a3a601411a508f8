const lineEnd = /\r\n|\n|\r/;

/**
 * Logical lines of a card: each {text, physical}, folded lines joined (RFC 6350 section 3.2), physical as they stood.
 * @param {string} card
 */
export function logicalLines(card) {
  /** @type {{ text: string, physical: string[] }[]} */
  const lines = [];
  for (const physical of card.split(lineEnd)) {
    const last = lines.at(-1);
    if (last && /^[ \t]/.test(physical)) {
      last.text += physical.slice(1);
      last.physical.push(physical);
    } else {
      lines.push({ text: physical, physical: [physical] });
    }
  }
  return lines;
}

/**
 * {name, value} of a content line; name in capitals without its group, value "" when there is no colon.
 * @param {string} line
 */
export function nameAndValue(line) {
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') quoted = !quoted;
    if (line[at] === ":" && !quoted) {
      const name = (line.slice(0, at).split(";")[0].split(".").at(-1) ?? "").toUpperCase();
      return { name, value: line.slice(at + 1) };
    }
  }
  return { name: "", value: "" };
}

/**
 * Splits at separators that carry no backslash.
 * @param {string} value
 * @param {string} separator
 */
export function splitUnescaped(value, separator) {
  const parts = [""];
  for (let at = 0; at < value.length; at += 1) {
    if (value[at] === "\\" && at + 1 < value.length) {
      parts[parts.length - 1] += value[at] + value[at + 1];
      at += 1;
    } else if (value[at] === separator) {
      parts.push("");
    } else {
      parts[parts.length - 1] += value[at];
    }
  }
  return parts;
}

/** Text of an escaped value (RFC 6350 section 3.4). */
export const unescapeText = (/** @type {string} */ value) => value.replace(/\\([\\,;nN])/g, (_, mark) => (mark.toLowerCase() === "n" ? "\n" : mark));

/** Escaped form of a text for a list value. */
export const escapeText = (/** @type {string} */ text) => text.replace(/[\\,;]/g, "\\$&").replace(/\r?\n/g, "\\n");

/**
 * Folds a line at 75 octets of UTF-8 (RFC 6350 section 3.2), never inside a character.
 * @param {string} line
 */
export function fold(line) {
  /** @type {string[]} */
  const lines = [];
  let current = "";
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > 75) {
      lines.push(current);
      current = " ";
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current];
}
