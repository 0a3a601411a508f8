// What the sample bridge does for exports and erasures: (world, values, body) → body. See sample_operations.mjs.
const fail = (kind, status, detail) => Object.assign(new Error(detail), { kind, status });

function countsOf(world, { uid }) {
  const person = world.people.get(uid);
  if (!person) throw fail("not_found", 404, "There is no such person (any more).");
  return { name: person.name, cards: 1, server_cards: 1, items: 4, shared_items: 1, messages: 0, history: 2, copies: 7, meetings: 3, mentions: 1 };
}

/** Takes people out of the world, also where lists name them. */
function forget(world, isGone) {
  for (const uid of [...world.people.keys()].filter(isGone)) world.people.delete(uid);
  world.suggestions = world.suggestions.filter((one) => !isGone(one.person));
  world.shownLately = world.shownLately.filter((uid) => !isGone(uid));
}

function erasePerson(world, { uid }, order) {
  const counts = countsOf(world, { uid });
  forget(world, (one) => one === uid);
  world.erased = { uid, ...order };
  return counts;
}

const home = (world) => ({ items: 40, people: world.people.size, messages: 0, passwords: 1, copies: 7, places: world.accounts.map((account) => account.name), records_on_server: false });

function eraseEverything(world) {
  const counts = home(world);
  forget(world, () => true);
  world.accounts.length = 0;
  world.collections.length = 0;
  return counts;
}

export const erasureOperations = {
  exportEverything: (world, _, { reflections }) => ({ folder: "/home/alex/goodturn-export-2026-11-22", items: 40, collections: 4, left_out: reflections ? 0 : 2 }),
  lookAtPersonErasure: countsOf,
  erasePerson,
  lookAtErasure: home,
  eraseEverything,
};
