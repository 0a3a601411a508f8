// Observed mail of the sample world: the user's choice, and one message per folder once it was read.

const messagesOf = (account) => account.messages;

/** MailState of the world. */
export function mailState(world) {
  const accounts = world.mail ?? [];
  const messages = accounts.reduce((sum, account) => sum + messagesOf(account), 0);
  return { accounts, messages, people: Math.min(messages, world.people.size), ...(messages ? { oldest: "2026-05-06T08:00:00Z", newest: "2026-11-21T08:00:00Z" } : {}) };
}

const kept = (world, id) => (world.mail ?? []).find((account) => account.id === id);

/** Operations about mail, by operationId. */
export const mailOperations = {
  getMail: mailState,
  watchMail: (world, _, { accounts }) => {
    const left = (world.mail ?? []).filter((account) => account.messages > 0 && !accounts.some((one) => one.id === account.id));
    world.mail = [...accounts.map((one) => ({ ...one, messages: kept(world, one.id)?.messages ?? 0 })), ...left.map((account) => ({ ...account, folders: [] }))];
    return mailState(world);
  },
  observeMail: (world, _, { account, folder, messages, read }) => {
    const one = kept(world, account);
    one.messages += messages.length;
    if (read) Object.assign(one.folders.find((row) => row.id === folder), { read_from: read.from, read_until: read.until });
    return { fresh: messages.length, known: 0, left_out: {} };
  },
  forgetMail: (world, { all, account, address }) => {
    const before = mailState(world).messages;
    if (all) world.mail = [];
    if (account) world.mail = world.mail.filter((one) => one.id !== account);
    if (address) for (const one of world.mail) one.messages = Math.max(0, one.messages - 1);
    const state = mailState(world);
    return { forgotten: before - state.messages, state };
  },
};
