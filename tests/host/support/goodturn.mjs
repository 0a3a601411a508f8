// The helper as a test uses it: its command line, its native-messaging manifest, its bridge.
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

export const program = resolve(process.env.GOODTURN_BIN ?? join(root, 'build/goodturn'));
export const addon = resolve(process.env.GOODTURN_XPI ?? join(root, 'build/goodturn.xpi'));
export const addonId = 'goodturn@example.org';

export class Goodturn {
  /** @param {string} folder an existing folder; the helper's home is made below it */
  constructor(folder) {
    this.home = join(folder, 'goodturn');
    this.pidFile = join(folder, 'helper.pid');
    this.wrapper = join(folder, 'goodturn-host');
    mkdirSync(this.home, { mode: 0o700 });
  }

  /** Runs a command and returns its JSON answer. */
  async command(...words) {
    const { stdout } = await run(program, ['--home', this.home, '--json', ...words], { timeout: 60000 });
    return JSON.parse(stdout);
  }

  /** Makes the helper known to Thunderbird below its HOME. The wrapper leaves the helper's process id in pidFile. */
  announce(home) {
    const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
    writeFileSync(this.wrapper, `#!/bin/sh\necho $$ > ${quoted(this.pidFile)}\n` +
      `exec ${quoted(program)} --home ${quoted(this.home)} native-host\n`, { mode: 0o700 });
    const folder = join(home, '.mozilla/native-messaging-hosts');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'goodturn_helper.json'), JSON.stringify({ name: 'goodturn_helper',
      description: 'Goodturn helper', path: this.wrapper, type: 'stdio', allowed_extensions: [addonId] }));
  }

  /** Process id of the helper that Thunderbird started last. Fails when it has started none or it has ended. */
  pid() {
    const id = Number(readFileSync(this.pidFile, 'utf8'));
    process.kill(id, 0);
    return id;
  }

  /** The note of the helper that serves this home: {port, pid}. Fails when none does. */
  bridge() {
    return JSON.parse(readFileSync(join(this.home, 'bridge.json'), 'utf8'));
  }

  /**
   * Signs in at the bridge of the helper that Thunderbird started, with a one-time code, and keeps the token for ask().
   * Fails while that helper's bridge is not up: the command would then start a helper of its own.
   */
  async signIn() {
    if (this.bridge().pid !== this.pid()) throw new Error('the bridge belongs to another helper');
    const link = new URL((await this.command('open', '--print')).url);
    this.base = link.origin;
    const code = new URLSearchParams(link.hash.slice(1)).get('code');
    this.token = (await this.ask('POST', '/api/v1/session', { code })).token;
    return true;
  }

  /** One request to the bridge; the JSON answer. Fails on a problem document. */
  async ask(method, path, body) {
    const headers = { Accept: 'application/json' };
    if (this.token) headers.Authorization = `Bearer ${this.token}`;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    const answer = await fetch(this.base + path, { method, headers, body: body && JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  }
}
