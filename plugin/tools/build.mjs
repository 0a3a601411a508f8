// Builds dist/xpi-root and ../build/goodturn.xpi (the add-on) and dist/web (the same pages for a browser).
import { execFileSync } from "node:child_process";
import { cp, mkdir, rename, rm, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { build } from "esbuild";
import { noticesOf } from "./notices.mjs";
import { generateTables } from "./generate_tables.mjs";
import { generateTypes } from "./generate_types.mjs";
import { generateWords, writeLocales } from "./generate_words.mjs";

const plugin = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => path.join(plugin, ...parts);

/** {entry: [chunks]}: what each entry imports at once, however deep, as addresses of the pages. */
function chunksOf({ outputs }) {
  const below = (file, found) => {
    for (const { path: chunk, kind } of outputs[file].imports) {
      if (kind !== "import-statement" || found.has(chunk)) continue;
      found.add(chunk);
      below(chunk, found);
    }
    return [...found].map((chunk) => `/assets/${path.basename(chunk)}`);
  };
  const entries = Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint);
  return Object.fromEntries(entries.map(([file]) => [path.basename(file, ".js"), below(file, new Set())]));
}

/**
 * Bundles the named entries of src/ into TARGET/assets; readable output, reviewers read what they install. The licences of
 * what is in it stand beside it. Answers chunksOf.
 */
async function bundle(entries, target) {
  const { metafile } = await build({
    metafile: true,
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
  await writeFile(path.join(target, "assets", "third-party.txt"), await noticesOf(metafile, plugin));
  return chunksOf(metafile);
}

/** Pages of the add-on: NAME.html runs src/pages/NAME.js, which defines <gt-NAME>. */
const pages = ["app", "popup", "sender", "composing"];
const style = ["goodturn", "pages/goodturn.css"];

/**
 * Writes the HTML file of a page; the template is the same for all. Its chunks are named in it, so that they come together
 * with the page's script and not one after the other.
 */
async function writeShell(file, page, icons, chunks) {
  const template = await readFile(at("src", "pages", "shell.html"), "utf8");
  const preloads = chunks.map((chunk) => `<link rel="modulepreload" href="${chunk}" />`).join("\n    ");
  await writeFile(file, template.replaceAll("{page}", page).replace("{icons}", icons).replace("{preloads}", preloads));
}

async function makePlugin(root) {
  await cp(at("static"), root, { recursive: true });
  const chunks = await bundle([["background", "background/index.js"], ...pages.map((page) => [page, `pages/${page}.js`]), style], root);
  await Promise.all(pages.map((page) => writeShell(path.join(root, `${page}.html`), page, "/icons", chunks[page])));
  await writeLocales(root);
  const manifest = JSON.parse(await readFile(at("..", "manifest.json"), "utf8"));
  const { version } = JSON.parse(await readFile(at("package.json"), "utf8"));
  await writeFile(path.join(root, "manifest.json"), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
}

async function makeWeb(root) {
  await cp(at("static", "icons"), path.join(root, "assets", "icons"), { recursive: true });
  const chunks = await bundle([["app", "pages/web.js"], style], root);
  // The bridge serves only "/" and "/assets/…", so the icon moves below assets.
  await writeShell(path.join(root, "index.html"), "app", "/assets/icons", chunks.app);
}

await generateTables();
await generateTypes();
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
