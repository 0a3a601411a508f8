import assert from "node:assert/strict";
import test from "node:test";
import "../support/words.mjs";
import { DailyNotice, noticesWanted, wantNotices } from "../../../plugin/src/background/daily_notice.js";
import { MessageMenus } from "../../../plugin/src/background/menus.js";
import { noteWelcomed, wantsWelcome } from "../../../plugin/src/pages/first_run.js";
import { changesOf, profileOf } from "../../../plugin/src/pages/own_profile.js";
import { providers } from "../../../plugin/src/generated/providers.js";
import { hostIn, passwordHint, providerOf } from "../../../plugin/src/words/providers.js";
import { verdictOf } from "../../../plugin/src/words/verdict.js";

/** localStorage in memory. */
function memory() {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, String(value)) };
}

const week = (open, from = "2026-10-01T08:00:00Z") => ({ pop_up_from: from, suggestions: [...Array(open).fill({ state: "open" }), { state: "done" }] });

function notice({ open = 2, from, storage = memory(), at = { day: 1 } } = {}) {
  const told = [];
  const messenger = { notifications: { onClicked: { addListener() {} }, create: async (notification) => told.push(notification.message) } };
  const daily = new DailyNotice({ messenger, link: new EventTarget(), bridge: () => ({ getWeek: async () => week(open, from) }), storage, now: () => new Date(2026, 10, at.day, 9), setTimeout: () => {}, open: () => {} });
  return { daily, told, storage, at };
}

test("notices are off until the user wants them, then one a day at most", async () => {
  const { daily, told, storage, at } = notice();
  await daily.look();
  assert.deepEqual(told, []);
  assert.equal(noticesWanted(storage), false);
  wantNotices(true, storage);
  await daily.look();
  await daily.look();
  assert.deepEqual(told, ["2 people are on this week's list."]);
  at.day = 2;
  await daily.look();
  assert.equal(told.length, 2);
  wantNotices(false, storage);
  at.day = 3;
  await daily.look();
  assert.equal(told.length, 2);
});

test("a click on the notice opens the list, also when notices were allowed after the start", async () => {
  const listeners = new Set();
  const opened = [];
  const messenger = {};
  const storage = memory();
  const daily = new DailyNotice({ messenger, link: new EventTarget(), bridge: () => ({ getWeek: async () => week(1) }), storage, now: () => new Date(2026, 10, 1, 9), setTimeout: () => {}, open: (route) => opened.push(route) });
  daily.start();
  wantNotices(true, storage);
  messenger.notifications = { onClicked: { addListener: (one) => listeners.add(one) }, create: async () => {} };
  await daily.look();
  for (const listener of listeners) listener();
  assert.deepEqual(opened, ["#/week"]);
});

test("an empty list gives no notice, and does not use up the day", async () => {
  const storage = memory();
  wantNotices(true, storage);
  const empty = notice({ open: 0, storage });
  await empty.daily.look();
  assert.deepEqual(empty.told, []);
  const full = notice({ open: 1, storage });
  await full.daily.look();
  assert.deepEqual(full.told, ["One person is on this week's list."]);
});

test("a notice waits for the end of the quiet hours, and does not use up the day", async () => {
  const storage = memory();
  wantNotices(true, storage);
  const later = notice({ from: new Date(2026, 10, 1, 9, 1).toISOString(), storage });
  await later.daily.look();
  const never = notice({ from: null, storage });
  await never.daily.look();
  assert.deepEqual([...later.told, ...never.told], []);
  const free = notice({ from: new Date(2026, 10, 1, 9).toISOString(), storage });
  await free.daily.look();
  assert.equal(free.told.length, 1);
});

/** The menus with a host that notes what was asked and opened. */
function menus(granted) {
  const log = { made: [], opened: [], reloads: 0 };
  let click = null;
  const host = {
    menus: { onClicked: { addListener: (one) => (click = one) }, removeAll: async () => {}, create: (entry) => log.made.push([entry.id, entry.title, entry.contexts.join()]) },
    permissions: { request: async () => granted },
    windows: { create: (window) => log.opened.push(window.url) },
    runtime: { reload: () => (log.reloads += 1) },
  };
  return { log, host, click: (info) => click(info) };
}

test("the message list's menu opens the log form for the chosen message", async () => {
  const { log, host, click } = menus(true);
  await new MessageMenus(host).start();
  assert.deepEqual(log.made.map(([id, , contexts]) => [id, contexts]), [["gave", "message_list"], ["received", "message_list"], ["promised", "message_list"]]);
  await click({ menuItemId: "gave", selectedMessages: { messages: [{ id: 12 }] } });
  await click({ menuItemId: "of another add-on", selectedMessages: { messages: [{ id: 12 }] } });
  assert.deepEqual(log.opened, ["sender.html?kind=gave&message=12"]);
  assert.equal(log.reloads, 0);
});

