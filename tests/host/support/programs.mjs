// Programs a test starts: each in a process group of its own, and every group ended by its id, also after a failure.
import { spawn } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { createServer } from 'node:net';
import { within } from './wait.mjs';

const running = new Set();

/**
 * Starts a program in its own process group.
 * @param {string} command @param {string[]} args
 * @param {{env?: object, log?: string, extra?: any[], cwd?: string}} options `log` is a file for stdout and stderr,
 *   `extra` are further stdio entries from descriptor 3 on
 * @returns the ChildProcess with an added `ended` promise (resolves to the exit code or signal name)
 */
export function start(command, args, { env = process.env, log, extra = [], cwd } = {}) {
  const out = log ? openSync(log, 'a', 0o600) : 'ignore';
  const child = spawn(command, args, { env, cwd, detached: true, stdio: ['ignore', out, out, ...extra] });
  if (log) closeSync(out);
  child.ended = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal));
    child.once('error', (error) => resolve(error.message));
  });
  running.add(child);
  return child;
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
    return true;
  } catch {
    return false; // the group has gone already
  }
}

/** Ends the program and everything it started: SIGTERM, then SIGKILL for what is still there after `patience` ms. */
export async function stop(child, { patience = 5000 } = {}) {
  if (child.pid === undefined) return;
  signalGroup(child, 'SIGTERM');
  await within(patience, 'end of program', child.ended).catch(() => {});
  signalGroup(child, 'SIGKILL');
  await child.ended;
  running.delete(child);
}

// A test that is interrupted or crashes must not leave programs behind.
process.once('exit', () => {
  for (const child of running) if (child.pid !== undefined) signalGroup(child, 'SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));

/** A TCP port on loopback that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
