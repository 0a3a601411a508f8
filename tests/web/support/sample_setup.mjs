// What the sample bridge does for first run, own profile and writing mail: (world, values, body) → body. See sample_operations.mjs.
const fail = (kind, status, detail) => Object.assign(new Error(detail), { kind, status });

const offered = [
  { name: "Contacts", kind: "address-book", url: "https://dav.example.org/contacts/", read_only: false, items: 12 },
  { name: "Meetings", kind: "calendar", url: "https://dav.example.org/meetings/", read_only: true },
];

function look(world, _, { url, password, name }) {
  if (password === "wrong") throw fail("auth", 401, "The server refused the user name or password.");
  if (url.startsWith("nowhere")) throw fail("network", 502, `No server named ${url} was found.`);
  return { kind: "dav", name: name || url, url: `https://${url}/`, collections: offered, notes: ["Found by asking the server itself."] };
}

function addAccount(world, _, { url, user, name, password, leave_out: left = [] }) {
  if (password === "wrong") throw fail("auth", 401, "The server refused the user name or password.");
  const id = Math.max(0, ...world.accounts.map((account) => account.id)) + 1;
  const account = { id, kind: "dav", name: name || url, url: `https://${url.replace(/^https?:\/\//, "")}`, ...(user ? { user } : {}) };
  world.accounts.push(account);
  const collections = offered.map((one, at) => ({ id: 100 * id + at, account: id, account_name: account.name, name: one.name, kind: one.kind, read_only: one.read_only, enabled: !left.includes(one.url), counts_as_meetings: true, write_back: false, items: 0 }));
  world.collections.push(...collections);
  return { account, collections, notes: ["Found by asking the server itself."] };
}

function recipients(world, _, { emails }) {
  const people = [...world.people.values()];
  const found = emails.map((email) => [email, people.find((one) => one.emails.includes(email.toLowerCase()))]).filter(([, person]) => person);
  return { people: found.map(([email, { uid, name, layer }], at) => ({ person: { uid, name }, email, layer, may_ask: at > 0, ground: at > 0 ? "gave" : "none", gives: at })) };
}

function readers(world, _, { text }) {
  const [first, second] = world.people.values();
  const people = /compilers/i.test(text) ? [{ person: { uid: first.uid, name: first.name }, email: first.emails[0], interests: ["compilers"] }, { person: { uid: second.uid, name: second.name }, email: second.emails[0], interests: ["compilers"] }] : [];
  return { people, interests_known: 2 };
}

function editProfile(world, _, edit) {
  world.self = { ...world.self };
  for (const [name, value] of Object.entries(edit)) {
    if (value === null) delete world.self[name];
    else world.self[name] = value;
  }
  return { profile: world.self };
}

export const setupOperations = {
  lookAtAccount: look,
  addAccount,
  addSample: (world) => addAccount(world, {}, { url: "sample", name: "Sample" }),
  lookAtRecipients: recipients,
  findReaders: readers,
  listSyncRuns: (world) => ({ runs: world.runs ?? [{ at: "2026-11-22T09:00:00Z", summary: "2 people changed.", failed: false }] }),
  getOwnProfile: (world) => ({ profile: world.self ?? {} }),
  editOwnProfile: editProfile,
};
