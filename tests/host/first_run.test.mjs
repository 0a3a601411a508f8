// The first run in the real Thunderbird: nothing is set up; from the first steps to the first suggestion.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Addon } from './support/addon.mjs';
import { AddressBook } from './support/address_book.mjs';
import { inBothThemes } from './support/colours.mjs';
import { addon, Goodturn } from './support/goodturn.mjs';
import { alice, makeCollection, startServer } from './support/servers.mjs';
import { ada, cards, meetings } from './support/sample.mjs';
import { Thunderbird } from './support/thunderbird.mjs';
import { waitFor } from './support/wait.mjs';

let folder, server, goodturn, host, plugin;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'goodturn-first-'));
  server = await startServer('radicale', join(folder, 'radicale'));
  await makeCollection(server, 'book', 'contacts', cards());
  await makeCollection(server, 'calendar', 'meetings', meetings());
  goodturn = new Goodturn(folder);
  host = await Thunderbird.start({ prepare: (home) => goodturn.announce(home) });
  plugin = new Addon(host);
  await new AddressBook(host).add('BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Cleo Example\r\nEMAIL:cleo@example.org\r\nEND:VCARD\r\n');
  await host.installAddon(addon);
  await waitFor('the bridge answers', () => goodturn.signIn(), { timeout: 30000, every: 500 });
}, { timeout: 150000 });

after(async () => {
  await host?.stop();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}, { timeout: 60000 });

test('from nothing to the first suggestion', { timeout: 120000 }, async () => {
  const begun = Date.now();
  await plugin.openSpace();
  await waitFor('the first steps', () => plugin.space.count('gt-welcome [name=url]'), { timeout: 20000 });
  await plugin.space.click('[data-action=allow-books]');
  await plugin.allowPermission();
  await waitFor('Thunderbird\'s books with their counts', async () => /Personal Address Book[\s\S]*1 contact/.test(await plugin.space.text()));
  await plugin.space.type('[name=url]', server.url);
  await plugin.space.type('[name=user]', alice.user);
  await plugin.space.type('[name=password]', 'wrong');
  await plugin.space.click('[data-action=test-account]');
  await waitFor('the verdict', () => plugin.space.count('[data-verdict=password]'), { timeout: 20000 });
  await plugin.space.run('document.querySelector("[name=password]").value = "";');
  await plugin.space.type('[name=password]', alice.password);
  await plugin.space.click('[data-action=test-account]');
  await waitFor('what is there', () => plugin.space.count('[name=take]'), { timeout: 20000 });
  const text = await plugin.space.text();
  for (const [name, count] of [['contacts', cards().length], ['meetings', meetings().length]]) {
    assert.match(text, new RegExp(`${name}\\s[^\\n]*${count} entries`), name);
  }
  await host.screenshot('first-steps-found');
  await plugin.space.click('[data-action=add-account]');
  await waitFor('everybody', async () => (await goodturn.ask('GET', '/api/v1/status')).people === cards().length, { timeout: 30000 });
  await plugin.space.click('[data-action=finish]');
  await waitFor('the question for one thing to give', () => plugin.space.count('dialog [data-action=leave]'));
  await host.screenshot('first-steps-offer');
  await plugin.space.click('dialog [data-action=leave]');
  await waitFor('a suggestion', () => plugin.space.count('gt-suggestion', ada.name), { timeout: 20000 });
  console.log(`# from nothing to the first suggestion in ${Math.round((Date.now() - begun) / 1000)} s`);
  await inBothThemes(host, plugin.space, 'first-suggestion');
  await plugin.space.run('window.location.hash = "#/welcome";');
  await waitFor('the first steps', () => plugin.space.count('gt-welcome [name=url]'), { timeout: 20000 });
  await inBothThemes(host, plugin.space, 'first-steps');
});
