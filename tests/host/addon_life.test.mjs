// The add-on's life in the real Thunderbird: an update keeps what the user set up; a removal takes what is the add-on's
// and leaves what is the user's.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { AddressBook } from './support/address_book.mjs';
import { Chain } from './support/chain.mjs';
import { inBothThemes, picturesOfBothThemes } from './support/colours.mjs';
import { addon, addonId } from './support/goodturn.mjs';
import { tracesIn } from './support/traces.mjs';
import { ada, cards, meetings } from './support/sample.mjs';
import { stepsOf } from './support/steps.mjs';
import { waitFor } from './support/wait.mjs';

const run = promisify(execFile);
const packer = fileURLToPath(new URL('../../plugin/tools/pack_xpi.py', import.meta.url));
const follow = 'Follow-ups';
const dora = 'dora@example.org';
let chain, goodturn, host, plugin, calendars, book, origin;

before(async () => {
  chain = await Chain.start({ cards: cards(), meetings: meetings() });
  ({ goodturn, host, addon: plugin, calendars } = chain);
  book = new AddressBook(host);
  await host.installAddon(addon);
  await waitFor('the bridge answers', () => goodturn.signIn(), { timeout: 30000, every: 500 });
}, { timeout: 150000 });

after(() => chain?.stop(), { timeout: 60000 });

const step = stepsOf(() => host, 'life-failure');

/** The add-on again under a higher version, packed as the build packs it. */
async function newerAddon() {
  const folder = join(host.folder, 'newer');
  await run('python3', ['-m', 'zipfile', '-e', addon, folder]);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const [major, minor, patch] = manifest.version.split('.').map(Number);
  manifest.version = `${major}.${minor}.${patch + 1}`;
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await run('python3', [packer, folder, `${folder}.xpi`]);
  return { file: `${folder}.xpi`, version: manifest.version };
}

/** What the user set up in the add-on, as its own pages see it. */
const settings = () => plugin.space.run(`
  const { permissions } = await messenger.permissions.getAll();
  const shortcuts = (await messenger.commands.getAll()).map((one) => one.name + " " + one.shortcut).sort();
  return { origin: location.origin, kept: { ...localStorage }, permissions: permissions.sort(), shortcuts };`);

/** Whom the helper knows: the add-on under its address, the calendar under its key. */
const paired = () => JSON.parse(readFileSync(join(goodturn.home, 'tokens.json'), 'utf8')).clients
  .filter((one) => ['thunderbird', 'feed'].includes(one.name))
  .map(({ name, scope, origin, digest }) => ({ name, scope, origin, ...(name === 'feed' ? { digest } : {}) }))
  .sort((one, other) => one.name.localeCompare(other.name));

/** The add-on's places in the main window: buttons of the space and of the toolbar, entries of menus. */
const places = () => host.chrome(`
  const { document } = Services.wm.getMostRecentWindow("mail:3pane");
  const name = args.id.replace(/[^a-z0-9]/g, "_");
  const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
  return { space: document.querySelectorAll("[id^='" + name + "-spacesButton']").length,
    toolbar: document.querySelectorAll('.unified-toolbar [extension="' + args.id + '"]').length,
    keys: document.querySelectorAll("keyset[id*=goodturn] key").length,
    runs: !!ExtensionParent.GlobalManager.getExtension(args.id) };`, { id: addonId });

const follows = async () => (await calendars.list()).filter((one) => one.name === follow).map(({ name, type, url, disabled }) => ({ name, type, url, disabled }));
const mine = async () => (await calendars.tasks(follow)).map((task) => task.title).sort();

/** One click on the toolbar button; done when the popup reports. */
async function sync() {
  await plugin.pressToolbarButton();
  await waitFor('the report', () => plugin.popup.count('.report'), { timeout: 60000 });
  await plugin.closePopups();
}

step('the user sets something up', async () => {
  await sync();
  await plugin.openSpace();
  await waitFor('the week', () => plugin.space.count('gt-suggestion', ada.name), { timeout: 30000 });
  await plugin.space.click('nav a', 'Settings');
  for (const name of ['addressBooks', 'notices']) {
    await waitFor(`the switch ${name}`, () => plugin.space.count(`[data-permission=${name}]`));
    await plugin.space.click(`[data-permission=${name}]`);
    await plugin.allowPermission();
    await waitFor(`${name} is on`, () => plugin.space.count(`[data-permission=${name}]:checked`));
  }
  await plugin.space.run(`await messenger.commands.update({ name: "week", shortcut: "Ctrl+Alt+J" }); 
    localStorage.setItem("goodturn-welcomed", "1"); localStorage.setItem("goodturn-notice-day", new Date().toDateString());`);
  await calendars.add(follow, (await goodturn.ask('GET', '/api/v1/feed')).url);
  await waitFor('the task', async () => (await mine()).some((title) => title.includes(ada.name)));
  await book.add(`BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Dora Example\r\nEMAIL:${dora}\r\nEND:VCARD\r\n`);
  await plugin.space.click('nav a', 'People');
  await waitFor('Dora', () => plugin.space.count('[role=option]', 'Dora Example'));
  await plugin.space.click('[role=option]', 'Dora Example');
  await waitFor('the role', () => plugin.space.count('[data-add=mentor]'));
  await plugin.space.click('[data-add=mentor]');
  await waitFor('the role in the book', async () => (await book.card(dora)).includes('mentor'));
});

