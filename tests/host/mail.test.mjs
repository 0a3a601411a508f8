// Observing mail in the real Thunderbird: asked for, chosen, read, kept up to date, forgotten.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { Chain } from './support/chain.mjs';
import { addon } from './support/goodturn.mjs';
import { Mail, message } from './support/mail.mjs';
import { ada, ben, card } from './support/sample.mjs';
import { waitFor } from './support/wait.mjs';
import { stepsOf } from './support/steps.mjs';

const day = 86400000;
const me = 'alice@example.org';
const ago = (days) => new Date(Date.now() - days * day);
const letter = (id, days, more) => message({ from: ada.email, to: me, subject: `canary-subject ${id}`, text: `canary-text ${id}`, id, date: ago(days), ...more });

const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}@example.org`).join(', ');
const letters = {
  plain: letter('plain', 3, { from: `${ada.name} <${ada.email}>` }),
  old: letter('old', 200),
  ancient: letter('ancient', 500),
  list: letter('list', 4, { headers: ['List-Id: <club.example.org>'] }),
  offer: letter('offer', 5, { headers: ['List-Unsubscribe: <mailto:leave@example.org>'] }),
  away: letter('away', 6, { headers: ['Auto-Submitted: auto-replied'] }),
  bounce: letter('bounce', 7, { headers: ['Return-Path: <>'] }),
  circular: letter('circular', 8, { to: `${me}, ${many}` }),
  sent: letter('sent', 9, { from: me, to: `Ben <${ben.email}>` }),
  answer: letter('answer', 9, { from: ben.email, headers: ['In-Reply-To: <sent@example.org>', 'References: <sent@example.org>'] }),
  note: letter('note', 2, { from: me }),
};

let chain, mail, space, goodturn;

before(async () => {
  chain = await Chain.start({ cards: [card(ada), card(ben)], meetings: [] });
  ({ goodturn } = chain);
  ({ space } = chain.addon);
  mail = new Mail(chain.host);
  await mail.addIdentity(me);
  for (const [name, text] of Object.entries(letters)) await mail.add('Letters', name, text);
  await mail.add('Other', 'other', letter('other', 1));
  await mail.add('Trash', 'thrown', letter('thrown', 1));
  await chain.host.installAddon(addon);
  await waitFor('the bridge answers', () => goodturn.signIn(), { timeout: 30000, every: 500 });
  await goodturn.ask('POST', '/api/v1/sync', {});
  await waitFor('the people', async () => (await goodturn.ask('GET', '/api/v1/status')).people === 2, { timeout: 60000 });
}, { timeout: 180000 });

after(() => chain?.stop(), { timeout: 60000 });

const step = stepsOf(() => chain.host, 'mail-failure');

const state = () => goodturn.ask('GET', '/api/v1/mail');
const mails = async ({ uid }) => (await goodturn.ask('GET', `/api/v1/people/${uid}`)).timeline.filter((one) => one.kind === 'mail').map((one) => one.title);

async function showAccounts() {
  await chain.addon.openSpace();
  await waitFor('the pages', () => space.count('nav a', 'Accounts'));
  await space.click('nav a', 'Accounts');
  await waitFor('the part about mail', () => space.count('gt-mail-settings h2', 'Mail'));
}

const bringIntoView = (selector) => space.run('document.querySelector(args.selector)?.scrollIntoView({ block: "center" });', { selector });

/** A picture of the part about mail; */
async function picture(name) {
  await bringIntoView('gt-mail-settings');
  await chain.host.screenshot(`mail-${name}`);
}

async function press(selector, text = '') {
  await waitFor(`${selector} ${text}`, () => space.count(selector, text));
  await bringIntoView(selector);
  await space.click(selector, text);
}

step('without the user\'s word nothing is read', async () => {
  await showAccounts();
  await waitFor('the question', () => space.count('[data-action=mail-on]'));
  await picture('asked');
  assert.deepEqual(await state(), { accounts: [], messages: 0, people: 0 });
  assert.deepEqual(await mails(ada), []);
});

step('it is turned on with Thunderbird\'s permission, and the page comes back to choose', async () => {
  await press('[data-action=mail-on]');
  await chain.addon.allowPermission();
  await waitFor('the page after the add-on started anew', () => space.count('[data-action=mail-choose]'), { timeout: 40000, every: 500 });
  await waitFor('the bridge answers', () => goodturn.signIn(), { timeout: 30000, every: 500 });
  assert.equal((await state()).messages, 0, 'the permission alone reads nothing');
  await press('[data-action=mail-choose]');
  await press('[data-mail-account]', '');
  await press('gt-mail-choice summary');
  await waitFor('the folders', () => space.count('[data-mail-folder]'));
  assert.equal(await space.run('return [...document.querySelectorAll("gt-mail-choice label")].some((one) => /Trash|Outbox/.test(one.textContent));'), false);
  await press('[data-mail-folder$="Letters"]');
  await picture('choice');
});

step('mail of the chosen folder becomes touches; lists, machines, circulars and notes to oneself do not', async () => {
  await press('[data-action=mail-watch]');
  await waitFor('the end of reading', () => space.count('gt-mail-settings [role=status]', 'Read:'), { timeout: 60000 });
  const kept = await state();
  assert.deepEqual([kept.messages, kept.people], [4, 2]);
  assert.deepEqual(kept.accounts.map((account) => account.folders.map((folder) => folder.name)), [['Letters']]);
  assert.ok(Date.parse(kept.accounts[0].folders[0].read_from) <= Date.now() - 364 * day);
  assert.deepEqual(await mails(ada), ['They wrote', 'They wrote']);
  assert.deepEqual((await mails(ben)).sort(), ['They wrote', 'You wrote']);
  await picture('read');
});

step('a second run adds nothing', async () => {
  const before = await state();
  await press('[data-action=mail-read]');
  await waitFor('the end of reading', () => space.count('gt-mail-settings [role=status]', 'looked at, 0 new'), { timeout: 60000 });
  const { messages, people } = await state();
  assert.deepEqual([messages, people], [before.messages, before.people]);
});

step('what comes into the folder later is noticed by itself', async () => {
  await mail.add('Letters', 'later', letter('later', 0));
  await waitFor('the new mail', async () => (await mails(ada)).length === 3, { timeout: 30000, every: 300 });
  await mail.add('Other', 'elsewhere', letter('elsewhere', 0));
  assert.equal((await state()).messages, 5);
});

step('neither addresses of mail nor its words are in the helper\'s files', () => {
  const home = goodturn.home;
  const text = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'latin1')).join('');
  assert.ok(text.includes('Letters'), 'the search works');
  for (const word of ['canary', 'plain@example.org', 'sent@example.org']) assert.equal(text.includes(word), false, word);
});

step('an address is forgotten, and does not come back with the next run', async () => {
  await press('[data-action=mail-forget-address]');
  await waitFor('the dialog', () => space.count('[data-field=forget-address]'));
  await space.type('[data-field=forget-address]', ada.email);
  await space.click('dialog [data-action=agree]');
  await waitFor('nothing of Ada', async () => (await mails(ada)).length === 0);
  await press('[data-action=mail-read]');
  await waitFor('the end of reading', () => space.count('gt-mail-settings [role=status]', 'looked at, 0 new'), { timeout: 60000 });
  assert.deepEqual(await mails(ada), []);
  assert.equal((await mails(ben)).length, 2);
});

step('turning it off with "forget" leaves nothing and gives the permission back', async () => {
  await press('[data-action=mail-off]');
  await waitFor('the dialog', () => space.count('dialog [value=no]'));
  await chain.host.screenshot('mail-off');
  await space.click('dialog [value=no]');
  await space.click('dialog [data-action=agree]');
  await waitFor('mail is off', () => space.count('[data-action=mail-on]'));
  assert.deepEqual(await state(), { accounts: [], messages: 0, people: 0 });
  assert.deepEqual(await mails(ben), []);
  assert.equal(await space.run('return messenger.permissions.contains({ permissions: ["accountsRead"] });'), false);
});
