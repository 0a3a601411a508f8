// ESLint rules that keep every shown text in src/words/: no literal words in templates, no sentences in strings.
const shownAttribute = /\b(aria-label|aria-description|aria-roledescription|placeholder|title|alt|label)=(["'])([^"']*)$/;
const words = /\p{L}{2,}/u;
const sentence = /^[\p{Lu}“][^\s]*\s+\S|\p{Ll}\s\p{Ll}+\s\p{Ll}/u;
const tags = new Set(["html", "svg"]);

/** Texts of a template's fixed pieces: what stands between tags, and in attributes that are read out or shown. */
function shownTexts(quasis) {
  const found = [];
  let rest = "";
  for (const { value } of quasis) {
    const text = rest + value.cooked;
    const open = text.lastIndexOf("<");
    const isInTag = open > text.lastIndexOf(">");
    const closed = isInTag ? text.slice(0, open) : text;
    for (const [, , , shown] of closed.matchAll(/\b(aria-label|placeholder|title|alt|label)=(["'])([^"']*)\2/g)) found.push(shown);
    found.push(...closed.replace(/<!--[\s\S]*?-->/g, "").replace(/<[^>]*>/g, "\n").split("\n"));
    rest = isInTag ? text.slice(open) : "";
    const attribute = shownAttribute.exec(rest);
    if (attribute) found.push(attribute[3]);
  }
  return found.map((text) => text.replace(/&\w+;/g, "").trim()).filter((text) => words.test(text));
}

const isTemplate = (node) => tags.has(node.tag.name);
const message = "Shown texts belong into src/words/ (use t() or rich()): “{{text}}”";

const templates = {
  meta: { type: "problem", messages: { literal: message }, schema: [] },
  create: (context) => ({
    TaggedTemplateExpression(node) {
      if (!isTemplate(node)) return;
      for (const text of shownTexts(node.quasi.quasis)) context.report({ node, messageId: "literal", data: { text } });
    },
  }),
};

const strings = {
  meta: { type: "problem", messages: { literal: message }, schema: [] },
  create(context) {
    const isThrown = (node) => context.sourceCode.getAncestors(node).some((one) => one.type === "NewExpression" && /Error$/.test(one.callee.name ?? ""));
    const check = (node, text) => {
      if (sentence.test(text) && !isThrown(node)) context.report({ node, messageId: "literal", data: { text } });
    };
    return {
      Literal: (node) => typeof node.value === "string" && check(node, node.value),
      TemplateLiteral(node) {
        if (node.parent.type !== "TaggedTemplateExpression") check(node, node.quasis.map((piece) => piece.value.cooked).join("…"));
      },
    };
  },
};

export const wordsRules = { rules: { templates, strings } };
