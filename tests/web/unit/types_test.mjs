// The contract is what pages are checked against: reading what it does not have is a finding of the compiler.
import { test } from "node:test";
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import os from "node:os";
import path from "node:path";

const plugin = path.join(path.dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "plugin");
const ts = createRequire(path.join(plugin, "package.json"))("typescript");

/** Codes of the compiler for pages of one statement each, which may use `bridge`. */
async function codesOf(pages) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "goodturn-types-"));
  const contract = path.join(plugin, "src", "bridge", "bridge.ts");
  const files = pages.map((_, at) => path.join(folder, `page${at}.js`));
  const text = (statement) => `/** @param {import("${contract}").Bridge} bridge */\nexport async function page(bridge) {\n  ${statement}\n}\n`;
  await Promise.all(files.map((file, at) => writeFile(file, text(pages[at]))));
  const { config } = ts.readConfigFile(path.join(plugin, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, plugin);
  const program = ts.createProgram(files, { ...options, types: [] });
  const codes = files.map((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)).map(({ code }) => code));
  await rm(folder, { recursive: true });
  return codes;
}

const noSuchMember = 2339;
const misspelt = 2551;
const wrongArgument = 2353;

test("a page that reads, asks or sends what the contract does not have is found, one that keeps to it is not", async () => {
  const codes = await codesOf([
    "return (await bridge.getWeek()).suggestions.map((one) => one.person_name);",
    "return (await bridge.getWeek()).nobody_has_this;",
    "return (await bridge.getWeek()).suggestion;",
    "return bridge.getNobodyHasThis();",
    'return bridge.editTags({ uid: "a" }, { add: ["x"], put: ["y"] });',
  ]);
  assert.deepEqual(codes, [[], [noSuchMember], [misspelt], [noSuchMember], [wrongArgument]]);
});
