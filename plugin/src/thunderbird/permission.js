/** @typedef {messenger._manifest.OptionalPermission} Permission */

/** What observing mail needs: the accounts with their folders, and the messages in them. */
export const mailPermissions = /** @type {Permission[]} */ (["accountsRead", "messagesRead"]);

/**
 * Whether an optional permission ("messagesRead", "addressBooks") is granted; false outside Thunderbird.
 * @param {Permission} name
 */
export async function hasPermission(name) {
  return Boolean(await globalThis.messenger?.permissions.contains({ permissions: [name] }));
}

const returnKey = "goodturn-return";

/**
 * Asks for it; call it directly from a click. Thunderbird reads which messages an add-on may see at its start only
 * (docs/host.md), so the add-on starts anew once messagesRead is granted, and comes back at `route` when there is one.
 * @param {Permission} name
 * @param {string} [route]
 */
export async function askPermission(name, route = "") {
  const granted = await globalThis.messenger.permissions.request({ permissions: [name] });
  if (!granted || name !== "messagesRead") return granted;
  if (route) globalThis.localStorage.setItem(returnKey, route);
  globalThis.messenger.runtime.reload();
  return granted;
}

/** Whether mail may be observed: its two permissions are granted. */
export async function maySeeMail() {
  return Boolean(await globalThis.messenger?.permissions.contains({ permissions: mailPermissions }));
}

/**
 * Asks for them; call it directly from a click. The add-on starts anew once they are granted (see askPermission) and
 * comes back at `route`.
 * @param {string} route
 */
export async function askMail(route) {
  const granted = await globalThis.messenger.permissions.request({ permissions: mailPermissions });
  if (!granted) return false;
  globalThis.localStorage.setItem(returnKey, route);
  globalThis.messenger.runtime.reload();
  return true;
}

/** The route to come back to after a start that askMail() made, once. */
export function takeReturnRoute(storage = globalThis.localStorage) {
  const route = storage.getItem(returnKey);
  storage.removeItem(returnKey);
  return route;
}

/**
 * Gives it back.
 * @param {Permission} name
 */
export async function dropPermission(name) {
  return globalThis.messenger.permissions.remove({ permissions: [name] });
}

/** Asks for the loopback address, for users who switched it off; call it directly from a click. */
export async function askLoopback() {
  return globalThis.messenger.permissions.request({ origins: ["http://127.0.0.1/*"] });
}
