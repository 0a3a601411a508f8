const advice = Object.freeze({
  network: "Check that you are online and that the address is right. Nothing was lost; the next sync goes on from here.",
  timeout: "The server is slow or busy. Try again in a few minutes.",
  auth: "Check the user name and the password. Some servers want an app password, made in their own settings.",
  forbidden: "The server knows you but does not allow this. Ask whoever runs it, or switch this collection off.",
  not_found: "It may have been moved or deleted meanwhile.",
  precondition: "Somebody changed it at the same moment. Sync, look, and try again; both versions were kept.",
  too_many: "Wait a minute, then try again.",
  server: "The fault is on the server's side. Try again later; nothing was lost.",
  protocol: "The address may lead to an ordinary web page instead of a calendar or address-book server.",
  parse: "The entry is kept as it is. The rest goes on.",
  storage: "Check that the disk is not full and that the folder can be written.",
  suspicious: "Much would have been removed at once, so Goodturn stopped. Look at the server first; nothing was deleted here.",
  busy: "Wait until it has finished, or cancel it.",
});

/** One sentence on what to do about a kind of failure, or "" when the message says it all. */
export const adviceFor = (kind) => advice[kind] ?? "";
