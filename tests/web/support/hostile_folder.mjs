// A folder of cards, meetings and log entries whose every text is one of the payloads, for the real helper to sync.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { payloads } from "./payloads.mjs";

/** The payloads as a card can hold them: NUL stands in no vCard or iCalendar text. */
export const cardTexts = payloads.map((payload) => payload.replaceAll("\u0000", ""));

const escaped = (text) => text.replace(/[\\;,]/g, "\\$&");
const lines = (...all) => `${all.join("\r\n")}\r\n`;
const stamp = (day) => day.toISOString().slice(0, 10).replaceAll("-", "");
const inDays = (days) => new Date(Date.now() + days * 86400000);

function card(text, at) {
  const word = escaped(text);
  const birthday = at % 3 === 1 ? [`BDAY:1980${stamp(inDays(3)).slice(4)}`] : [];
  return lines(
    "BEGIN:VCARD", "VERSION:3.0", `UID:hostile-${at} ${word}`, `FN:${word}`, `N:${word};${word};;;`, `ORG:${word};${word}`, `TITLE:${word}`,
    `EMAIL:hostile${at}@example.org`, `EMAIL:${word}`, `TEL:${word}`, `CATEGORIES:${word}`, `NOTE:${word}`, `URL:${word}`, ...birthday, "END:VCARD",
  );
}

function meeting(text, at, days) {
  const word = escaped(text);
  const day = stamp(inDays(days));
  return lines(
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example.org//hostile//EN", "BEGIN:VEVENT", `UID:meeting-${at}-${-days}`, `DTSTAMP:${day}T090000Z`,
    `DTSTART:${day}T090000Z`, `DTEND:${day}T100000Z`, `SUMMARY:${word}`, `LOCATION:${word}`, `DESCRIPTION:${word}`, `CATEGORIES:${word}`,
    "ORGANIZER:mailto:alex@example.org", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:alex@example.org", `ATTENDEE;PARTSTAT=ACCEPTED:mailto:hostile${at}@example.org`,
    "END:VEVENT", "END:VCALENDAR",
  );
}

function logged(text, at, kind) {
  const word = escaped(text);
  const more = { promised: [`X-GOODTURN-DUE:${stamp(inDays(1))}`], received: ["X-GOODTURN-GIVE-KIND:help"] }[kind];
  return lines(
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example.org//hostile//EN", "BEGIN:VJOURNAL", `UID:${kind}-${at}`, `DTSTAMP:${stamp(inDays(-9))}T090000Z`,
    `DTSTART:${stamp(inDays(-9))}T090000Z`, `SUMMARY:${word}`, `DESCRIPTION:${word}`, `X-GOODTURN-CONTACTS:hostile-${at} ${word}`, `X-GOODTURN-KIND:${kind}`,
    ...more, "END:VJOURNAL", "END:VCALENDAR",
  );
}

/** Writes the folder: each payload is one person with two meetings and a log entry. */
export async function writeHostileFolder(folder) {
  const texts = cardTexts;
  const files = texts.flatMap((text, at) => [
    ["contacts", `${at}.vcf`, card(text, at)],
    ["meetings", `${at}-a.ics`, meeting(text, at, at % 3 === 2 ? -2 : -40)],
    ["meetings", `${at}-b.ics`, meeting(text, at, at % 3 === 2 ? -2 : -80)],
    ["journal", `${at}.ics`, logged(text, at, at % 2 ? "promised" : "received")],
  ]);
  for (const [at, name] of ["contacts", "meetings", "journal"].entries()) {
    await mkdir(path.join(folder, name), { recursive: true });
    await writeFile(path.join(folder, name, "displayname"), texts[at + 3]);
  }
  await Promise.all(files.map(([place, name, text]) => writeFile(path.join(folder, place, name), text)));
}

/** Adds a file that is no card and whose name is a payload, for the report of the next sync. */
export const addBrokenCard = (folder) => writeFile(path.join(folder, "contacts", `${cardTexts[2]}.vcf`), "this is no card\r\n");
