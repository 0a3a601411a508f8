// The languages say the same: each message in each, with the same places; no message that nobody asks for, none missing.
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { languages, placesOf, readWords } from "./generate_words.mjs";

const plugin = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const trouble = [];

const all = Object.fromEntries(await Promise.all(languages.map(async (language) => [language, await readWords(language)])));
for (const language of languages.filter((one) => one !== "en")) {
  for (const key of Object.keys(all.en)) {
    if (!(key in all[language])) trouble.push(`${language}: ${key} is missing`);
    else if (placesOf(all[language][key]).some((place) => place !== place.toLowerCase())) trouble.push(`${language}: ${key} has a place with capitals, which the host does not tell apart`);
    else if (placesOf(all.en[key]).sort().join() !== placesOf(all[language][key]).sort().join()) trouble.push(`${language}: ${key} has other places`);
  }
  for (const key of Object.keys(all[language])) if (!(key in all.en)) trouble.push(`${language}: ${key} is not in English`);
}
for (const key of Object.keys(all.en)) {
  const [, stem, form] = /^(.*)_(one|other)$/.exec(key) ?? [];
  if (form && !(`${stem}_${form === "one" ? "other" : "one"}` in all.en)) trouble.push(`en: ${key} lacks its other number`);
}

const sources = [];
for (const entry of await readdir(path.join(plugin, "src"), { recursive: true, withFileTypes: true })) {
  const file = path.join(entry.parentPath, entry.name);
  if (entry.isFile() && /\.js$/.test(file) && !file.includes("/generated/")) sources.push(await readFile(file, "utf8"));
}
sources.push(await readFile(path.join(plugin, "..", "manifest.json"), "utf8"));
const text = sources.join("\n");
const asked = new Set([...text.matchAll(/\b(?:t|rich)\(\s*"([\w.]+)"/g)].map(([, key]) => key.replaceAll(".", "_")));
for (const key of asked) if (![key, `${key}_other`].some((name) => name in all.en)) trouble.push(`no message ${key}`);

// Any string or template piece of the form page.entry, page.entry_${…} or page.${…}, or __MSG_page_entry__ counts as asking.
const named = new Set([...text.matchAll(/["'`](\w+)\.(\w*)/g)].map(([, page, entry]) => `${page}_${entry}`));
for (const [, page] of text.matchAll(/`(\w+)\.\$\{/g)) named.add(`${page}_`);
for (const [, key] of text.matchAll(/__MSG_(\w+?)__/g)) named.add(key);
const isAsked = (key) => [...named].some((name) => key === name || (key.startsWith(name) && (name.endsWith("_") || /^_(one|other)$/.test(key.slice(name.length)))));
for (const key of Object.keys(all.en)) if (!isAsked(key)) trouble.push(`en: ${key} is asked for nowhere`);

for (const line of trouble) console.error(line);
console.log(`words: ${Object.keys(all.en).length} messages in ${languages.length} languages, ${trouble.length} finding(s)`);
process.exitCode = trouble.length ? 1 : 0;
