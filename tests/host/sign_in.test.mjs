// Signing in on the provider's own page, from the real Thunderbird: the link opens the user's browser, and its way back ends at
// the helper.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Addon } from './support/addon.mjs';
import { addon, Goodturn } from './support/goodturn.mjs';
import { makeCollection, startServer } from './support/servers.mjs';
import { ada, ben, card } from './support/sample.mjs';
import { Thunderbird } from './support/thunderbird.mjs';
import { client, startTokenGate } from './support/token_gate.mjs';
import { waitFor } from './support/wait.mjs';

const somebody = fileURLToPath(new URL('../sign_in/browser.py', import.meta.url));
let folder, server, authority, gate, goodturn, host, plugin;

/** Makes a program the browser of who lives in `home`: it notes what it opens, signs in there and agrees. */
function chooseBrowser(home) {
  const program = join(folder, 'browser');
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$1" >> '${folder}/opened'\nexec /usr/bin/python3 '${somebody}' agree "$1"\n`, { mode: 0o700 });
  const [apps, config] = [join(home, '.local/share/applications'), join(home, '.config')];
  for (const place of [apps, config]) mkdirSync(place, { recursive: true });
  const types = ['x-scheme-handler/http', 'x-scheme-handler/https'];
  writeFileSync(join(apps, 'own-browser.desktop'),
    `[Desktop Entry]\nType=Application\nName=Browser\nExec=${program} %u\nMimeType=${types.join(';')};\n`);
  writeFileSync(join(config, 'mimeapps.list'), `[Default Applications]\n${types.map((type) => `${type}=own-browser.desktop\n`).join('')}`);
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'goodturn-sign-in-'));
  server = await startServer('radicale', join(folder, 'radicale'));
  await makeCollection(server, 'book', 'contacts', [card(ada), card(ben)]);
  authority = await startServer('oauth', join(folder, 'authority'));
  gate = await startTokenGate(server, authority);
  goodturn = new Goodturn(folder);
  host = await Thunderbird.start({ prepare: (home) => (goodturn.announce(home), chooseBrowser(home)) });
  plugin = new Addon(host);
  await host.installAddon(addon);
  await waitFor('the bridge answers', () => goodturn.signIn(), { timeout: 30000, every: 500 });
}, { timeout: 150000 });

after(async () => {
  await host?.stop();
  await gate?.stop();
  await authority?.stop();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}, { timeout: 60000 });

test('the link of a sign-in opens the provider\'s page in the browser; what was agreed there makes the account', { timeout: 90000 }, async () => {
  const { space } = plugin;
  await plugin.openSpace();
  await space.run('window.location.hash = "#/accounts";');
  await waitFor('the form', () => space.count('gt-account-setup [name=url]'), { timeout: 20000 });
  await space.run('for (const one of document.querySelectorAll("gt-account-setup details")) one.open = true;');
  const words = { url: gate.url, user: 'alice', issuer: authority.url, ...client };
  for (const [name, text] of Object.entries(words)) await space.type(`gt-account-setup [name=${name}]`, text);
  await space.click('gt-account-setup [data-action=start-sign-in]');
  await waitFor('the link', () => space.count('[data-action=open-sign-in]'));
  await host.screenshot('sign-in');
  const tabs = () => host.chrome('return Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail").tabInfo.length;');
  const before = await tabs();
  await space.click('[data-action=open-sign-in]');
  await waitFor('the sign-in', () => space.count('[data-signed-in]'), { timeout: 20000 });
  const [opened, ...more] = readFileSync(join(folder, 'opened'), 'utf8').trim().split('\n').map((one) => new URL(one));
  assert.equal(opened.origin, authority.url);
  assert.equal(opened.searchParams.get('client_id'), client.client_id);
  assert.deepEqual(more, [], 'opened once');
  assert.equal(await tabs(), before, 'no page of a provider inside Thunderbird, where nobody sees its address');
  await space.click('[data-action=test-account]');
  await waitFor('what is there', () => space.count('[name=take]'), { timeout: 20000 });
  await space.click('[data-action=add-account]');
  await waitFor('the account', async () => (await goodturn.command('account', 'list')).accounts.length === 1);
  const [account] = (await goodturn.command('account', 'list')).accounts;
  assert.equal(account.sign_in, 'oauth');
  await goodturn.ask('POST', '/api/v1/sync', {});
  await waitFor('the people', async () => (await goodturn.ask('GET', '/api/v1/status')).people === 2, { timeout: 30000 });
});
