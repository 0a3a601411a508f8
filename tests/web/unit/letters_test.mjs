// What the pages put into a letter, and what they say about a suggestion's figures.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import test from "node:test";

const house = new URL("../../../", import.meta.url);
const read = (path) => readFile(new URL(path, house), "utf8");
const words = async (folder, language, page) => JSON.parse(await read(`${folder}/${language}/${page}.json`));

/** Every text that becomes the subject or the body of a letter: [place, text]. */
async function letters(language) {
  const found = Object.entries(await words("helper/words", language, "draft"));
  for (const page of ["week", "introductions"]) for (const [key, text] of Object.entries(await words("plugin/src/words", language, page))) if (/^(draft|subject)_/.test(key)) found.push([`${page}.${key}`, text]);
  return found;
}

test("a German letter fits whoever is called by first name and whoever is not", async () => {
  const found = await letters("de");
  assert.ok(found.length > 30, `${found.length} texts`);
  const address = /(?<!\p{L})(?:Sie|Ihnen|Ihre?[mnrs]?|du|dich|dir|deine?[mnrs]?|ihr|euch|eure?[mnrs]?)(?!\p{L})/u;
  for (const [place, text] of found) assert.doesNotMatch(text, address, place);
});

test("a letter to the second of two says nothing that the first one's yes has made untrue", async () => {
  for (const [language, claim] of [["en", /not mentioned it/], ["de", /mit niemandem/]]) {
    const { draft_ask: first, draft_ask_second: second } = await words("plugin/src/words", language, "introductions");
    assert.match(first, claim);
    assert.doesNotMatch(second, claim);
  }
});

test("every figure behind a suggestion has a name on the page and a sentence in both languages", async () => {
  const names = new Set(), sentences = new Set();
  for (const file of await readdir(new URL("core/suggest/", house))) {
    if (!file.endsWith(".cc")) continue;
    const text = await read(`core/suggest/${file}`);
    for (const [, name] of text.matchAll(/\{"([a-z ]+)",[^"]*?Said\([^"]*"week\.factor_/g)) names.add(`factor_${name.replaceAll(" ", "_")}`);
    for (const [, key] of text.matchAll(/"week\.(factor_\w+)"/g)) sentences.add(key);
  }
  assert.ok(names.size > 20, `${names.size} names`);
  for (const language of ["en", "de"]) {
    const page = await words("plugin/src/words", language, "week"), helper = await words("helper/words", language, "week");
    assert.deepEqual(Object.keys(page).filter((key) => key.startsWith("factor_")).sort(), [...names].sort());
    for (const key of sentences) assert.match(helper[key], /^[\p{Lu}01].*\.$/u, key);
  }
});
