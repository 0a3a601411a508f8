const name = "goodturn";

/**
 * Makes the Goodturn button in the spaces toolbar; a woken background script finds the one it made before.
 * @param {typeof messenger.spaces} spaces
 * @param {string} page
 */
export async function ensureSpace(spaces, page) {
  const [existing] = await spaces.query({ name, isSelfOwned: true });
  if (existing) return existing;
  return spaces.create(
    name,
    // The published types know only the address as such (see thunderbird/newer_host.ts).
    /** @type {any} */ ({ url: page }),
    // One icon for light and dark: Thunderbird keeps showing the same of two theme icons after a change of theme.
    { title: "Goodturn", defaultIcons: "icons/goodturn.svg" },
  );
}

/**
 * Opens the space, or switches to it.
 * @param {typeof messenger.spaces} spaces
 * @param {string} page
 */
export async function openSpace(spaces, page) {
  const space = await ensureSpace(spaces, page);
  await spaces.open(space.id);
}
