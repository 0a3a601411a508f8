const leftOut = new Set(["drafts", "templates", "junk", "trash", "outbox"]);
const suggested = new Set(["inbox", "sent"]);
const unfit = new Set(["rss", "nntp", "im"]);

/** @typedef {messenger.folders.MailFolder & { specialUse?: string[], isVirtual?: boolean, isUnified?: boolean, isTag?: boolean, subFolders?: Folder[] }} Folder */

/** @type {(folder: Folder) => Folder[]} */
const below = (folder) => (folder.subFolders ?? []).flatMap((one) => [one, ...below(one)]);

const isOrdinary = (/** @type {Folder} */ folder) =>
  !folder.isVirtual && !folder.isUnified && !folder.isTag && !(folder.specialUse ?? []).some((use) => leftOut.has(use));

/**
 * Mail accounts whose folders can be chosen: [{id, name, folders: [{id, name, suggested}]}], in Thunderbird's order.
 * Drafts, templates, junk, trash, outbox and search folders cannot. Needs the permission accountsRead.
 * @param {typeof messenger.accounts} accounts
 */
export async function mailChoices(accounts) {
  const rows = (await accounts.list(true)).filter((account) => !unfit.has(account.type)).map((account) => ({
    id: account.id,
    name: account.name,
    folders: below(/** @type {Folder} */ (account.rootFolder)).filter(isOrdinary).map((folder) => ({
      id: String(folder.id),
      name: folder.path.replace(/^\//, ""),
      suggested: (folder.specialUse ?? []).some((use) => suggested.has(use)),
    })),
  }));
  return rows.filter((account) => account.folders.length > 0);
}

/**
 * The user's own mail addresses as Thunderbird's accounts have them, each once. Needs the permission accountsRead.
 * @param {typeof messenger.accounts} accounts
 */
export async function ownAddresses(accounts) {
  const all = (await accounts.list(false)).flatMap((account) => (account.identities ?? []).map((identity) => identity.email));
  return [...new Set(all.flatMap((email) => email || []))];
}
