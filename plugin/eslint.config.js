import js from "@eslint/js";
import globals from "globals";
import { wordsRules } from "./tools/words_rules.mjs";

const forbidden = ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"].map((name) => ({
  selector: `MemberExpression[property.name="${name.split(".").at(-1)}"]${name.includes(".") ? '[object.name="document"]' : ""}`,
  message: "Text reaches the page through Lit bindings only.",
}));

export default [
  { ignores: ["dist/", "src/generated/", "node_modules/"] },
  js.configs.recommended,
  {
    files: ["**/*.js", "**/*.mjs"],
    languageOptions: { ecmaVersion: 2024, sourceType: "module", globals: globals.node },
    rules: {
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "prefer-const": "error",
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", { max: 45, skipComments: true }],
    },
  },
  {
    files: ["src/**/*.js"],
    languageOptions: { globals: globals.browser },
    rules: {
      "no-restricted-syntax": ["error", ...forbidden],
      "no-restricted-imports": ["error", { paths: ["lit/directives/unsafe-html.js", "lit/directives/unsafe-svg.js", "lit/directives/unsafe-static.js"] }],
    },
  },
  {
    files: ["src/**/*.js"],
    ignores: ["src/bridge/client.js"],
    plugins: { words: wordsRules },
    rules: { "words/templates": "error", "words/strings": "error" },
  },
  {
    // Page tests hand functions over to the browser, so both worlds' names are known there.
    files: ["{pages,add_on,screenshots}/**/*.mjs", "support/**/*.mjs", "unit/**/*.mjs"],
    rules: { "max-lines-per-function": "off" },
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
];
