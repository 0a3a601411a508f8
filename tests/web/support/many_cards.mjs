import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

/** For startBridge's `fill`: an address book of ten thousand people, "Person Number 0" and on. */
export async function manyCards(folder) {
  const book = path.join(folder, "contacts");
  await mkdir(book, { recursive: true });
  const card = (at) => `BEGIN:VCARD\r\nVERSION:4.0\r\nUID:many-${at}\r\nFN:Person Number ${at}\r\nEMAIL:person${at}@example.org\r\nORG:Company ${at % 40}\r\nEND:VCARD\r\n`;
  for (let first = 0; first < 10000; first += 500) await Promise.all(Array.from({ length: 500 }, (_, at) => writeFile(path.join(book, `${first + at}.vcf`), card(first + at))));
}
