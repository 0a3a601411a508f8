import assert from "node:assert/strict";
import test from "node:test";
import "../support/words.mjs";
import { factsOf, marksOf, threadOf } from "../../../plugin/src/mail/facts.js";
import { MailReader } from "../../../plugin/src/mail/reader.js";
import { spansToRead } from "../../../plugin/src/mail/spans.js";
import { MailWatch } from "../../../plugin/src/mail/watch.js";
import { mailChoices } from "../../../plugin/src/thunderbird/mail_folders.js";
import { takeReturnRoute } from "../../../plugin/src/thunderbird/permission.js";
import { readerText, spanText } from "../../../plugin/src/words/mail.js";

const day = 86400000;
const now = Date.parse("2026-11-22T09:00:00Z");
const parse = async (text) => text.split(", ").map((one) => ({ email: /<([^>]+)>/.exec(one)?.[1] ?? one }));

function message(id, more = {}) {
  return { id, headerMessageId: `m${id}@example.org`, author: "Ada <ada@example.org>", recipients: ["alex@example.org"], ccList: [], bccList: [], date: new Date(now - day), junk: false, subject: "canary subject", ...more };
}

test("facts of a message: addresses, date and marks, and nothing else", async () => {
  const headers = { references: ["<first@example.org>\r\n <second@example.org>"], "list-id": ["x"], "auto-submitted": ["auto-replied"], precedence: ["bulk"], "return-path": ["<>"], "x-autoreply": ["yes"], subject: ["canary subject"] };
  const facts = await factsOf(message(1, { ccList: ["Ben <ben@example.org>"] }), { parse, getHeaders: async () => headers });
  assert.deepEqual(facts, {
    id: "m1@example.org", at: "2026-11-21T09:00:00Z", from: "ada@example.org", recipients: ["alex@example.org", "ben@example.org"],
    thread: "first@example.org", list: true, auto_submitted: "auto-replied", precedence: "bulk", null_return_path: true, auto_reply: true,
  });
});

test("ordinary headers leave no marks; an In-Reply-To makes a reply", () => {
  assert.deepEqual(marksOf({ "return-path": ["<ada@example.org>"], received: ["x"] }), {});
  assert.equal(threadOf({ "in-reply-to": ["Your letter <one@example.org>"] }), "one@example.org");
  assert.equal(threadOf({}), "");
});

test("the header of junk and of circulars is not asked for", async () => {
  const getHeaders = () => assert.fail("asked for");
  assert.equal((await factsOf(message(1, { junk: true }), { parse, getHeaders })).place, "junk");
  const many = Array.from({ length: 30 }, (_, at) => `p${at}@example.org`);
  assert.equal((await factsOf(message(1, { recipients: many }), { parse, getHeaders })).recipients.length, 20);
});

test("a first run covers a year, the newest part first, and each part touches the one before", () => {
  const spans = spansToRead(null, now);
  assert.equal(spans[0].until, now);
  assert.equal(spans.at(-1).from, now - 365 * day);
  for (let at = 1; at < spans.length; at += 1) assert.equal(spans[at].until, spans[at - 1].from);
});

test("later runs begin a fortnight before the last, in order, and finish what an ended first run left", () => {
  assert.deepEqual(spansToRead({ from: now - 400 * day, until: now - day }, now), [{ from: now - 15 * day, until: now }]);
  const late = spansToRead({ from: now - 400 * day, until: now - 60 * day }, now);
  assert.equal(late[0].from, now - 74 * day);
  assert.equal(late.at(-1).until, now);
  for (let at = 1; at < late.length; at += 1) assert.equal(late[at].from, late[at - 1].until);
  const rest = spansToRead({ from: now - 60 * day, until: now }, now);
  assert.equal(rest[1].until, now - 60 * day);
  assert.equal(rest.at(-1).from, now - 365 * day);
});

/** A Thunderbird with one folder of messages, and a helper that takes them. */
function world({ messages = [], granted = true, folders = [{ id: "f1", name: "Inbox" }] } = {}) {
  const log = { batches: [], queries: [], headers: [], aborted: [] };
  const pages = new Map();
  const pageOf = (all, at) => {
    const id = at + 2 < all.length ? `list${pages.size}` : null;
    if (id) pages.set(id, () => pageOf(all, at + 2));
    return { id, messages: all.slice(at, at + 2) };
  };
  const messenger = {
    permissions: { contains: async () => granted },
    accounts: { list: async () => [{ identities: [{ email: "alex@example.org" }, {}] }] },
    messengerUtilities: { parseMailboxString: parse },
    messages: {
      query: async (query) => {
        log.queries.push(query);
        return pageOf(messages.filter((one) => one.date > query.fromDate && (!query.toDate || one.date < query.toDate)), 0);
      },
      continueList: async (id) => pages.get(id)(),
      abortList: async (id) => log.aborted.push(id),
      getHeaders: async (id) => (log.headers.push(id), {}),
    },
  };
  const bridge = {
    getMail: async () => ({ accounts: folders.length ? [{ id: "a1", name: "Mail", folders, messages: 0 }] : [] }),
    observeMail: async (_, body) => (log.batches.push(body), { fresh: body.messages.length, known: 0, left_out: {} }),
  };
  const reader = new MailReader({ messenger, bridge: () => bridge, now: () => now, pause: async () => {} });
  return { log, messenger, bridge, reader, folders };
}

