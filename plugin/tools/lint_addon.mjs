// Checks dist/xpi-root with addons-linter. The linter knows Firefox; what it cannot know of Thunderbird, and the one
// assignment inside Lit's own template code, are let pass by name. Anything else fails.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import path from "node:path";

const plugin = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const program = path.join(plugin, "node_modules", "addons-linter", "bin", "addons-linter");

const expected = [
  ["MANIFEST_OPTIONAL_PERMISSIONS", /"messagesRead"/],
  ["MANIFEST_OPTIONAL_PERMISSIONS", /"addressBooks"/],
  ["MANIFEST_OPTIONAL_PERMISSIONS", /"accountsRead"/],
  ["MANIFEST_OPTIONAL_PERMISSIONS", /"compose"/],
  ["KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION", /Android/],
  ["UNSAFE_VAR_ASSIGNMENT", /innerHTML/, /^assets\/shared-/],
];

const isExpected = ({ code, message, file }) =>
  expected.some(([known, words, place]) => code === known && words.test(message) && (!place || place.test(file)));

const run = spawnSync(process.execPath, [program, "--output", "json", path.join(plugin, "dist", "xpi-root")], { encoding: "utf8" });
const report = JSON.parse(run.stdout);
const found = [...report.errors, ...report.warnings.filter((warning) => !isExpected(warning))];
for (const { code, message, file, line } of found) console.error(`${file ?? ""}:${line ?? ""} ${code}: ${message}`);
console.log(`addons-linter: ${found.length} finding(s), ${report.warnings.length} warning(s) known`);
process.exitCode = found.length ? 1 : 0;
