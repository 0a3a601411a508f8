// What the add-on does outside its own pages: the message list's menu, the card beside a message, the compose window, keys,
// the daily notice; in light and dark, in English and German.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { Chain } from './support/chain.mjs';
import { inBothThemes, isDressed } from './support/colours.mjs';
import { Composer } from './support/composer.mjs';
import { addon, addonId } from './support/goodturn.mjs';
import { pressKeys } from './support/keys.mjs';
import { Mail, message } from './support/mail.mjs';
import { Page } from './support/page.mjs';
import { ada, ben, card, cards, cleo, meetings } from './support/sample.mjs';
import { delay, waitFor } from './support/wait.mjs';
import { stepsOf } from './support/steps.mjs';

let chain, goodturn, host, plugin, mail, composer;

before(async () => {
  chain = await Chain.start({ cards: [...cards(), card(cleo)], meetings: meetings() });
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
  for (const theme of ['dark', 'light']) {
    await host.theme(theme);
    const entries = await mail.contextMenu(addonId);
    assert.deepEqual(entries.map((entry) => entry.label), ['Log as given…', 'Log as received…', 'Log as promised…']);
    await host.screenshot(`host-menu-${theme}`);
  }
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
  await inBothThemes(host, plugin.sender, 'host-log-as-received');
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
  await inBothThemes(host, plugin.sender, 'host-card');
  await plugin.closePopups();
});

step('the compose window: the ask guard', async () => {
  await mail.addIdentity('alice@example.org');
  await composer.open({ to: `${ben.name} <${ben.email}>, Nobody <nobody@example.org>`, subject: 'A question',
    body: 'Could you help me? It is about compilers, and about the harbour.' });
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
  await goodturn.ask('POST', `/api/v1/people/${ben.uid}/log`, { kind: 'gave', give_kind: 'help', text: 'a map' });
  await composer.closePopups();
  await composer.pressAddonButton(addonId);
  await waitFor('the open gate', () => plugin.composing.count('[data-guard=open]'));
  await inBothThemes(host, plugin.composing, 'host-guard');
});

step('the compose window: a script is filled in for the recipient and put before the text, and undo takes it out', async () => {
  await goodturn.ask('POST', '/api/v1/journal/script', { name: 'Hello', text: 'Dear {firstName},' });
  await composer.closePopups();
  await composer.pressAddonButton(addonId);
  await waitFor('the scripts', () => plugin.composing.count('[data-action=scripts]'));
  await plugin.composing.click('[data-action=scripts]');
  await waitFor('the script', () => plugin.composing.count('[data-action=insert-script]'));
  await plugin.composing.click('[data-action=insert-script]');
  const greeting = `Dear ${ben.name.split(' ')[0]},`;
  await waitFor('the greeting', async () => (await composer.text()).startsWith(greeting));
  assert.match(await composer.text(), /Could you help me\? It is about compilers/);
  await host.screenshot('host-compose-script');
  await plugin.composing.click('[data-action=undo]');
  await waitFor('the mail as it was', async () => (await composer.text()).startsWith('Could you help me?'));
});

step('"Share this with…": whom it interests most comes first, and is added with one press', async () => {
  await plugin.composing.click('[data-action=share]');
  await waitFor('that no interests are known', () => plugin.composing.count('[role=status]', 'No interests are noted yet'));
  await goodturn.ask('PATCH', `/api/v1/people/${ada.uid}`, { interests: ['the harbour', 'compilers', 'tea'] });
  await goodturn.ask('PATCH', `/api/v1/people/${ben.uid}`, { interests: ['compilers'] });
  await goodturn.ask('PATCH', `/api/v1/people/${cleo.uid}`, { interests: ['choirs'] });
  await composer.closePopups();
  await composer.pressAddonButton(addonId);
  await waitFor('the button', () => plugin.composing.count('[data-action=share]'));
  await plugin.composing.click('[data-action=share]');
  await waitFor('the readers', () => plugin.composing.count('[data-reader]'));
  const readers = await plugin.composing.run('return [...document.querySelectorAll("[data-reader]")].map((one) => one.dataset.reader);');
  assert.deepEqual(readers, [ada.uid, ben.uid], 'two interests before one, none left out');
  assert.equal(await plugin.composing.count(`[data-add="${ben.email}"]`), 0, 'who gets it already is not added again');
  await inBothThemes(host, plugin.composing, 'host-compose');
  await plugin.composing.click(`[data-add="${ada.email}"]`);
  await waitFor('Ada among the recipients', async () => (await composer.recipients()).includes(`${ada.name} <${ada.email}>`));
  assert.equal((await composer.recipients()).length, 3);
  await composer.close();
});

