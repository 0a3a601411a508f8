/** Whether an optional permission ("messagesRead", "addressBooks") is granted; false outside Thunderbird. */
export async function hasPermission(name) {
  return Boolean(await globalThis.messenger?.permissions.contains({ permissions: [name] }));
}

/**
 * Asks for it; call it directly from a click. Thunderbird reads which messages an add-on may see at its start only
 * (docs/host.md), so the add-on starts anew once messagesRead is granted.
 */
export async function askPermission(name) {
  const granted = await globalThis.messenger.permissions.request({ permissions: [name] });
  if (granted && name === "messagesRead") globalThis.messenger.runtime.reload();
  return granted;
}

/** Gives it back. */
export async function dropPermission(name) {
  return globalThis.messenger.permissions.remove({ permissions: [name] });
}

/** Asks for the loopback address, for users who switched it off; call it directly from a click. */
export async function askLoopback() {
  return globalThis.messenger.permissions.request({ origins: ["http://127.0.0.1/*"] });
}
