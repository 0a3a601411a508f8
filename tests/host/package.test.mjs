// The package as a new user of the machine meets it: Thunderbird's own settings about add-ons, nothing in the home folder.
// Runs where /usr looks as if the package were installed (tests/package/with_package.sh).
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Addon } from './support/addon.mjs';
import { addonId } from './support/goodturn.mjs';
import { Thunderbird } from './support/thunderbird.mjs';
import { waitFor } from './support/wait.mjs';

// What all-thunderbird.js says: of the places of add-ons the profile and the user's folder start switched off.
const asShipped = { 'extensions.autoDisableScopes': 3 };
let host, plugin;

before(async () => {
  host = await Thunderbird.start({ prefs: asShipped });
  plugin = new Addon(host);
}, { timeout: 100000 });

after(() => host?.stop(), { timeout: 60000 });

test('the add-on of the package is on, and starts the program of the package', { timeout: 60000 }, async () => {
  const [shipped, found] = await host.chrome(`
    const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
    const addon = await AddonManager.getAddonByID(args.id);
    return [Services.prefs.getDefaultBranch("").getIntPref("extensions.autoDisableScopes"),
      addon && { active: addon.isActive, scope: addon.scope, file: addon.getResourceURI("").spec }];`, { id: addonId });
  assert.equal(shipped, asShipped['extensions.autoDisableScopes']);
  assert.equal(found?.active, true);
  assert.equal(found.scope, 4, 'the folder of the program, for all users');
  await plugin.openSpace();
  await waitFor('the first steps', () => plugin.space.count('gt-welcome [name=url]'), { timeout: 30000 });
  const note = join(host.home, '.local/share/goodturn/bridge.json');
  await waitFor('the note of the bridge', () => existsSync(note));
  const { pid } = JSON.parse(readFileSync(note, 'utf8'));
  assert.equal(readlinkSync(`/proc/${pid}/exe`), '/usr/bin/goodturn');
  await host.leave();
  await waitFor('the end of the helper', () => !existsSync(`/proc/${pid}`), { timeout: 20000 });
});
