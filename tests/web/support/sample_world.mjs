// A small fictional world in memory. With `payloads` every text that a card, event, server or note could carry holds one,
// each in turn.
const names = ["Ada Example", "Bruno Sample", "Chidi Beispiel", "Dana Exemple", "Émile Ejemplo", "Farah Esempio", "Goran Primjer", "Hana Příklad", "Ines Exemplo", "Jun Example"];
const companies = ["Example Works", "Sample & Daughters", "Beispiel GmbH", "Exemple SARL"];
const roleCycle = ["mentor", "sponsor", "ally", "sounding-board", "challenger", "connector", "decision-maker", "guide"];

const two = (number) => String(number).padStart(2, "0");

/** Calendar day as YYYY-MM-DD, so many days before today. */
export function daysAgo(days) {
  const day = new Date(Date.now() - days * 86400000);
  return `${day.getUTCFullYear()}-${two(day.getUTCMonth() + 1)}-${two(day.getUTCDate())}`;
}

function samplePerson(at, text) {
  const name = at < names.length ? names[at] : `${names[at % names.length].split(" ")[0]} Number ${at}`;
  const roles = at % 3 === 0 ? [roleCycle[(at / 3) % 8]] : [];
  return {
    uid: `urn:uuid:00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
    name: text(name),
    emails: [text(`person${at}@example.org`)],
    phones: [text("+44 20 7946 0000")],
    organisation: text(companies[at % companies.length]),
    unit: text("Research"),
    title: text("Engineer"),
    tags: [...roles, ...(at % 4 === 0 ? [text("choir")] : [])],
    roles,
    birthday: text("--05-07"),
    notes: [text("Met at the Example conference.")],
    last_contact: daysAgo(3 + (at % 400)),
    layer: [5, 15, 50, 150, 0][at % 5],
    state: ["alive", "fading", "quiet", "planned", "new"][at % 5],
    usual: text("usually every 14 days (9–21)"),
    rhythm: { gaps: [9, 14, 21, 12], days_since: 3 + (at % 400), usual_days: 14, usual_low: 9, usual_high: 21 },
    profile: { offers: [text("Rust")], needs: [text("a translator")], interests: [text("rowing")], met_at: text("Example conference"), text: text("Walks to work.") },
    introduced_by: { uid: "urn:uuid:00000000-0000-4000-8000-000000000001", name: text("Bruno Sample") },
    introduced: [],
    do_not_suggest: false,
    book: text("Contacts"),
    can_tag: at % 7 !== 6,
    ...(at % 7 === 6 ? { tag_hint: text("Switch on “Write tags back” for this book under Accounts & sync.") } : {}),
    timeline: [
      { kind: "meeting", at: `${daysAgo(23)}T09:30:00Z`, day: daysAgo(23), title: text("Planning round") },
      { kind: "touch", at: `${daysAgo(40)}T15:00:00Z`, day: daysAgo(40), title: text("Call"), text: text("Spoke about the new laboratory."), channel: "call" },
      { kind: "gave", at: `${daysAgo(60)}T10:00:00Z`, day: daysAgo(60), title: text("Introduction"), text: text("To the choir's director.") },
    ],
    promises: at % 2 === 0 ? [{ record: `promise-${at}`, text: text("Send the paper on tides"), due: daysAgo(-3) }] : [],
  };
}

function sampleSuggestion(at, rule, person, text) {
  return {
    id: `suggestion-${at}`,
    rule,
    person: person.uid,
    person_name: person.name,
    email: person.emails[0],
    title: text(`Write to ${person.name}`),
    why: text("You usually talk every 14 days (9–21); it has been 23, longer than 9 of your last 10 gaps."),
    idea: text("Send the article on tides you talked about."),
    value: 0.61,
    due: daysAgo(-4),
    state: "open",
    factors: [
      { name: "silence", value: 0.9, meaning: text("share of earlier gaps that were shorter") },
      { name: "strength", value: 0.734, meaning: text("contact of the last year, fading by half in 90 days") },
    ],
    evidence: { days_since: 23, usual_days: 14, usual_low: 9, usual_high: 21, gaps_longer: 9, gaps_count: 10, last_day: daysAgo(23) },
  };
}

function sampleCollections(at, items, text) {
  const shared = { account: at + 1, account_name: text("Example server"), read_only: false, enabled: true, write_back: false };
  return [
    { ...shared, id: 2 * at + 1, name: text("Contacts"), kind: "address-book", counts_as_meetings: false, items, last_sync: `${daysAgo(0)}T06:00:00Z` },
    { ...shared, id: 2 * at + 2, name: text("Work"), kind: "calendar", counts_as_meetings: true, items: 214 },
  ];
}

function accountReport(text) {
  const odd = { href: text("/ab/odd.vcf"), kind: "parse", what: text("This is not a card.") };
  const figures = { added: 0, changed: 2, removed: 0, sent: 1, unchanged: 57 };
  return {
    name: text("Example server"),
    warnings: [text("The server allows reading only for one calendar.")],
    errors: [{ kind: "auth", what: text("The calendar “Team” refused the password."), where: text("/cal/team/") }],
    collections: [{ name: text("Contacts"), ...figures, item_errors: [odd], held_back: true, warnings: [text("14 of 59 items vanished from the server. Nothing was deleted.")] }],
  };
}

const twoPlaces = { cause: "clash", collection_name: "Contacts", both_possible: true };

function sampleHistory(text) {
  const at = `${daysAgo(1)}T07:00:00Z`;
  return {
    conflicts: [
      { id: 1, at, ...twoPlaces, item: text("Ada Example"), property: "TEL", property_words: "phone", here: text("+44 20 7946 0001"), there: text("+44 20 7946 0002") },
      { id: 2, at, ...twoPlaces, cause: "clobbered", both_possible: false, item: text("Bruno Sample"), property: "TITLE", property_words: "job title", here: text("Head of research"), there: text("Engineer") },
    ],
    changes: Array.from({ length: 60 }, (_, at_) => ({ id: 60 - at_, at, kind: ["update", "create", "remove"][at_ % 3], account_name: text("Example server"), collection_name: text("Contacts"), item: text(names[at_ % names.length]), lines: [text("categories: friends → friends, mentor")], undone: at_ === 1, may_undo: at_ !== 1 })),
    meetings: [{ event: "meeting-1", start: at, end: at, title: text("Harbour board"), others: 1, people: [{ person: "person-0", person_name: text("Ada Example"), facts: [text("You promised the tide tables.")], question: text("How is the harbour?"), offer: text("A word about tides.") }], notes: [text("The room is new.")], over: false }],
    trash: [{ id: 1, at, reason: text("The server no longer has it."), collection_name: text("Contacts"), item: text("Jun Example") }],
  };
}

/** A fresh world: people, this week's suggestions, one account (with `payloads` one for each) with a book and a calendar. */
export function sampleWorld({ people = 60, payloads = [] } = {}) {
  const textAt = (at) => (words) => (payloads.length ? `${words} ${payloads[at % payloads.length]}` : words);
  const list = Array.from({ length: people }, (_, at) => samplePerson(at, textAt(at)));
  const rules = ["keep-in-touch", "thank", "introduce", "promised"];
  const servers = people ? Array.from({ length: payloads.length || 1 }, (_, at) => textAt(at)) : [];
  return {
    people: new Map(list.map((person) => [person.uid, person])),
    suggestions: list.slice(0, payloads.length || 4).map((person, at) => sampleSuggestion(at, rules[at % 4], person, textAt(at))),
    resting: list.slice(8, people ? 11 : 8).map((person, at) => ({ person: person.uid, person_name: person.name, since: daysAgo(35), cadence_days: 180, line: textAt(at)("You last met on 14 August; shown twice since, so it rests.") })),
    shownLately: list.slice(0, 10).map((person) => person.uid),
    accounts: servers.map((text, at) => ({ id: at + 1, kind: "dav", name: text("Example server"), url: "https://dav.example.org/", user: text("ada"), own_addresses: ["ada@example.org"], sign_in: "password" })),
    collections: servers.flatMap((text, at) => sampleCollections(at, people, text)),
    ...sampleHistory(textAt(0)),
    recordsOn: 0,
    purpose: { text: textAt(0)("So that the choir finds a room."), should_ask: false },
    own: { quiet_hours: { from: "20:00", until: "08:00" } },
    settings: { weekly_budget: payloads.length || 5, show_balance: true, language: "desktop" },
    report: { finished: true, cancelled: false, summary: textAt(0)("2 people changed, 1 tag sent, 1 entry could not be read."), accounts: servers.map(accountReport) },
    feedKey: 1,
    syncing: false,
    undo: new Map(),
  };
}
