// What the sample bridge does for imports: (world, values, body) → body. It knows vCards with FN and EMAIL, and tables with
// first and last names. See sample_operations.mjs.
const fail = (kind, status, detail) => Object.assign(new Error(detail), { kind, status });
const none = () => ({ new: 0, unsure: 0, "here-already": 0, erased: 0 });

function importAt(world, id) {
  const found = world.imports?.get(id);
  if (!found) throw fail("not_found", 404, "This import is over. Choose the file again.");
  return found;
}

function startImport(world, _, { files }) {
  world.imports ??= new Map();
  const id = `import-${world.imports.size + 1}`;
  world.imports.set(id, files.map((file) => ({ ...file, bytes: Buffer.alloc(0) })));
  return { id };
}

function sendToImport(world, { id }, { file, bytes }) {
  const files = importAt(world, id);
  files[file].bytes = Buffer.concat([files[file].bytes, Buffer.from(bytes, "base64")]);
  const sum = (name) => files.reduce((all, one) => all + (name === "size" ? one.size : one.bytes.length), 0);
  return { came: sum("bytes"), total: sum("size") };
}

function cardsOf(text) {
  return text.split("BEGIN:VCARD").slice(1).map((card) => {
    const value = (name) => new RegExp(`^${name}(?:;[^:]*)?:(.*?)\\r?$`, "m").exec(card)?.[1] ?? "";
    return { uid: value("UID") || `made-${value("FN")}`, name: value("FN"), email: value("EMAIL") };
  });
}

function rowsOf(text) {
  const [head, ...rows] = text.trim().split(/\r?\n/).map((line) => line.split(","));
  const [first, last, email] = ["First Name", "Last Name", "Email"].map((column) => head.indexOf(column));
  const cards = rows.map((row) => ({ uid: `made-${row.join()}`, name: `${row[first]} ${row[last]}`.trim(), email: row[email] ?? "" }));
  const becomes = (at) => (at === first || at === last ? "name" : at === email ? "email" : "kept");
  const columns = head.map((column, at) => ({ column, becomes: becomes(at), cells: rows.filter((row) => row[at]).length }));
  return { cards, columns: columns.filter(({ cells }) => cells > 0) };
}

/** {program, cards, columns} of a file, or null. */
function read({ bytes }) {
  const text = bytes.toString();
  if (text.includes("BEGIN:VCARD")) return { program: "vCard", cards: cardsOf(text), columns: [] };
  if (/^[^\n]*First Name/.test(text)) return { program: "CSV", ...rowsOf(text) };
  return null;
}

function entryOf(world, { uid, name, email }) {
  const like = [...world.people.values()].find((person) => email && person.emails.includes(email));
  const entry = { name, uid, kind: "person", fate: world.people.has(uid) ? "here-already" : like ? "unsure" : "new" };
  if (entry.fate === "unsure") entry.like = { uid: like.uid, name: like.name, certainty: "likely", reasons: [{ sign: "email", value: email }] };
  return entry;
}

/** Address books that may be chosen, and those that could be. */
function booksOf({ collections }) {
  const books = collections.filter(({ kind, enabled, read_only: isFixed }) => kind === "address-book" && enabled && !isFixed);
  return {
    books: books.filter((book) => book.write_back).map(({ id, name, account_name: account }) => ({ id, name, account })),
    books_closed: books.filter((book) => !book.write_back).map(({ name }) => name),
  };
}

function lookAtImport(world, { id }) {
  const files = importAt(world, id).map((file) => ({ name: file.name, found: read(file) }));
  const known = files.filter(({ found }) => found);
  if (known.length === 0) throw fail("invalid", 400, "Nothing here is known.");
  const entries = known.flatMap(({ found }) => found.cards.map((card) => entryOf(world, card)));
  const people = none();
  for (const { fate } of entries) people[fate] += 1;
  return {
    sources: known.map(({ name, found }) => ({ name, program: found.program, items: found.cards.length, columns: found.columns })),
    not_read: files.filter(({ found }) => !found).map(({ name }) => name),
    people, events: none(), notes: none(), messages_left_out: 0, entries, people_into: "Imported people", events_into: "Imported calendar",
    ...booksOf(world),
  };
}

function takeImport(world, { id }, { unsure = true, book }, remember) {
  const { entries, books, people_into: here } = lookAtImport(world, { id });
  const chosen = books.find((one) => one.id === book)?.name ?? here;
  const taken = entries.filter(({ fate }) => fate === "new" || (unsure && fate === "unsure"));
  const [any] = world.people.values();
  for (const { uid, name } of taken) world.people.set(uid, { ...structuredClone(any), uid, name, emails: [], tags: [], roles: [], layer: 0, book: chosen });
  world.imports.delete(id);
  const undo = remember(world, () => taken.forEach(({ uid }) => world.people.delete(uid)));
  return { items: taken.length, ...(taken.length ? { undo } : {}) };
}

/** `remember(world, takeBack)` keeps an undo and names it. */
export const importOperations = (remember) => ({
  startImport,
  sendToImport,
  lookAtImport,
  takeImport: (world, values, body) => takeImport(world, values, body, remember),
  cancelImport: (world, { id }) => (world.imports?.delete(id), {}),
});
