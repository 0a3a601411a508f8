// The words for modules that run in node: as in an English browser, or in the languages that a test asks for.
import "../../../plugin/src/words/browser_words.js";

/** What `run()` answers in a browser of these languages. */
export function inLanguages(languages, run) {
  const before = Object.getOwnPropertyDescriptor(globalThis, "navigator");
  Object.defineProperty(globalThis, "navigator", { value: { languages }, configurable: true });
  try {
    return run();
  } finally {
    if (before) Object.defineProperty(globalThis, "navigator", before);
    else delete globalThis.navigator;
  }
}
