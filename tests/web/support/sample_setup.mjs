// What the sample bridge does for first run, own profile and writing mail: (world, values, body) → body. See sample_operations.mjs.
const fail = (kind, status, detail, more = {}) => Object.assign(new Error(detail), { kind, status, more });

const offered = [
  { name: "Contacts", kind: "address-book", url: "https://dav.example.org/contacts/", read_only: false, items: 12 },
  { name: "Meetings", kind: "calendar", url: "https://dav.example.org/meetings/", read_only: true },
];

const shown = Array(32).fill("AB").join(":");

/** selfsigned.example.org shows a certificate that nobody vouches for, members.example.org asks for one; tokens are only good from a sign-in that was waited for. */
function judge(world, { url, password, certificate, client_certificate: own, sign_in: signIn }) {
  if (url.startsWith("selfsigned") && certificate !== shown) throw fail("suspicious", 409, "The certificate is self-signed. Nothing was sent.", { certificate: shown });
  if (url.startsWith("members") && !own) throw fail("auth", 401, "members.example.org asks for a certificate of your own, and none was given.", { wants_certificate: true });
  if (signIn && world.signIns?.get(signIn) !== "done") throw fail("busy", 409, "The sign-in in the browser is not finished yet.");
  if (password === "wrong") throw fail("auth", 401, "The server refused the user name or password.");
}

/** A sign-in is done when it was asked about twice. */
function startSignIn(world, _, { client_id: client }) {
  if (client === "unknown") throw fail("invalid", 400, "The sign-in server does not know this client id.");
  world.signIns ??= new Map();
  const id = `sign-in-${world.signIns.size + 1}`;
  world.signIns.set(id, "waiting");
  return { id, address: `https://id.example.org/auth?state=${id}` };
}

function getSignIn(world, { id }) {
  const now = world.signIns?.get(id);
  if (!now) throw fail("not_found", 404, "This sign-in is not known any more.");
  world.signIns.set(id, now === "waiting" ? "asked" : "done");
  return { state: now === "done" ? "done" : "waiting" };
}

function cancelSignIn(world, { id }) {
  world.signIns?.delete(id);
  return {};
}

function changeSignIn(world, { id }, change) {
  const account = world.accounts.find((one) => one.id === Number(id));
  judge(world, { url: account.url, ...change });
  delete account.withdrawn;
  if (change.certificate === "") delete account.certificate;
  if (change.client_certificate) account.client_certificate = change.client_certificate;
  if (change.sign_in) account.sign_in = "oauth";
  return account;
}

function look(world, _, request) {
  const { url, name } = request;
  judge(world, request);
  if (url.startsWith("nowhere")) throw fail("network", 502, `No server named ${url} was found.`);
  return { kind: "dav", name: name || url, url: `https://${url}/`, collections: offered, notes: ["Found by asking the server itself."] };
}

function addAccount(world, _, request) {
  const { url, user, name, certificate, leave_out: left = [] } = request;
  judge(world, request);
  const id = Math.max(0, ...world.accounts.map((account) => account.id)) + 1;
  const account = { id, kind: "dav", name: name || url, url: `https://${url.replace(/^https?:\/\//, "")}`, ...(user ? { user } : {}), ...(certificate ? { certificate } : {}), sign_in: request.sign_in ? "oauth" : request.token ? "token" : "password" };
  world.accounts.push(account);
  const collections = offered.map((one, at) => ({ id: 100 * id + at, account: id, account_name: account.name, name: one.name, kind: one.kind, read_only: one.read_only, enabled: !left.includes(one.url), counts_as_meetings: true, write_back: false, items: 0 }));
  world.collections.push(...collections);
  return { account, collections, notes: ["Found by asking the server itself."] };
}

function recipients(world, _, { emails }) {
  const people = [...world.people.values()];
  const found = emails.map((email) => [email, people.find((one) => one.emails.includes(email.toLowerCase()))]).filter(([, person]) => person);
  return { people: found.map(([email, { uid, name, layer }], at) => ({ person: { uid, name }, email, layer, ask_small: at > 0, may_ask: at > 0, ground: at > 0 ? "gave" : "none", gives: at })) };
}

function readers(world, _, { text }) {
  const [first, second] = world.people.values();
  const people = /compilers/i.test(text) ? [{ person: { uid: first.uid, name: first.name }, email: first.emails[0], interests: ["compilers"] }, { person: { uid: second.uid, name: second.name }, email: second.emails[0], interests: ["compilers"] }] : [];
  return { people, interests_known: 2 };
}

let serial = 0;
function editProfile(world, _, edit) {
  const before = world.self;
  const undo = `own-${(serial += 1)}`;
  world.undo.set(undo, () => (world.self = before));
  world.self = { ...world.self };
  for (const [name, value] of Object.entries(edit)) {
    if (value === null) delete world.self[name];
    else world.self[name] = value;
  }
  return { profile: world.self, undo };
}

export const setupOperations = {
  lookAtAccount: look,
  addAccount,
  startSignIn,
  getSignIn,
  cancelSignIn,
  changeSignIn,
  addSample: (world) => addAccount(world, {}, { url: "sample", name: "Sample" }),
  lookAtRecipients: recipients,
  findReaders: readers,
  listSyncRuns: (world) => ({ runs: world.runs ?? [{ at: "2026-11-22T09:00:00Z", summary: "2 people changed.", failed: false }] }),
  getOwnProfile: (world) => ({ profile: world.self ?? {} }),
  editOwnProfile: editProfile,
};
