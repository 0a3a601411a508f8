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
 * "certificate", "invalid" (what was typed cannot be used), "helper" (Goodturn's own program does not answer) or "other".
 * `online`: navigator.onLine. A name that is not found means no network only when this computer has none.
 */
export function verdictOf(problem, online) {
  if (problem.status === undefined && problem.kind === "network") return "helper";
  if (!online && (problem.kind === "network" || problem.kind === "timeout")) return "offline";
  return verdicts[problem.kind] ?? "other";
}