test("without the permission nothing opens; granted, the add-on starts anew", async () => {
  for (const granted of [true, false]) {
    const { log, host, click } = menus(granted);
    await new MessageMenus(host).start();
    await click({ menuItemId: "gave" });
    assert.deepEqual(log.opened, []);
    assert.equal(log.reloads, granted ? 1 : 0);
  }
});

test("hosts and providers in what people type", () => {
  assert.equal(hostIn("Ada@Dav.Example.org"), "dav.example.org");
  assert.equal(hostIn("https://cloud.example.org:8443/remote.php/dav"), "cloud.example.org");
  assert.equal(hostIn("/home/ada/contacts"), "");
  const known = { "fastmail.com": "fastmail", "me.com": "icloud", "gmail.com": "google", "hotmail.com": "microsoft", "web.de": "gmx", "notgmail.com": "" };
  for (const [host, provider] of Object.entries(known)) assert.equal(providerOf(["a", host].join("@")), provider, host);
  assert.deepEqual(["posteo.de:8443", "https://example.org/remote.php/dav/", "a@example.org"].map(providerOf), ["posteo", "nextcloud", ""]);
  assert.match(passwordHint("fastmail.com"), /app password/);
  assert.match(passwordHint("a@example.org"), /two-step/);
});

/** An address that only this word gives away. */
function addressWith(word) {
  if (word.startsWith("://")) return `https${word}example.org/`;
  if (word.startsWith("@")) return `alex${word}example.org`;
  return `https://dav.example.org${word.startsWith(":") ? "" : "/"}${word}/`;
}

test("each known provider is known by each of its hosts and words, and its words are shown", () => {
  for (const { id, hosts, words, note, limit } of providers) {
    const addresses = [...hosts.map((host) => `alex@mail.${host.replace("*", "com")}`), ...words.map(addressWith)];
    for (const address of addresses) {
      assert.equal(providerOf(address), id, address);
      assert.equal(passwordHint(address), limit ? `${note.en} ${limit.en}` : note.en);
    }
  }
  for (const address of ["evil-gmail.com", "alex@example.org", "/srv/radicale/alex"]) assert.equal(providerOf(address), "");
});

test("a wrong password, a wrong address and no network are three things", () => {
  const said = (kind, online, status = 502) => verdictOf({ kind, status }, online);
  assert.equal(said("auth", true, 401), "password");
  assert.equal(said("network", true), "address");
  assert.equal(said("network", false), "offline");
  assert.equal(said("not_found", true, 404), "address");
  assert.equal(said("timeout", true), "silent");
  assert.equal(said("suspicious", true), "certificate");
  assert.equal(verdictOf({ kind: "auth", wantsCertificate: true }, true), "own_certificate");
  assert.equal(verdictOf({ kind: "no-answer" }, true), "helper");
  assert.equal(said("storage", true), "other");
});

test("the first steps come up once, and only with nothing set up", async () => {
  const storage = memory();
  const bridge = (accounts) => ({ getStatus: async () => ({ accounts }) });
  assert.equal(await wantsWelcome(bridge(0), storage), true);
  assert.equal(await wantsWelcome(bridge(1), storage), false);
  assert.equal(await wantsWelcome({ getStatus: async () => Promise.reject(new Error("away")) }, storage), false);
  noteWelcomed(storage);
  assert.equal(await wantsWelcome(bridge(0), storage), false);
});

test("answers become fields of the profile, skipped ones null, and only changes are sent", () => {
  const form = new FormData();
  for (const name of ["organisation", "unit", "function", "offers", "interests", "domains", "seniority", "weekly_energy", "boss", "role-mentor", "role-sponsor", "role-ally", "role-sounding-board", "role-challenger"]) form.set(name, "");
  assert.ok(Object.values(profileOf(form)).every((value) => value === null));
  form.set("offers", " Rust \n\nplain words, maps");
  form.set("seniority", "0");
  form.set("role-mentor", "2");
  form.set("boss", "urn:uuid:selma");
  const wanted = profileOf(form);
  assert.deepEqual(wanted.offers, ["Rust", "plain words", "maps"]);
  assert.deepEqual([wanted.seniority, wanted.wanted_roles, wanted.boss], [0, { mentor: 2 }, "urn:uuid:selma"]);
  assert.deepEqual(changesOf({ offers: ["Rust", "plain words", "maps"], seniority: 1, unit: "Lab" }, wanted), { seniority: 0, unit: null, wanted_roles: { mentor: 2 }, boss: "urn:uuid:selma" });
});
