// DAV servers of the test: tests/support/servers/NAME.sh start DIR PORT, and plain requests to them.
import { execFile } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from './programs.mjs';

const run = promisify(execFile);
const scripts = resolve(dirname(fileURLToPath(import.meta.url)), '../../support/servers');

/** Basic credentials of the test servers' first user. */
export const alice = { user: 'alice', password: 'secret' };

/** Starts a server with its data in `folder` (which must exist); returns {url, stop}. Exit code 77 means: not installed. */
export async function startServer(name, folder) {
  const port = await freePort();
  const script = join(scripts, `${name}.sh`);
  await run(script, ['start', folder, String(port)], { timeout: 30000 });
  return { url: `http://127.0.0.1:${port}`, stop: () => run(script, ['stop', folder], { timeout: 15000 }) };
}

/** One request as alice. Fails on any status above 299. */
export async function dav(method, url, { body, headers = {} } = {}) {
  const credentials = Buffer.from(`${alice.user}:${alice.password}`).toString('base64');
  const answer = await fetch(url, { method, body, headers: { Authorization: `Basic ${credentials}`, ...headers } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text.slice(0, 200)}`);
  return text;
}

const kinds = {
  book: ['<c:addressbook xmlns:c="urn:ietf:params:xml:ns:carddav"/>', 'text/vcard; charset=utf-8', 'vcf'],
  calendar: ['<c:calendar xmlns:c="urn:ietf:params:xml:ns:caldav"/>', 'text/calendar; charset=utf-8', 'ics'],
};

/** Makes an address book or calendar below alice's home and puts items ({name, text}) into it; returns its address. */
export async function makeCollection(server, kind, name, items) {
  const [type, contentType, ending] = kinds[kind];
  const url = `${server.url}/alice/${name}/`;
  await dav('MKCOL', url, { headers: { 'Content-Type': 'application/xml; charset=utf-8' },
    body: `<?xml version="1.0"?><d:mkcol xmlns:d="DAV:"><d:set><d:prop><d:resourcetype><d:collection/>${type}</d:resourcetype>` +
      `<d:displayname>${name}</d:displayname></d:prop></d:set></d:mkcol>` });
  for (const item of items) {
    await dav('PUT', `${url}${item.name}.${ending}`, { body: item.text, headers: { 'Content-Type': contentType } });
  }
  return url;
}
