import { freshPage, openPages } from "./browser.mjs";
import { bridge, browser } from "./stage.mjs";

/** The text of a vCard file with one person. */
export const card = (uid, name, email) => ["BEGIN:VCARD", "VERSION:4.0", `UID:${uid}`, `FN:${name}`, `EMAIL:${email}`, "END:VCARD", ""].join("\r\n");

/** A page of its own at the imports, once it takes files: {page, close}. */
export async function openImport(options) {
  const fresh = await freshPage(browser, options);
  await openPages(fresh.page, bridge, "#/import");
  await fresh.page.waitForSelector("[name=files]");
  return fresh;
}