const ids = (log) => log.batches.flatMap((batch) => batch.messages.map((one) => one.id));

test("a run hands over every message once, in small pages, and the span with its last page", async () => {
  const messages = [1, 2, 3, 4, 5].map((id) => message(id)).concat(message(6, { date: new Date(now - 100 * day) }), message(7, { date: new Date(now - 500 * day) }));
  const { reader, log } = world({ messages });
  const phases = [];
  reader.addEventListener("state", () => phases.push(reader.state.phase));
  await reader.run();
  assert.deepEqual(ids(log).sort(), [1, 2, 3, 4, 5, 6].map((id) => `m${id}@example.org`));
  assert.ok(log.batches.every((batch) => batch.messages.length <= 2 && batch.own_addresses[0] === "alex@example.org"));
  const read = log.batches.filter((batch) => batch.read).map((batch) => batch.read);
  assert.equal(read.length, spansToRead(null, now).length);
  assert.equal(read[0].until, "2026-11-22T09:00:00Z");
  assert.equal(phases.at(-1), "done");
  assert.equal(reader.state.fresh, 6);
  assert.doesNotMatch(JSON.stringify(log.batches), /canary/);
});

test("messages handed over before are not looked at again, until the user starts over", async () => {
  const { reader, log } = world({ messages: [message(1)] });
  await reader.run();
  await reader.run();
  assert.equal(log.headers.length, 1);
  reader.startOver();
  await reader.run();
  assert.equal(log.headers.length, 2);
});

test("without a choice or a permission no message is touched", async () => {
  for (const options of [{ folders: [] }, { granted: false }]) {
    const { reader, log } = world({ messages: [message(1)], ...options });
    await reader.run();
    await reader.take({ id: "f1" }, [message(1)]);
    assert.deepEqual([log.queries, log.batches, log.headers], [[], [], []]);
    assert.equal(reader.state.kind, options.folders ? undefined : "no-permission");
  }
});

test("a Thunderbird that gives headers only with the text is told so and nothing is read", async () => {
  const { reader, log, messenger } = world({ messages: [message(1)] });
  delete messenger.messages.getHeaders;
  await reader.run();
  assert.equal(reader.state.kind, "too-old");
  assert.deepEqual(log.queries, []);
});

test("a run can be cancelled between two pages and gone on with", async () => {
  const { reader, log, bridge } = world({ messages: [1, 2, 3, 4, 5].map((id) => message(id)) });
  const observe = bridge.observeMail;
  bridge.observeMail = async (...values) => {
    reader.cancel();
    bridge.observeMail = observe;
    return observe(...values);
  };
  await reader.run();
  assert.equal(reader.state.phase, "cancelled");
  assert.equal(log.aborted.length, 1);
  assert.equal(log.batches.length, 1);
  await reader.run();
  assert.equal(reader.state.phase, "done");
  assert.equal(new Set(ids(log)).size, 5);
});

test("a message that cannot be read leaves its span open; five in a row end the run", async () => {
  const one = world({ messages: [message(1), message(2)] });
  const get = one.messenger.messages.getHeaders;
  one.messenger.messages.getHeaders = async (id) => (id === 2 ? Promise.reject(new Error("gone")) : get(id));
  await one.reader.run();
  assert.deepEqual(ids(one.log), ["m1@example.org"]);
  assert.equal(one.log.batches[0].read, undefined);
  const all = world({ messages: [1, 2, 3, 4, 5, 6, 7].map((id) => message(id)) });
  all.messenger.messages.getHeaders = async () => Promise.reject(new Error("no network"));
  await all.reader.run();
  assert.equal(all.reader.state.phase, "failed");
  assert.match(readerText(all.reader.state), /no network/);
});

test("new messages of a chosen folder are handed over, those of others are not", async () => {
  const { reader, log } = world();
  await reader.readChoice();
  await reader.take({ id: "f2" }, [message(1)]);
  await reader.take({ id: "f1" }, [message(2)]);
  assert.deepEqual(ids(log), ["m2@example.org"]);
});

function watched(reader) {
  const listeners = {};
  const event = (name) => ({ addListener: (one) => (listeners[name] = one) });
  const link = Object.assign(new EventTarget(), { state: { phase: "connecting" } });
  const timers = [];
  const clock = { at: now };
  const messenger = { messages: { onNewMailReceived: event("mail"), continueList: async () => ({ id: null, messages: ["third"] }) }, folders: { onFolderInfoChanged: event("folder") } };
  const watch = new MailWatch({ messenger, link, reader, now: () => clock.at, setTimeout: (work, wait) => timers.push({ work, wait }) });
  watch.start();
  return { listeners, link, timers, clock, watch, ready: () => ((link.state = { phase: "ready" }), link.dispatchEvent(new Event("state"))) };
}

