// The licences of the packages whose code stands in a bundle, as their authors ask for (BSD-3-Clause, ISC).
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const inPackages = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** Name, version and licence text of each package that gave a file to the bundle of an esbuild `metafile`, by name. */
export async function noticesOf({ inputs }, root) {
  const names = new Set(Object.keys(inputs).map((file) => inPackages.exec(file)?.[1]).filter(Boolean));
  const notices = await Promise.all([...names].sort().map((name) => noticeOf(name, path.join(root, "node_modules", name))));
  return `Goodturn's pages hold code of these packages.\n\n${notices.join("\n\n")}`;
}

async function noticeOf(name, folder) {
  const { version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((one) => /^licen[cs]e(\.(md|txt))?$/i.test(one));
  if (!file) throw new Error(`${name} has no licence text`);
  return `== ${name} ${version} (${license})\n\n${(await readFile(path.join(folder, file), "utf8")).trim()}\n`;
}
