// The main job in the real Thunderbird: from a CardDAV and CalDAV server to a follow-up ticked inside Thunderbird.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { AddressBook } from './support/address_book.mjs';
import { Chain } from './support/chain.mjs';
import { inBothThemes, picturesOfBothThemes } from './support/colours.mjs';
import { addon, addonId, program } from './support/goodturn.mjs';
import { Mail, message } from './support/mail.mjs';
import { start, stop } from './support/programs.mjs';
import { ada, ben, cards, logicalLines, meetings, values } from './support/sample.mjs';
import { dav } from './support/servers.mjs';
import { waitFor } from './support/wait.mjs';
import { stepsOf } from './support/steps.mjs';

const follow = 'Follow-ups';
const today = () => new Date().toISOString().slice(0, 10);
let chain, book, goodturn, host, plugin, calendars;

before(async () => {
  chain = await Chain.start({ cards: cards(), meetings: meetings() });
  ({ book, goodturn, host, addon: plugin, calendars } = chain);
}, { timeout: 120000 });

after(() => chain?.stop(), { timeout: 60000 });

const step = stepsOf(() => host, 'failure');

step('the add-on starts the helper by native messaging', async () => {
  assert.equal(await host.installAddon(addon), addonId);
  await waitFor('the helper runs', () => goodturn.pid(), { timeout: 30000 });
  await waitFor('the bridge answers', () => goodturn.signIn(), { timeout: 30000, every: 500 });
  assert.equal((await goodturn.ask('GET', '/api/v1/status')).people, 0, 'nothing is synced before the click');
});

step('one click on the toolbar button syncs and shows a report', async () => {
  await plugin.pressToolbarButton();
  await waitFor('the report', () => plugin.popup.count('.report'), { timeout: 60000 });
  await inBothThemes(host, plugin.popup, 'sync-report');
  const report = await goodturn.ask('GET', '/api/v1/sync');
  assert.deepEqual(report.accounts.flatMap((account) => account.errors), []);
  assert.deepEqual(report.accounts[0].collections.map((one) => [one.name, one.added]).sort(),
    [['contacts', cards().length], ['meetings', meetings().length]]);
  assert.equal((await goodturn.ask('GET', '/api/v1/status')).people, cards().length);
  await plugin.closePopups();
});

step('the suggestion stands in the space', async () => {
  await plugin.openSpace();
  await waitFor('a card about Ada', () => plugin.space.count('gt-suggestion', ada.name), { timeout: 30000 });
  const { suggestions } = await goodturn.ask('GET', '/api/v1/week');
  const mine = suggestions.find((one) => one.person === ada.uid);
  assert.equal(mine.rule, 'keep-in-touch');
  assert.ok((await plugin.space.text()).includes(mine.why), 'the space says why');
  await host.screenshot('space-week');
  await host.windowPicture('space-week-window');
});

step('the suggestion is a task in Thunderbird\'s calendar', async () => {
  const { url } = await goodturn.ask('GET', '/api/v1/feed');
  await calendars.add(follow, url);
  const tasks = await waitFor('tasks in the calendar', async () => {
    const found = await calendars.tasks(follow);
    return found.length > 0 && found;
  });
  const mine = tasks.find((one) => one.title.includes(ada.name));
  assert.ok(mine, `a task about Ada among: ${tasks.map((one) => one.title).join('; ')}`);
  assert.equal(mine.completed, false);
  await calendars.show('tasks');
  await waitFor('the task list shows the task and its why', () => host.chrome(`
    const { document } = Services.wm.getMostRecentWindow("mail:3pane");
    const tree = document.getElementById("calendar-task-tree");
    if (!tree.view?.rowCount) return false;
    tree.view.selection.select(0);
    return document.getElementById("calendar-task-details-title").textContent.includes(args.name);`, { name: ada.name }));
  await picturesOfBothThemes(host, 'calendar-tasks');
});

step('ticking it there makes it a touch', async () => {
  const before = await goodturn.command('person', ada.uid);
  assert.notEqual(before.last_contact, today());
  const task = (await calendars.tasks(follow)).find((one) => one.title.includes(ada.name));
  await calendars.tick(follow, task.id);
  const person = await waitFor('the touch in the helper', async () => {
    const found = await goodturn.command('person', ada.uid);
    return found.last_contact === today() && found;
  });
  assert.equal(person.timeline.length, before.timeline.length + 1, 'one new entry and no more');
  assert.equal(person.timeline[0].day, today());
  const open = (await goodturn.ask('GET', '/api/v1/week')).suggestions.filter((one) => one.state === 'open');
  assert.ok(!open.some((one) => one.person === ada.uid), 'the list knows it');
  const calendar = (await calendars.list()).find((one) => one.name === follow);
  assert.equal(calendar.readOnly, false, 'the calendar stays writable');
});

