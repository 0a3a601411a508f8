// Names, notes and tags from a server are text and stay text in the privileged pages: hostile cards through a real
// server into the real Thunderbird, shown in every field that the pages show, and hostile records of every kind on every page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Chain } from './support/chain.mjs';
import { addon } from './support/goodturn.mjs';
import { payloads } from './support/payloads.mjs';
import { meeting } from './support/sample.mjs';
import { waitFor } from './support/wait.mjs';
import { allPages } from '../web/support/all_pages.mjs';
import { joined, recordsOf } from '../web/support/hostile_records.mjs';

const escaped = (text) => text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,');
const uid = (at) => `hostile-${at}`;

function card(payload, at) {
  const text = escaped(payload);
  return { name: uid(at), text: ['BEGIN:VCARD', 'VERSION:3.0', `UID:${uid(at)}`, `FN:${text} ${at}`, `N:${text};;;;`,
    `ORG:${text};${text}`, `TITLE:${text}`, `NOTE:${text}`, `CATEGORIES:${text}`, `EMAIL:person-${at}@example.org`,
    `EMAIL:${text}`, `TEL:${text}`, 'END:VCARD', ''].join('\r\n') };
}

const hostileMeeting = (payload, at) => meeting({ uid: `hostile-meeting-${at}`, ago: 3 + at, email: `person-${at}@example.org`,
  summary: escaped(payload) });

let chain, space;

before(async () => {
  chain = await Chain.start({ cards: payloads.map(card), meetings: payloads.map(hostileMeeting) });
  await chain.host.installAddon(addon);
  await waitFor('the bridge answers', () => chain.goodturn.signIn(), { timeout: 30000, every: 500 });
  await chain.goodturn.ask('POST', '/api/v1/sync', {});
  await waitFor('the end of the sync', async () => {
    const { syncing, people } = await chain.goodturn.ask('GET', '/api/v1/status');
    return !syncing && people === payloads.length;
  }, { timeout: 60000 });
  await chain.addon.openSpace();
  space = chain.addon.space;
  await space.run('document.addEventListener("securitypolicyviolation", (event) => { window.violation = event.blockedURI || event.violatedDirective; });');
}, { timeout: 180000 });

after(() => chain?.stop(), { timeout: 60000 });

/** What must not be in a page: a run script, a violation of the policy, an element that only a payload would make. */
const traces = () => space.run(`return [window.hostile, window.violation,
  document.querySelector("main :is(img, svg:not(.gaps, .balance, .balance > svg, .bar, .trend, .network), iframe, script, object, embed, video, math, style, link, meta, base, template)")?.outerHTML,
  [...document.querySelectorAll("main a[href]")].map((a) => a.protocol).find((word) => !["moz-extension:", "mailto:", "tel:"].includes(word)),
].filter((one) => one !== undefined && one !== null);`);

const go = (route) => space.run('window.location.hash = args.route;', { route });

test('the list and the week show hostile names as text', { timeout: 60000 }, async () => {
  await go('#/people');
  await waitFor('the list', () => space.count('[role=option]', payloads[0]));
  assert.deepEqual(await traces(), []);
  await go('#/week');
  await waitFor('the week', () => space.count('h1', 'This week'));
  assert.deepEqual(await traces(), []);
});

test('each person\'s page shows hostile fields as text', { timeout: 150000 }, async () => {
  for (const [at, payload] of payloads.entries()) {
    await go(`#/people/${uid(at)}`);
    await waitFor(`the page of ${payload}`, async () => (await space.count('h1', ` ${at}`)) && space.count('.timeline li'));
    assert.deepEqual(await traces(), [], payload);
    assert.ok((await space.text()).includes(payload.trim()), `shown as it is: ${payload}`);
  }
});

test('every page shows hostile records as text', { timeout: 150000 }, async () => {
  const texts = joined(payloads);
  for (const [at, text] of texts.entries()) {
    for (const [method, path, body] of recordsOf(text, uid(at), uid(at + 1))) await chain.goodturn.ask(method, `/api/v1/${path}`, body);
  }
  await chain.goodturn.ask('PATCH', '/api/v1/me', { offers: payloads, interests: payloads, organisation: payloads[0], unit: payloads[1], domains: payloads });
  const other = { person: { route: `#/people/${uid(0)}`, wait: '.timeline' }, roles: { wait: 'gt-role-seat, gt-roles .empty' } };
  const shown = [];
  for (const { name, route, wait } of allPages.map((one) => ({ ...one, ...other[one.name] }))) {
    await go(route);
    await waitFor(`the page ${name}`, () => space.run(
      'return !!document.querySelector(args.wait) && !document.querySelector("main gt-loading");', { wait }));
    await space.run('document.querySelectorAll("details").forEach((one) => (one.open = true));');
    assert.deepEqual(await traces(), [], name);
    shown.push(await space.text());
  }
  const plain = (text) => text.replace(/\s+/g, ' ').trim();
  const all = shown.map(plain);
  for (const text of texts) assert.ok(all.some((page) => page.includes(plain(text))), `${text} is on a page`);
});
