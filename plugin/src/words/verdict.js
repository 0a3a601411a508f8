/** @type {Record<string, string>} */
const verdicts = {
  auth: "password",
  forbidden: "password",
  network: "address",
  not_found: "address",
  protocol: "address",
  invalid: "invalid",
  timeout: "silent",
  server: "silent",
  too_many: "silent",
  suspicious: "certificate",
};

/**
 * What a failed look at an account comes down to: "password", "address", "offline", "silent" (the server has trouble),
 * "certificate", "own_certificate" (the user's own is missing), "invalid" (what was typed cannot be used), "helper" (Goodturn's own program does not answer) or "other".
 * `online`: navigator.onLine. A name that is not found means no network only when this computer has none.
 * @param {{ kind?: string, status?: number, wantsCertificate?: boolean }} problem
 * @param {boolean} online
 */
export function verdictOf(problem, online) {
  if (problem.kind === "no-answer" || problem.kind === "signed-out") return "helper";
  if (problem.wantsCertificate) return "own_certificate";
  if (!online && (problem.kind === "network" || problem.kind === "timeout")) return "offline";
  return verdicts[problem.kind ?? ""] ?? "other";
}