step('a tick on an older view of the list is taken, without an error', async () => {
  await goodturn.ask('POST', `/api/v1/people/${ben.uid}/log`, { kind: 'promised', text: 'Send the map', due: today() });
  await waitFor('a suggestion about Ben', async () =>
    (await goodturn.ask('GET', '/api/v1/week')).suggestions.some((one) => one.person === ben.uid));
  await calendars.refresh(follow);
  const task = await waitFor('a task about Ben', async () =>
    (await calendars.tasks(follow)).find((one) => one.title.includes(ben.name)));
  await goodturn.ask('POST', `/api/v1/people/${ada.uid}/log`, { kind: 'promised', text: 'Lend the book', due: today() });
  await calendars.tick(follow, task.id);
  await waitFor('Ben\'s promise is settled', async () => (await goodturn.command('person', ben.uid)).promises.length === 0);
  const calendar = (await calendars.list()).find((one) => one.name === follow);
  assert.equal(calendar.readOnly, false, 'the calendar stays writable');
  await calendars.refresh(follow);
  await waitFor('the newer list in the calendar', async () =>
    (await calendars.tasks(follow)).some((one) => one.title.includes(ada.name) && !one.completed));
});

step('tagging in the space changes CATEGORIES on the server and nothing else', async () => {
  const address = `${book}${ben.uid}.vcf`;
  const before = await dav('GET', address);
  await plugin.openSpace();
  await plugin.space.click('nav a', 'People');
  await waitFor('Ben in the list', () => plugin.space.count('[role=option]', ben.name));
  await plugin.space.click('[role=option]', ben.name);
  await waitFor('the role to add', () => plugin.space.count('[data-add=mentor]'));
  await plugin.space.click('[data-add=mentor]');
  const card = await waitFor('the role on the server', async () => {
    const text = await dav('GET', address);
    return values(text, 'CATEGORIES').includes('mentor') && text;
  });
  await waitFor('the chip', () => plugin.space.count('[data-remove=mentor]'));
  await inBothThemes(host, plugin.space, 'space-person');
  const others = (text) => logicalLines(text).filter((line) => !line.startsWith('CATEGORIES'));
  assert.deepEqual(others(card), others(before));
  assert.deepEqual(values(card, 'CATEGORIES').sort(), ['mentor', 'sailing']);
});

step('a person of a Thunderbird-only book is tagged through Thunderbird, and the helper is not told', async () => {
  const own = new AddressBook(host);
  const email = 'cleo@example.org';
  await own.add(`BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Cleo Example\r\nEMAIL:${email}\r\nCATEGORIES:choir\r\nX-ODD;P=1:kept\r\nEND:VCARD\r\n`);
  const before = await own.card(email);
  assert.ok(before.includes('X-ODD'), 'the card is in the book');
  await plugin.openSpace();
  await plugin.space.click('nav a', 'Settings');
  await waitFor('the switch of the permission', () => plugin.space.count('[data-permission=addressBooks]'));
  await plugin.space.click('[data-permission=addressBooks]');
  await plugin.allowPermission();
  await plugin.space.click('nav a', 'People');
  await waitFor('Cleo in the list', () => plugin.space.count('[role=option]', 'Cleo Example'));
  await plugin.space.click('[role=option]', 'Cleo Example');
  await waitFor('the role to add', () => plugin.space.count('[data-add=mentor]'));
  await plugin.space.click('[data-add=mentor]');
  const card = await waitFor('the role in the book', async () => {
    const text = await own.card(email);
    return values(text, 'CATEGORIES').includes('mentor') && text;
  });
  await host.screenshot('space-thunderbird-only');
  const others = (text) => logicalLines(text).filter((line) => !line.startsWith('CATEGORIES'));
  assert.deepEqual(others(card), others(before));
  assert.deepEqual(values(card, 'CATEGORIES').sort(), ['choir', 'mentor']);
  assert.equal((await goodturn.ask('GET', '/api/v1/people?query=cleo')).total, 0, 'nothing of Cleo went to the helper');
});

step('the reading pane shows a card about the sender', async () => {
  const mail = new Mail(host);
  await mail.add('Letters', 'from-ben', message({ from: `${ben.name} <${ben.email}>`, to: 'Alice <alice@example.org>',
    subject: 'The map', text: 'Thank you for the map!' }));
  await mail.open('Letters', 'The map');
  await mail.pressAddonButton(addonId);
  await waitFor('the question for the permission', () => plugin.sender.count('[data-action=allow]'));
  await plugin.sender.click('[data-action=allow]');
  await plugin.allowPermission();
  // The add-on starts anew for the permission to work, which closes the card; a user opens it once more.
  await waitFor('the first card is closed', async () => !(await plugin.sender.exists()));
  await waitFor('the card about Ben', async () => {
    if (!(await plugin.sender.exists())) await mail.pressAddonButton(addonId);
    return plugin.sender.count('h1', ben.name);
  });
  assert.ok(await plugin.sender.count('.chip', 'mentor'), 'the tag that was just set');
  await host.screenshot('reading-pane-card');
  await plugin.closePopups();
});

