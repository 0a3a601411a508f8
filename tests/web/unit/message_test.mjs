import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import test from "node:test";
import { argumentNames } from "../../../plugin/src/generated/message_arguments.js";
import { texts } from "../../../plugin/src/generated/texts.js";
import { isMessage, language, numberText, rich, t } from "../../../plugin/src/words/message.js";
import { phaseText } from "../../../plugin/src/words/sync.js";
import { writeLocales } from "../../../plugin/tools/generate_words.mjs";
import { hostMessage } from "../support/host_messages.mjs";
import { inLanguages } from "../support/words.mjs";

test("a browser gets the first of its languages that there is, otherwise English", () => {
  assert.equal(inLanguages(["de-AT", "en"], language), "de");
  assert.equal(inLanguages(["fr", "de-DE"], language), "de");
  assert.equal(inLanguages(["fr"], language), "en-GB");
  assert.equal(inLanguages(["de"], () => numberText(1234.5)), "1.234,5");
  assert.equal(inLanguages(["en"], () => numberText(0.256, { style: "percent" })), "26%");
});

test("a message that nobody wrote is a mistake", () => {
  assert.throws(() => t("common.nothing"), /no message common.nothing/);
  assert.equal(isMessage("common.loading"), true);
  assert.equal(isMessage("common.nothing"), false);
});

test("places are filled as they are, numbers choose the form, templates keep their place", () => {
  const text = { phase: "fetching", collection: "$1 {done} $&", done: 10, total: 1200 };
  assert.equal(phaseText(text), "Fetching $1 {done} $&: 10 of 1,200");
  assert.equal(phaseText({ phase: "newer-phase" }), "Working…");
  assert.equal(t("mail.messages", { count: 1 }), "1 message");
  assert.equal(inLanguages(["de"], () => t("mail.messages", { count: 1200 })), "1.200 Nachrichten");
  const template = Symbol("template");
  assert.deepEqual(rich("sync.fetching_in", { collection: template }), ["Fetching ", template, "…"]);
});

test("the host's messages say the same as the browser's, in every language", async (context) => {
  const root = await mkdtemp(path.join(os.tmpdir(), "goodturn-words-"));
  context.after(() => rm(root, { recursive: true }));
  await writeLocales(root);
  for (const [locale, all] of Object.entries(texts)) {
    const messages = JSON.parse(await readFile(path.join(root, "_locales", locale, "messages.json"), "utf8"));
    assert.deepEqual(Object.keys(messages), Object.keys(all));
    for (const [name, text] of Object.entries(all)) {
      const host = hostMessage(messages, name, argumentNames[name].map((place) => `<${place}>`));
      assert.equal(host, text.replace(/\{(\w+)\}/g, "<$1>"), `${locale} ${name}`);
    }
  }
});