step('an update keeps settings, permissions, shortcuts, the pairing and the calendar', async () => {
  const [set, known, calendar, old] = [await settings(), paired(), await follows(), goodturn.pid()];
  ({ origin } = set);
  const [person, shown] = [await goodturn.command('person', ada.uid), await places()];
  assert.ok(shown.space > 0 && shown.toolbar > 0 && shown.keys > 0);
  assert.deepEqual([set.kept['goodturn-notices'], set.kept['goodturn-welcomed']], ['on', '1']);
  assert.deepEqual(known.map((one) => one.origin), ['', set.origin]);
  const { file, version } = await newerAddon();
  assert.equal(await host.installAddon(file), addonId);
  await waitFor('the helper of the newer add-on', async () => goodturn.pid() !== old && (await goodturn.ask('GET', '/api/v1/status')), { timeout: 30000 });
  await sync();
  await plugin.openSpace();
  await waitFor('the week', () => plugin.space.count('gt-suggestion', ada.name), { timeout: 30000 });
  assert.equal(await plugin.space.run('return messenger.runtime.getManifest().version;'), version);
  assert.deepEqual(await settings(), set);
  assert.deepEqual(paired(), known);
  assert.deepEqual(await goodturn.command('person', ada.uid), person);
  await calendars.refresh(follow);
  assert.deepEqual(await follows(), calendar);
  assert.deepEqual(await places(), shown, 'nothing stands there twice');
  await inBothThemes(host, plugin.space, 'life-updated');
});

step('a removal ends the helper and takes the buttons; what is the user\'s stays', async () => {
  const [calendar, tasks, person, running] = [await follows(), await mine(), await goodturn.command('person', ada.uid), goodturn.pid()];
  const announced = readFileSync(join(host.home, '.mozilla/native-messaging-hosts/goodturn_helper.json'), 'utf8');
  await host.chrome(`
    const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
    await (await AddonManager.getAddonByID(args.id)).uninstall();`, { id: addonId });
  await waitFor('the end of the helper', () => {
    try { return !process.kill(running, 0); } catch { return true; }
  });
  assert.deepEqual(await places(), { space: 0, toolbar: 0, keys: 0, runs: false });
  await host.restart();
  assert.deepEqual(await places(), { space: 0, toolbar: 0, keys: 0, runs: false });
  assert.throws(() => goodturn.pid(), 'nobody starts the helper again');
  assert.deepEqual(await follows(), calendar);
  assert.deepEqual(await mine(), []);
  assert.ok((await book.card(dora)).includes('mentor'));
  assert.equal(readFileSync(join(host.home, '.mozilla/native-messaging-hosts/goodturn_helper.json'), 'utf8'), announced);
  assert.deepEqual(await goodturn.command('person', ada.uid), person, 'the helper\'s home is whole');
  await picturesOfBothThemes(host, 'life-removed');
});

step('of the add-on nothing is left in the profile but two notes of Thunderbird\'s own', async () => {
  const found = await tracesIn(host, [/goodturn/i, new RegExp(origin.split('//')[1])]);
  // The calendar that the user subscribed to, until they unsubscribe: its address, and what it read last.
  const { 'calendar-data/cache.sqlite': copy, 'prefs.js': address, ...left } = found;
  assert.ok(copy, 'the search works');
  assert.match(address.join('\n'), /^[\w-]+\.uri", "http:\/\/127\.0\.0\.1:\d+\/Goodturn\.ics\?token=[\w-]+"\);$/);
  assert.deepEqual(Object.keys(left).sort(), ['permissions.sqlite', 'xulstore.json'], JSON.stringify(found));
  assert.match(found['xulstore.json'].join(), /^"[^"]*\{"header-view-toolbar":\{"currentset":"[\w-]*messageDisplayAction-toolbarbutton"/);
  const noted = await host.chrome(`
    const { EXPIRE_TIME } = Ci.nsIPermissionManager;
    return Services.perms.all.filter((one) => one.principal.origin === args.origin).map((one) => [one.type, one.expireType === EXPIRE_TIME]);`, { origin });
  assert.deepEqual(noted, [['storageAccessAPI', true]], 'that somebody clicked in its pages, which passes by itself');
});
