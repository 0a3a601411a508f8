// Builds dist/xpi-root and ../build/goodturn.xpi (the add-on) and dist/web (the same pages for a browser).
import { execFileSync } from "node:child_process";
import { cp, mkdir, rename, rm, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { build } from "esbuild";
import { generateTables } from "./generate_tables.mjs";
import { generateWords, writeLocales } from "./generate_words.mjs";

const plugin = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => path.join(plugin, ...parts);

/** Bundles the named entries of src/ into TARGET/assets; readable output, reviewers read what they install. */
async function bundle(entries, target) {
  await build({
    entryPoints: Object.fromEntries(entries.map(([name, file]) => [name, at("src", file)])),
    outdir: path.join(target, "assets"),
    bundle: true,
    splitting: true,
    chunkNames: "shared-[hash]",
    format: "esm",
    target: ["firefox140", "chrome120"],
    legalComments: "inline",
    logLevel: "warning",
  });
}

const pages = [
  ["app", "pages/app.js"],
  ["popup", "pages/popup.js"],
  ["sender", "pages/sender.js"],
  ["composing", "pages/composing.js"],
];
const style = ["goodturn", "pages/goodturn.css"];

async function makePlugin(root) {
  await cp(at("static"), root, { recursive: true });
  await bundle([["background", "background/index.js"], ...pages, style], root);
  await writeLocales(root);
  const manifest = JSON.parse(await readFile(at("..", "manifest.json"), "utf8"));
  const { version } = JSON.parse(await readFile(at("package.json"), "utf8"));
  await writeFile(path.join(root, "manifest.json"), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
}

async function makeWeb(root) {
  await cp(at("static", "icons"), path.join(root, "assets", "icons"), { recursive: true });
  await bundle([["app", "pages/web.js"], style], root);
  // The bridge serves only "/" and "/assets/…", so the icon moves below assets.
  const page = await readFile(at("static", "app.html"), "utf8");
  await writeFile(path.join(root, "index.html"), page.replace("/icons/", "/assets/icons/"));
}

await generateTables();
await generateWords();
// Built aside and swapped in, so that a running bridge never serves a half-written folder.
await rm(at("dist", "next"), { recursive: true, force: true });
await mkdir(at("dist", "next"), { recursive: true });
await makePlugin(at("dist", "next", "xpi-root"));
await makeWeb(at("dist", "next", "web"));
for (const part of ["xpi-root", "web"]) {
  await rm(at("dist", part), { recursive: true, force: true });
  await rename(at("dist", "next", part), at("dist", part));
}
await rm(at("dist", "next"), { recursive: true });
execFileSync("python3", [at("tools", "pack_xpi.py"), at("dist", "xpi-root"), at("..", "build", "goodturn.xpi")]);