step('a title written in the task stays, in the calendar and on the list, with all that is ours in the task', async () => {
  const before = (await calendars.tasks(follow)).find((task) => task.title.includes(ada.name) && !task.completed);
  const own = `Ask ${ada.name} about tides`;
  await calendars.retitle(follow, before.id, own);
  const week = () => goodturn.ask('GET', '/api/v1/week');
  await waitFor('the title on the list', async () => (await week()).suggestions.some((one) => one.id === before.id && one.title === own));
  await calendars.refresh(follow);
  const task = await waitFor('the task in the calendar', async () => (await calendars.tasks(follow)).find((one) => one.id === before.id));
  const served = await (await fetch((await goodturn.ask('GET', '/api/v1/feed')).url)).text();
  for (const text of [task.text, served]) {
    const lines = logicalLines(text);
    assert.ok(lines.includes(`SUMMARY:${own}`), text);
    assert.ok(lines.includes(`X-GOODTURN-CONTACTS:${ada.uid}`), text);
    assert.ok(!lines.some((line) => /^(ATTENDEE|ORGANIZER)/.test(line)), 'nobody is invited');
  }
});

step('a date moved by a day is a snooze, a deleted task is "not now"', async () => {
  const taskOf = async (one) => (await calendars.tasks(follow)).find((task) => task.title.includes(one.name) && !task.completed);
  const adas = await taskOf(ada);
  const due = adas.due.slice(0, 8);
  const later = new Date(Date.parse(`${due.slice(0, 4)}-${due.slice(4, 6)}-${due.slice(6)}`) + 86400000).toISOString().slice(0, 10);
  await calendars.move(follow, adas.id, later.replaceAll('-', ''));
  await waitFor('the snooze', async () => (await goodturn.command('person', ada.uid)).snoozed_until === later);
  await goodturn.ask('POST', `/api/v1/people/${ben.uid}/log`, { kind: 'promised', text: 'Send the chart', due: today() });
  const bens = await waitFor('another task about Ben', async () => (await calendars.refresh(follow), taskOf(ben)));
  await calendars.delete(follow, bens.id);
  await waitFor('no open suggestion about Ben', async () => !(await goodturn.ask('GET', '/api/v1/week')).suggestions
    .some((one) => one.person === ben.uid && one.state === 'open'));
  assert.equal((await goodturn.command('person', ben.uid)).promises.length, 1, 'the promise itself stays');
});

step('a helper that dies is back within five seconds', async () => {
  const died = goodturn.pid();
  process.kill(died, 'SIGKILL');
  const at = Date.now();
  await waitFor('a new helper that answers', async () => goodturn.pid() !== died && (await goodturn.ask('GET', '/api/v1/status')),
    { timeout: 5000 });
  const calendar = (await calendars.list()).find((one) => one.name === follow);
  assert.equal(calendar.disabled, false);
  await calendars.refresh(follow);
  console.log(`# helper back after ${Date.now() - at} ms`);
});

step('after a restart of Thunderbird everything is there again', async () => {
  const before = await goodturn.command('person', ada.uid);
  const old = goodturn.pid();
  await host.restart();
  await waitFor('the helper of the new Thunderbird', async () => goodturn.pid() !== old
    && (await goodturn.ask('GET', '/api/v1/status')), { timeout: 30000 });
  await calendars.refresh(follow);
  const calendar = (await calendars.list()).find((one) => one.name === follow);
  assert.deepEqual([calendar.readOnly, calendar.disabled], [false, false]);
  await plugin.openSpace();
  await waitFor('the week in the space', () => plugin.space.count('h1', 'This week'));
  assert.deepEqual((await goodturn.command('person', ada.uid)).timeline, before.timeline, 'nothing was taken twice');
});

step('with a helper that runs from sign-in on, the calendar has its follow-ups as soon as Thunderbird is up', async () => {
  await goodturn.ask('POST', `/api/v1/people/${ben.uid}/log`, { kind: 'promised', text: 'Send the tide table', due: today() });
  // As the package's unit runs it: it waits for the end of Thunderbird's helper.
  const service = start(program, ['--home', goodturn.home, 'serve', '--wait'], { env: { ...process.env, GOODTURN_SECRETS: 'file' } });
  try {
    await host.restart();
    const up = Date.now();
    const tasks = await waitFor('the follow-ups, without asking for them', async () => {
      const found = await calendars.tasks(follow);
      return found.some((one) => !one.completed) && found;
    }, { timeout: 8000 });
    console.log(`# ${tasks.length} follow-ups in the calendar ${Date.now() - up} ms after Thunderbird's window`);
    assert.equal(goodturn.bridge().pid, service.pid, 'the helper of sign-in serves');
    await plugin.openSpace();
    await waitFor('the add-on uses it', () => plugin.space.count('h1', 'This week'));
    assert.equal(goodturn.bridge().pid, service.pid);
    await host.screenshot('second-start-week');
  } finally {
    await stop(service);
  }
  // Thunderbird's own takes its place, and the page that stands goes on.
  await waitFor('a helper of Thunderbird', async () => goodturn.bridge().pid === goodturn.pid() && (await goodturn.ask('GET', '/api/v1/status')),
    { timeout: 10000 });
  await plugin.space.click('nav a', 'People');
  await waitFor('People', () => plugin.space.count('[role=option]', ben.name));
});
