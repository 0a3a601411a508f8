// Turns src/words/LANGUAGE/PAGE.json into what the host reads (_locales/LANGUAGE/messages.json), what a browser reads
// (src/generated/texts.js) and the places of each message in the order in which the host fills them.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";

const plugin = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const words = path.join(plugin, "src", "words");
const generated = path.join(plugin, "src", "generated");

export const languages = ["en", "de"];

/** Names of a message's places, each once, in order. */
export const placesOf = (text) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))];

/** All messages of a language: {page_entry: text}. */
export async function readWords(language) {
  const messages = {};
  for (const file of (await readdir(path.join(words, language))).sort()) {
    const page = path.basename(file, ".json");
    const entries = JSON.parse(await readFile(path.join(words, language, file), "utf8"));
    for (const [entry, text] of Object.entries(entries)) messages[`${page}_${entry}`] = text;
  }
  return messages;
}

/** A message in the host's form; the places are numbered as `names` has them, which is English's order for all languages. */
function hostMessage(text, names) {
  const message = text.replaceAll("$", "$$$$").replace(/\{(\w+)\}/g, (_, name) => `$${name}$`);
  const placeholders = Object.fromEntries(names.map((name, at) => [name, { content: `$${at + 1}` }]));
  return names.length ? { message, placeholders } : { message };
}

const constant = (name, value) => `// Generated from src/words/ by tools/generate_words.mjs.\nexport const ${name} = Object.freeze(${JSON.stringify(value, null, 1)});\n`;

/** Writes src/generated/texts.js and src/generated/message_arguments.js. */
export async function generateWords() {
  const all = Object.fromEntries(await Promise.all(languages.map(async (language) => [language, await readWords(language)])));
  const names = Object.fromEntries(Object.entries(all.en).map(([key, text]) => [key, placesOf(text)]));
  await mkdir(generated, { recursive: true });
  await writeFile(path.join(generated, "texts.js"), constant("texts", all));
  await writeFile(path.join(generated, "message_arguments.js"), constant("argumentNames", names));
}

/** Writes _locales/ into the add-on's folder `root`. A message that a language lacks is the host's to find in English. */
export async function writeLocales(root) {
  const english = await readWords("en");
  for (const language of languages) {
    const folder = path.join(root, "_locales", language);
    const messages = await readWords(language);
    const rows = Object.entries(messages).map(([key, text]) => [key, hostMessage(text, placesOf(english[key] ?? text))]);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, "messages.json"), `${JSON.stringify(Object.fromEntries(rows), null, 1)}\n`);
  }
}
