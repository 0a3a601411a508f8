// Invented people and meetings for the host test, dated relative to today.

const day = 86400000;
const pad = (number) => String(number).padStart(2, '0');
const stamp = (date) => `${date.getUTCFullYear()}${pad(date.getUTCMonth() + 1)}${pad(date.getUTCDate())}`;
const lines = (...all) => `${all.flat().join('\r\n')}\r\n`;

/** A card with a bit of everything that a writer may lose: groups, unknown properties, parameters, long and folded text. */
export function card({ uid, name, email, more = [] }) {
  const [given, family] = name.split(' ');
  return { name: uid, text: lines('BEGIN:VCARD', 'VERSION:3.0', `UID:${uid}`, `FN:${name}`, `N:${family};${given};;;`,
    `EMAIL;TYPE=INTERNET;TYPE=WORK:${email}`, more, 'END:VCARD') };
}

/** An hour's meeting of the user with one guest, `ago` days before today. */
export function meeting({ uid, ago, email, summary }) {
  const date = stamp(new Date(Date.now() - ago * day));
  return { name: uid, text: lines('BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//Meetings//EN', 'BEGIN:VEVENT',
    `UID:${uid}`, 'DTSTAMP:20250101T000000Z', `DTSTART:${date}T090000Z`, `DTEND:${date}T100000Z`, `SUMMARY:${summary}`,
    'ORGANIZER:mailto:alice@example.org', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:alice@example.org',
    `ATTENDEE;PARTSTAT=ACCEPTED;CN="A guest":mailto:${email}`, 'END:VEVENT', 'END:VCALENDAR') };
}

/** Whom to keep in touch with: met about every three weeks for a year, then silent for two months. */
export const ada = { uid: 'ada-host-test', name: 'Ada Example', email: 'ada@example.org' };
/** Whom to tag: a card full of things that must survive. Never met, so that no rule speaks of him by itself. */
export const ben = { uid: 'ben-host-test', name: 'Ben Sample', email: 'ben@example.org' };
/** Whom nothing is known of but an address. */
export const cleo = { uid: 'cleo-host-test', name: 'Cleo Pattern', email: 'cleo@example.org' };

export function cards() {
  return [
    card({ ...ada, more: ['ORG:Example Works;Research', 'CATEGORIES:mentor,work', 'TITLE:Engineer'] }),
    card({ ...ben, more: ['item1.TEL;TYPE=CELL:+49 30 5550100', 'item1.X-ABLabel:Boat', 'ORG:Sample & Söhne\\; Werft',
      'NOTE:Likes old maps\\, new boats\\nand tea.', 'X-SAMPLE;X-KIND="a;b":kept', 'ADR;TYPE=HOME:;;Quay 1;Harbour;;12345;',
      'BDAY:1980-02-29', 'CATEGORIES:sailing'] }),
  ];
}

export function meetings() {
  const gaps = [21, 20, 23, 19, 22, 21, 24, 20, 18, 22, 21, 23, 20, 21, 22];
  let ago = 62;
  const times = gaps.map((gap) => (ago += gap) - gap);
  return times.map((one, at) => meeting({ uid: `ada-${at}`, ago: one, email: ada.email, summary: 'Walk and talk' }));
}

/** Logical lines of a card or event in comparable form: unfolded, names and parameter names case-blind, parameters sorted. */
export function logicalLines(text) {
  return text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/).filter(Boolean).map((line) => {
    const colon = line.search(/:(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    const [name, ...parameters] = line.slice(0, colon).split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    return [name.toUpperCase(), ...parameters.map((one) => one.toUpperCase()).sort()].join(';') + line.slice(colon);
  }).sort();
}

/** The values of all lines of one property, split at commas. */
export function values(text, property) {
  return logicalLines(text).filter((line) => line.split(/[;:]/)[0] === property)
    .flatMap((line) => line.slice(line.indexOf(':') + 1).split(','));
}
