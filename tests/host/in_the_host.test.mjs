// What the add-on does outside its own pages: the message list's menu, the card beside a message, the compose window, keys.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { Chain } from './support/chain.mjs';
import { Composer } from './support/composer.mjs';
import { addon, addonId } from './support/goodturn.mjs';
import { Mail, message } from './support/mail.mjs';
import { ben, cards, meetings } from './support/sample.mjs';
import { waitFor } from './support/wait.mjs';
import { stepsOf } from './support/steps.mjs';

let chain, goodturn, host, plugin, mail, composer;

before(async () => {
  chain = await Chain.start({ cards: cards(), meetings: meetings() });
  ({ goodturn, host, addon: plugin } = chain);
  mail = new Mail(host);
  composer = new Composer(host);
  assert.equal(await host.installAddon(addon), addonId);
  await waitFor('the bridge answers', () => goodturn.signIn(), { timeout: 30000, every: 500 });
}, { timeout: 150000 });

after(() => chain?.stop(), { timeout: 60000 });

const step = stepsOf(() => host, 'host-failure');

const title = () => host.chrome(`
  const button = Services.wm.getMostRecentWindow("mail:3pane").document
    .querySelector('.unified-toolbar [extension="' + args.id + '"] button, .unified-toolbar button[extension="' + args.id + '"]');
  return button?.title || button?.getAttribute("aria-label") || "";`, { id: addonId });

step('the words come from the host: names of buttons and menus are not keys', async () => {
  await waitFor('the title', async () => /^Goodturn: sync now$/.test(await title()), { timeout: 20000 });
});

step('the toolbar tells the sync and its one line', async () => {
  await plugin.pressToolbarButton();
  await waitFor('the report', () => plugin.popup.count('.report'), { timeout: 60000 });
  const { summary } = await goodturn.ask('GET', '/api/v1/sync');
  await waitFor('the line in the tooltip', async () => (await title()) === `Goodturn: ${summary}`);
  await host.screenshot('host-toolbar');
  await plugin.closePopups();
});

step('the message list\'s menu asks for its permission once', async () => {
  const from = `${ben.name} <${ben.email}>`;
  await mail.add('Letters', 'from-ben', message({ from, to: 'Alice <alice@example.org>', subject: 'The map', text: 'Here it is.' }));
  await mail.open('Letters', 'The map');
  const entries = await mail.contextMenu(addonId);
  assert.deepEqual(entries.map((entry) => entry.label), ['Log as given…', 'Log as received…', 'Log as promised…']);
  await host.screenshot('host-menu');
  await mail.chooseEntry('Log as received…');
  await plugin.allowPermission();
});

step('"Log as received" opens the form about the sender, and logs', async () => {
  await waitFor('the log form', async () => {
    if (await plugin.sender.exists()) return plugin.sender.count('[name=give_kind]');
    await mail.open('Letters', 'The map');
    await mail.contextMenu(addonId);
    await mail.chooseEntry('Log as received…');
    return false;
  }, { timeout: 40000, every: 1500 });
  assert.ok(await plugin.sender.count('h1', ben.name));
  await host.screenshot('host-log-as-received');
  await plugin.sender.click('[data-action=log]');
  const person = await waitFor('the entry', async () => {
    const found = await goodturn.command('person', ben.uid);
    return found.timeline.some((entry) => entry.kind === 'received') && found;
  });
  assert.equal(person.timeline.filter((entry) => entry.kind === 'received').length, 1);
  await plugin.closeWindows('sender');
});

step('the card beside a message: who, last talk, tags, and a tag is set there', async () => {
  await mail.open('Letters', 'The map');
  await mail.pressAddonButton(addonId);
  await waitFor('the card', () => plugin.sender.count('h1', ben.name));
  assert.match(await plugin.sender.text(), /No contact known/, 'a gift is no talk');
  await plugin.sender.click('[data-add=connector]');
  await waitFor('the tag', async () => (await goodturn.command('person', ben.uid)).tags.includes('connector'));
  await host.screenshot('host-card');
  await plugin.closePopups();
});

step('the compose window: the ask guard, and whom a text would interest', async () => {
  await mail.addIdentity('alice@example.org');
  await composer.open({ to: `${ben.name} <${ben.email}>, Nobody <nobody@example.org>`, subject: 'A question', body: 'Could you help me?' });
  await composer.pressAddonButton(addonId);
  await waitFor('the way to the permission', () => plugin.composing.count('[data-action=to-settings]'));
  await plugin.composing.click('[data-action=to-settings]');
  await waitFor('the switch', async () => (await plugin.space.exists()) && plugin.space.count('[data-permission=compose]'));
  await host.chrome('Services.wm.getMostRecentWindow("mail:3pane").focus();');
  await plugin.space.click('[data-permission=compose]');
  await plugin.allowPermission();
  await host.screenshot('host-settings');
  await host.chrome('Services.wm.getMostRecentWindow("msgcompose").focus();');
  await waitFor('the guard', async () => {
    if (!(await plugin.composing.exists())) await composer.pressAddonButton(addonId);
    return plugin.composing.count('[data-guard=closed]');
  }, { timeout: 20000, every: 1000 });
  assert.equal(await plugin.composing.count('[data-recipient]'), 1, 'strangers are left out');
  assert.match(await plugin.composing.text(), /nothing you gave is noted yet/);
  await plugin.composing.click('[data-action=share]');
  await waitFor('an answer', async () => /interests/.test(await plugin.composing.text()));
  await host.screenshot('host-compose');
  await goodturn.ask('POST', `/api/v1/people/${ben.uid}/log`, { kind: 'gave', give_kind: 'help', text: 'a map' });
  await composer.closePopups();
  await composer.pressAddonButton(addonId);
  await waitFor('the open gate', () => plugin.composing.count('[data-guard=open]'));
  await composer.close();
});

step('the key opens the list', async () => {
  const shortcuts = await host.chrome(`
    return [...Services.wm.getMostRecentWindow("mail:3pane").document.querySelectorAll("key")]
      .filter((key) => key.closest("keyset")?.id.includes("goodturn")).map((key) => key.getAttribute("key") + " " + key.getAttribute("modifiers"));`);
  assert.ok(shortcuts.some((one) => /^G .*alt/i.test(one)), shortcuts.join('; '));
});
