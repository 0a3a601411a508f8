/** Since this version messages.getHeaders hands out a message's header without its text (docs/host.md). */
const givesHeaders = 147;

/**
 * Whether this Thunderbird is too old for observing mail. Asked before any permission is: the function itself is hidden until
 * then.
 * @param {typeof messenger.runtime} runtime
 */
export async function isTooOldForMail(runtime) {
  const { version } = await runtime.getBrowserInfo();
  return Number.parseInt(version, 10) < givesHeaders;
}
