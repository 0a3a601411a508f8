const plain = (/** @type {string} */ text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/**
 * A line about `name`: when none of its words stand in the line, the name is put behind the first word ("gave advice").
 * @param {string} line
 * @param {string} name
 */
export function withPerson(line, name) {
  const words = plain(name).split(/\s+/).filter((word) => word.length > 2);
  if (!name || words.some((word) => plain(line).includes(word)) || line.includes("@")) return line;
  const [first, ...rest] = line.trim().split(/\s+/);
  return [first, `"${name.replaceAll('"', "")}"`, ...rest].join(" ");
}