test("a run is made when the helper is there, once a day, and at once when asked for", async () => {
  const runs = [];
  const reader = { run: async () => runs.push("run"), startOver: () => runs.push("over"), watched: [], state: { phase: "done" } };
  const { clock, ready, timers, watch } = watched(reader);
  await watch.catchUp();
  assert.deepEqual(runs, []);
  ready();
  ready();
  assert.deepEqual(runs, ["run"]);
  clock.at += 25 * 3600000;
  timers[0].work();
  assert.deepEqual(runs, ["run", "run"]);
  await watch.catchUp({ now: true });
  assert.deepEqual(runs, ["run", "run", "over", "run"]);
});

test("a run that failed is made again as soon as the helper is back", async () => {
  let runs = 0;
  const { ready } = watched({ run: async () => (runs += 1), watched: [], state: { phase: "failed" } });
  ready();
  await new Promise(setImmediate);
  ready();
  assert.equal(runs, 2);
});

test("when the helper goes away meanwhile, the run says so and is no cancelling by the user", async () => {
  const { messenger, bridge } = world({ messages: [message(1)] });
  let away = false;
  const reader = new MailReader({ messenger, bridge: () => (away ? null : bridge), now: () => now, pause: async () => {} });
  reader.addEventListener("state", () => (away = reader.state.phase === "reading"));
  await reader.run();
  assert.deepEqual([reader.state.phase, reader.state.kind], ["failed", "no-answer"]);
});

test("new mail goes to the reader page by page; a changed chosen folder is read once, a moment later", async () => {
  const taken = [];
  const { listeners, timers } = watched({ run: async (only) => taken.push(only), take: async (folder, list) => taken.push(...list), watched: [{ folder: { id: "sent" } }] });
  await listeners.mail({ id: "in" }, { id: "more", messages: ["first", "second"] });
  assert.deepEqual(taken, ["first", "second", "third"]);
  listeners.folder({ id: "other" });
  listeners.folder({ id: "sent" });
  listeners.folder({ id: "sent" });
  assert.equal(timers.length, 2); // the hourly one and one for the folder
  timers[1].work();
  assert.deepEqual(taken.at(-1), ["sent"]);
});

test("without the permission, whose events are missing then, nothing breaks", () => {
  const link = Object.assign(new EventTarget(), { state: { phase: "idle" } });
  new MailWatch({ messenger: {}, link, reader: {}, now: () => now, setTimeout: () => {} }).start();
});

test("folders to choose from: no drafts, junk, trash or search folders; inbox and sent are suggested", async () => {
  const folder = (path, more = {}) => ({ id: `a1:/${path}`, path, name: path, specialUse: [], ...more });
  const accounts = { list: async () => [
    { id: "a1", name: "Mail", type: "imap", rootFolder: { subFolders: [folder("/INBOX", { specialUse: ["inbox"], subFolders: [folder("/INBOX/Club")] }), folder("/Sent", { specialUse: ["sent"] }), ...["drafts", "templates", "junk", "trash", "outbox"].map((use) => folder(`/${use}`, { specialUse: [use] })), folder("/Search", { isVirtual: true })] } },
    { id: "a2", name: "News", type: "rss", rootFolder: { subFolders: [folder("/Feed")] } },
    { id: "a3", name: "Empty", type: "local", rootFolder: {} },
  ] };
  const [only, ...none] = await mailChoices(accounts);
  assert.deepEqual(none, []);
  assert.deepEqual(only.folders.map((one) => [one.name, one.suggested]), [["INBOX", true], ["INBOX/Club", false], ["Sent", true]]);
});

test("words of the reader and its spans", () => {
  assert.equal(readerText({ phase: "reading", folder: "Inbox", messages: 1240, fresh: 1 }), "Reading “Inbox”: 1,240 messages looked at, 1 new.");
  assert.equal(readerText({ phase: "idle" }), "");
  assert.equal(readerText(null), "");
  assert.match(readerText({ phase: "failed", kind: "too-old" }), /147/);
  assert.equal(spanText({ read_from: "2025-12-03T00:00:00Z", read_until: "2026-11-22T09:00:00Z" }), "read from 3 Dec 2025 to 22 Nov 2026");
  assert.equal(spanText({}), "not read yet");
});

test("the route to come back to is taken once", () => {
  const kept = new Map([["goodturn-return", "#/accounts"]]);
  const storage = { getItem: (key) => kept.get(key) ?? null, removeItem: (key) => kept.delete(key) };
  assert.equal(takeReturnRoute(storage), "#/accounts");
  assert.equal(takeReturnRoute(storage), null);
});