step('This week and People take the theme\'s colours', async () => {
  await plugin.openSpace();
  for (const [place, words] of [['week', 'This week'], ['people', 'People']]) {
    await plugin.space.run('window.location.hash = args.route;', { route: `#/${place}` });
    await waitFor(words, () => plugin.space.count('h1', words));
    await waitFor('somebody', () => plugin.space.count('gt-suggestion, [role=option]'));
    await inBothThemes(host, plugin.space, `host-${place}`);
  }
});

step('a theme from elsewhere: the space is a pane of it, the small cards are its panels, and what cannot be read is left out', async () => {
  const plum = { frame: '#1e0f2d', tab_background_text: '#f0e6fa', toolbar: '#2b183d', toolbar_text: '#f0e6fa',
    sidebar: '#2b183d', sidebar_text: '#f0e6fa', sidebar_highlight: '#ffbe5a', sidebar_highlight_text: '#1e0f2d',
    popup: '#faf0dc', popup_text: '#281e14' };
  await plugin.openSpace();
  await host.wear(plum);
  await isDressed(plugin.space, 'rgb(43, 24, 61)', 'rgb(240, 230, 250)');
  assert.equal(await plugin.space.run('return getComputedStyle(document.documentElement).colorScheme;'), 'dark');
  await host.screenshot('host-own-theme-space');
  await plugin.pressToolbarButton();
  await isDressed(plugin.popup, 'rgb(250, 240, 220)', 'rgb(40, 30, 20)');
  await waitFor('the report', () => plugin.popup.count('.report'), { timeout: 60000 });
  await host.screenshot('host-own-theme-popup');
  await plugin.closePopups();
  await host.wear({ ...plum, sidebar: '#3c3c3c', sidebar_text: '#787878' });
  await isDressed(plugin.space, 'rgb(24, 24, 27)', 'rgb(244, 244, 246)');
  await host.theme('light');
  await isDressed(plugin.space, 'rgb(255, 255, 255)', 'rgb(27, 27, 31)');
});

step('the keys, pressed: the list, a sync, who wrote', async () => {
  await mail.open('Letters', 'The map');
  await pressKeys(host, 'Control+Alt+g');
  await waitFor('the week', () => plugin.space.run('return document.visibilityState === "visible" && window.location.hash === "#/week";'));
  const runs = async () => (await goodturn.ask('GET', '/api/v1/sync/runs')).runs.length;
  const before = await runs();
  await pressKeys(host, 'Control+Alt+y');
  await waitFor('another sync', async () => (await runs()) === before + 1);
  await mail.open('Letters', 'The map');
  await pressKeys(host, 'Control+Alt+w');
  await waitFor('the card', () => plugin.sender.count('h1', ben.name));
  await plugin.closePopups();
});

const restartHelper = async () => {
  const died = goodturn.pid();
  process.kill(died, 'SIGKILL');
  await waitFor('a new helper that answers', async () => goodturn.pid() !== died && (await goodturn.ask('GET', '/api/v1/status')));
};

/** Whether a notice comes up: looked for during two seconds, more than the helper and the add-on take together. */
const isTold = () => waitFor('a notice', () => plugin.notice(), { timeout: 2000 }).then(() => true, () => false);

