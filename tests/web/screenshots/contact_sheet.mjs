// All pictures on one page, light beside dark, to be looked at in one go.
import { writeFile } from "node:fs/promises";
import path from "node:path";

const style = "body{font:14px sans-serif;margin:16px;background:#888}h2{margin:24px 0 4px}figure{display:inline-block;margin:0 8px 8px 0;vertical-align:top}img{width:420px;max-height:560px;object-fit:cover;object-position:top;border:1px solid #444;background:#fff}";

/** @param {string} name */
const figure = (name) => `<figure><a href="${name}.png"><img src="${name}.png" alt="${name}" loading="eager"></a><figcaption>${name}</figcaption></figure>`;

/**
 * Writes FOLDER/index.html with the pictures `names` (each with its -light and -dark), in groups {head: names}, and
 * FOLDER/contact-sheet-HEAD.png of each group.
 */
export async function writeContactSheet(browser, folder, groups) {
  const sections = Object.entries(groups).map(([head, names]) => `<section id="${head}"><h2>${head}</h2>${names.map((name) => figure(`${name}-light`) + figure(`${name}-dark`)).join("\n")}</section>`);
  const file = path.join(folder, "index.html");
  await writeFile(file, `<!doctype html><meta charset="utf-8"><title>Goodturn</title><style>${style}</style>${sections.join("\n")}\n`);
  const page = await browser.newPage({ viewport: { width: 1760, height: 1000 } });
  await page.goto(`file://${file}`);
  for (const head of Object.keys(groups)) await page.locator(`#${head}`).screenshot({ path: path.join(folder, `contact-sheet-${head}.png`) });
  await page.close();
}
