// The helper's own sample folders with more in them than `goodturn sample` writes.
import { execFile } from "node:child_process";
import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Lines of a profile record (docs/store.md) about a person of the sample. */
const profile = ({ uid, name, lines }) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Goodturn//Goodturn//EN", "BEGIN:VJOURNAL", "DTSTAMP:20261101T090000Z", `UID:test-profile-${uid}`, `SUMMARY:profile: ${name}`, "CLASS:PRIVATE", "CATEGORIES:net,profile", "X-GOODTURN-KIND:profile", `CONTACT;ALTREP="${uid}":${name}`, `X-GOODTURN-CONTACTS:${uid}`, ...lines, "END:VJOURNAL", "END:VCALENDAR", ""].join("\r\n");

/** For startBridge's `fill`: the sample with profile records [{uid, name, lines}] beside. */
export const sampleWithProfiles = (profiles) => async (folder) => {
  await run(process.env.GOODTURN_BIN, ["sample", folder], { timeout: 60000 });
  for (const one of profiles) await writeFile(path.join(folder, "journal", `test-profile-${one.uid}.ics`), profile(one));
};

const ownWords = /^((?:SUMMARY|DESCRIPTION|NOTE|TITLE|ROLE|LOCATION|X-GOODTURN-(?:OFFERS|NEEDS|INTERESTS|TITLES|COMPANIES|INDUSTRIES))(?:;[^:\r\n]*)?:)(?:.*(?:\r\n[ \t].*)*)$/gm;

/** For startBridge's `fill`: the sample with German words wherever a user writes some, so that every English one is the program's. */
export async function germanSample(folder) {
  await run(process.env.GOODTURN_BIN, ["sample", folder], { timeout: 60000 });
  for (const place of ["contacts", "journal", "meetings"]) {
    for (const name of await readdir(path.join(folder, place))) {
      const file = path.join(folder, place, name);
      await writeFile(file, (await readFile(file, "utf8")).replace(ownWords, "$1Deichbau"));
    }
  }
}
