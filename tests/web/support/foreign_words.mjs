// English sentences on a page that is shown in German.

/** Words that stand in nearly every English sentence and in no German one. */
export const english = /(?<![\p{L}'’.@/-])(?:the|of|and|you|your|yours|is|are|has|have|with|without|for|to|from|this|that|these|they|them|not|no|only|been|by|it|its|who|when|what|how|than|more)(?![\p{L}'’@/-])/u;

/** The texts of the page as it stands: what is written, and what is told to those who do not see it. Runs in the page. */
export function textsOf() {
  const texts = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("script, style, [lang=en]")) texts.add(walker.currentNode.data);
  for (const element of document.querySelectorAll("[aria-label], [placeholder], [title]")) for (const name of ["aria-label", "placeholder", "title"]) texts.add(element.getAttribute(name) ?? "");
  texts.add(document.title);
  return [...texts].map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean);
}

/** The texts of a page that are English. */
export const foreignTexts = async (page) => (await page.evaluate(textsOf)).filter((text) => english.test(text));