step('the daily notice: off until it is wanted, silent in quiet hours, then one a day', async () => {
  const everyDay = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
  await goodturn.ask('PATCH', '/api/v1/me', { workdays: everyDay, quiet_hours: null });
  await restartHelper();
  assert.equal(await isTold(), false, 'nobody asked for notices');
  await plugin.openSpace();
  await plugin.space.click('nav a', 'Settings');
  await waitFor('the switch', () => plugin.space.count('[data-permission=notices]:not(:checked)'));
  await plugin.space.click('[data-permission=notices]');
  await plugin.allowPermission();
  await waitFor('the switch is on', () => plugin.space.count('[data-permission=notices]:checked'));
  await goodturn.ask('PATCH', '/api/v1/me', { workdays: [] });
  await restartHelper();
  assert.equal(await isTold(), false, 'not on a day off');
  await goodturn.ask('PATCH', '/api/v1/me', { workdays: everyDay });
  await restartHelper();
  const open = (await goodturn.ask('GET', '/api/v1/week')).suggestions.filter((one) => one.state === 'open').length;
  const told = await waitFor('the notice', () => plugin.notice());
  assert.match(told, open === 1 ? /^One person is/ : new RegExp(`^${open} people are`));
  assert.equal([ada, ben, cleo].some(({ name }) => told.includes(name)), false, 'no names on the screen');
  await host.screenshot('host-notice');
  await plugin.clickNotice();
  await waitFor('the list', () => plugin.space.run('return window.location.hash === "#/week";'));
  await waitFor('no notice any more', async () => !(await plugin.notice()));
  await restartHelper();
  assert.equal(await isTold(), false, 'once is enough for today');
  await plugin.space.run('localStorage.setItem("goodturn-notice-day", "yesterday");');
  await restartHelper();
  assert.equal(await isTold(), true, 'the next day has its own');
});

step('the Add-ons Manager leads to the settings', async () => {
  const options = await host.chrome(`
    const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
    const found = await AddonManager.getAddonByID(args.id);
    return { url: found.optionsURL, inTab: found.optionsType === AddonManager.OPTIONS_TYPE_TAB };`, { id: addonId });
  assert.match(options.url, /\/app\.html#\/settings$/);
  assert.equal(options.inTab, true);
  await plugin.openSpace();
  await plugin.space.run('location.hash = "#/week"; messenger.runtime.openOptionsPage();');
  const settings = new Page(host, '/app\\.html#/settings$');
  await waitFor('the settings', async () => (await settings.exists()) && settings.count('gt-settings'), { timeout: 20000 });
  await settings.run('messenger.tabs.getCurrent().then(({ id }) => setTimeout(() => messenger.tabs.remove(id)));');
  await waitFor('the end of the tab', async () => !(await settings.exists()));
});

step('in a German Thunderbird everything is German', async () => {
  const words = (page) => JSON.parse(readFileSync(new URL(`../../plugin/src/words/de/${page}.json`, import.meta.url), 'utf8'));
  await host.restart({ 'intl.locale.requested': 'de' });
  assert.equal(await host.chrome('return Services.locale.appLocaleAsBCP47;'), 'de', 'is thunderbird-l10n-de installed?');
  await waitFor('the title', async () => (await title()) === words('host').toolbar_ready, { timeout: 30000 });
  await mail.open('Letters', 'The map');
  const entries = await mail.contextMenu(addonId);
  assert.deepEqual(entries.map((entry) => entry.label), ['gave', 'received', 'promised'].map((kind) => words('host')[`menu_${kind}`]));
  await host.screenshot('host-german-menu');
  await mail.closeMenu();
  await mail.pressAddonButton(addonId);
  await waitFor('the card', () => plugin.sender.count('button', words('sender').they_wrote));
  await host.screenshot('host-german-card');
  await plugin.closePopups();
  await composer.open({ to: `${ben.name} <${ben.email}>`, subject: 'Frage', body: 'Compilers.' });
  await composer.pressAddonButton(addonId);
  await waitFor('the card', () => plugin.composing.count('h1', words('host').compose_title));
  await host.screenshot('host-german-compose');
  await composer.close();
  await plugin.openSpace();
  await waitFor('the week', () => plugin.space.count('h1', words('places').week));
  assert.equal(await plugin.space.run('return document.documentElement.lang;'), 'de');
  await host.screenshot('host-german-week');
});
