// Small modules between the pages and their hosts, each with a fake of what it talks to.
import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import test from "node:test";
import { inLanguages } from "../support/words.mjs";
import { expectedProof, knowsToken } from "../../../plugin/src/background/hello_proof.js";
import { noAnswer, Problem, problemOf } from "../../../plugin/src/bridge/problem.js";
import { bothTimes } from "../../../plugin/src/pages/both_times.js";
import { countTaken, sendFiles } from "../../../plugin/src/pages/import_files.js";
import { dotsOf, frameOf, layOut, namesWithRoom, nextDot, pocketsOf } from "../../../plugin/src/pages/network_layout.js";
import { PeopleSource } from "../../../plugin/src/pages/people_source.js";
import { addRecipient, composeTab, draftOf } from "../../../plugin/src/thunderbird/composing.js";
import { isTooOldForMail } from "../../../plugin/src/thunderbird/host_version.js";
import { adviceFor } from "../../../plugin/src/words/errors.js";

const hmac = (token, text) => createHmac("sha256", createHash("sha256").update(token).digest()).update(text).digest("hex");

test("the proof of the helper is the one of docs/bridge.md, and only that one opens the door; the token is never sent", async () => {
  assert.equal(await expectedProof({ token: "t0ken", nonce: "c0ffee", port: 18765 }), hmac("t0ken", "c0ffee:18765"));
  const sent = [];
  const helper = (proofOf, ok = true) => async (address, { body }) => {
    sent.push(`${address} ${body}`);
    return { ok, json: async () => ({ proof: proofOf(JSON.parse(body).nonce) }) };
  };
  const ask = (fetch) => knowsToken({ port: 18765, token: "t0ken" }, { fetch });
  assert.equal(await ask(helper((nonce) => hmac("t0ken", `${nonce}:18765`))), true);
  assert.equal(await ask(helper((nonce) => hmac("t0ken", `${nonce}:18766`))), false, "a proof of another port");
  assert.equal(await ask(helper((nonce) => hmac("other", `${nonce}:18765`))), false);
  assert.equal(await ask(helper((nonce) => hmac("t0ken", `${nonce}:18765`), false)), false, "an answer that is refused");
  assert.equal(sent.some((one) => one.includes("t0ken")), false);
  assert.equal(new Set(sent).size, sent.length, "each time another nonce");
});

const answerOf = (status, body, headers = {}) => new Response(body, { status, headers });

test("a failed call becomes a problem with a kind, whatever the answer looks like", async () => {
  const told = await problemOf(answerOf(409, JSON.stringify({ kind: "busy", title: "Already running", detail: "A sync is running already.", status: 409 })));
  assert.deepEqual([told.kind, told.message, told.status, told instanceof Problem], ["busy", "A sync is running already.", 409, true]);
  for (const body of ["<html>no</html>", "", "[]", '{"kind": 7}']) {
    const odd = await problemOf(answerOf(502, body));
    assert.deepEqual([odd.kind, odd.status], ["protocol", 502], body);
    assert.match(odd.message, /502/);
  }
});

test("a refused token of ours is told from a refused password of an account", async () => {
  const body = JSON.stringify({ kind: "auth", title: "Sign-in refused", detail: "The server refused it.", status: 401 });
  assert.equal((await problemOf(answerOf(401, body, { "WWW-Authenticate": 'Bearer realm="goodturn"' }))).kind, "signed-out");
  assert.equal((await problemOf(answerOf(401, body))).kind, "auth");
  assert.equal(noAnswer().kind, "no-answer");
  inLanguages(["de"], () => assert.match(noAnswer().message, /läuft nicht/));
});

test("advice on a failure is there or is nothing; a kind of a newer helper has none", () => {
  assert.match(adviceFor("too_many"), /^Wait a minute/);
  assert.equal(adviceFor("solar-storm"), "");
  assert.equal(adviceFor(), "");
});

test("one of two times asks for the other, none asks for nothing", () => {
  const fieldsOf = (from, until) => {
    const fields = { from: { value: from, required: false }, until: { value: until, required: true } };
    bothTimes({ currentTarget: { elements: { namedItem: (name) => fields[name] } } });
    return [fields.from.required, fields.until.required];
  };
  assert.deepEqual(fieldsOf("20:00", ""), [false, true]);
  assert.deepEqual(fieldsOf("", "08:00"), [true, false]);
  assert.deepEqual(fieldsOf("", ""), [false, false]);
});

test("files go to the helper whole, in pieces below its limit, and the share that has come is told", async () => {
  const bytes = new Uint8Array(1300000).map((_, at) => at % 251);
  const files = [new File([bytes], `${"n".repeat(300)}.vcf`), new File(["BEGIN:VCARD"], "one.vcf")];
  const total = bytes.length + 11;
  const got = [[], []];
  let announced, came = 0;
  const bridge = {
    startImport: async (_, body) => ((announced = body.files), { id: "9f" }),
    sendToImport: async ({ id }, { file, bytes: text }) => {
      assert.equal(id, "9f");
      assert.ok(JSON.stringify({ file, bytes: text }).length < 1024 * 1024, "a body of the bridge");
      const piece = Buffer.from(text, "base64");
      got[file].push(piece);
      came += piece.length;
      return { came, total };
    },
  };
  const shares = [];
  let begun = "";
  await sendFiles(bridge, files, { began: (id) => (begun = id), came: (share) => shares.push(share), signal: new AbortController().signal });
  assert.equal(begun, "9f");
  assert.deepEqual(announced.map(({ name, size }) => [name.length, size]), [[255, bytes.length], [7, 11]]);
  assert.ok(Buffer.concat(got[0]).equals(Buffer.from(bytes)));
  assert.equal(Buffer.concat(got[1]).toString(), "BEGIN:VCARD");
  assert.equal(shares.at(-1), 1);
  assert.deepEqual(shares, [...shares].sort((a, b) => a - b));
  const counts = { people: { new: 3, unsure: 2 }, events: { new: 1 }, notes: { new: 4, unsure: 6 } };
  assert.deepEqual([countTaken(counts, false), countTaken(counts, true)], [8, 16]);
});

test("files given up while the helper answers to their announcement are forgotten there; none of them is sent", async () => {
  const stop = new AbortController();
  const forgotten = [];
  const bridge = {
    startImport: async () => (stop.abort(), { id: "9f" }),
    cancelImport: async ({ id }) => forgotten.push(id),
    sendToImport: () => assert.fail("a piece after giving up"),
  };
  const began = () => assert.fail("an import that is given up");
  await assert.rejects(sendFiles(bridge, [new File(["x"], "x.vcf")], { began, came: () => null, signal: stop.signal }), { name: "AbortError" });
  assert.deepEqual(forgotten, ["9f"]);
});

const circles = {
  members: ["ada", "bob", "eve", "zoe"].map((uid, at) => ({ person: { uid, name: `${uid} Example` }, liveliness: "alive", layer: [5, 15, 50, 0][at] })),
  acquainted: [[0, 1], [1, 2]],
  pocket_groups: [[{ uid: "ada" }, { uid: "bob" }, { uid: "eve" }]],
};

test("the picture has a dot for each member, its pocket and whom it knows, the same places each time, and is given up when asked", async () => {
  assert.deepEqual(pocketsOf(circles), [1, 1, 1, 0]);
  const dots = dotsOf(circles);
  assert.deepEqual(dots.map(({ knows }) => knows), [[1], [0, 2], [1], []]);
  const places = await layOut(dots, circles.acquainted);
  assert.deepEqual(await layOut(dots, circles.acquainted), places);
  const frame = frameOf(places);
  for (const { x, y } of places) assert.ok(x >= frame.x && x <= frame.x + frame.width && y >= frame.y && y <= frame.y + frame.height);
  const far = (at) => Math.hypot(places[at].x / 1.6, places[at].y);
  assert.ok(far(3) > far(0), "who belongs to no circle stands further out than the nearest");
  const ended = new AbortController();
  ended.abort();
  const crowd = Array.from({ length: 400 }, () => ({ ...dots[3] }));
  assert.equal(await layOut(crowd, [], ended.signal), null);
});

test("arrow keys go to the dot in their direction, and names that would lie on each other are left out", () => {
  const places = [{ x: 0, y: 0 }, { x: 100, y: 10 }, { x: 40, y: 90 }, { x: -50, y: 0 }];
  assert.deepEqual([nextDot(places, 0, { x: 1, y: 0 }), nextDot(places, 0, { x: -1, y: 0 }), nextDot(places, 0, { x: 0, y: 1 }), nextDot(places, 0, { x: 0, y: -1 })], [1, 3, 2, -1]);
  const dots = dotsOf(circles);
  const onOne = dots.map(() => ({ x: 0, y: 0 }));
  assert.deepEqual([...namesWithRoom(dots, onOne, 1, [3, 2, 1, 0])], [0], "the nearest circle keeps its name");
  assert.deepEqual([...namesWithRoom(dots, dots.map((_, at) => ({ x: at * 500, y: 0 })), 1, [3, 2, 1, 0])].sort(), [0, 1, 2, 3]);
});

/** listPeople over `total` people that notes what was asked; `fail` times it breaks. */
function fakePeople(total) {
  const asked = [];
  const state = { fail: 0 };
  const listPeople = async ({ offset, limit, ...rest }, _, { signal }) => {
    asked.push(offset);
    state.rest = rest;
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    if (state.fail-- > 0) throw new Error("broken");
    const people = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, at) => ({ uid: `p${offset + at}` }));
    return { people, total, tags: [{ tag: "mentor", count: 2 }] };
  };
  return { bridge: { listPeople }, asked, state };
}

test("rows of the people list come page by page, each page once, local rows after them", async () => {
  const { bridge, asked, state } = fakePeople(250);
  const source = new PeopleSource(bridge, { query: "ada", filters: { tag: "mentor" }, local: [{ id: "t1", uid: "t1" }] });
  await source.open();
  assert.deepEqual([source.total, source.tags.length, state.rest.query, state.rest.tag], [251, 1, "ada", "mentor"]);
  assert.equal(source.row(150), undefined);
  await Promise.all([source.need(90, 120), source.need(110, 130)]);
  assert.deepEqual(asked, [0, 100]);
  assert.equal(await source.need(0, 199), false, "nothing is missing");
  assert.equal(source.row(150).uid, "p150");
  assert.deepEqual([source.row(250).id, source.uidAt(250), source.uidAt(3)], ["t1", undefined, "p3"]);
});

test("a page that failed is asked for anew; a closed source ends what is under way", async () => {
  const { bridge, asked, state } = fakePeople(250);
  const source = new PeopleSource(bridge, { query: "" });
  await source.open();
  state.fail = 1;
  await assert.rejects(source.need(100, 110), /broken/);
  await source.need(100, 110);
  assert.deepEqual(asked, [0, 100, 100]);
  const reading = source.need(200, 210);
  source.close();
  await assert.rejects(reading, { name: "AbortError" });
});

function fakeComposer(details) {
  const composing = { ...details };
  return {
    composing,
    tabs: { query: async (wanted) => (wanted.active && wanted.currentWindow ? [{ id: 7 }] : []) },
    compose: { getComposeDetails: async (tab) => (assert.equal(tab, 7), { ...composing }), setComposeDetails: async (tab, more) => void Object.assign(composing, more) },
    messengerUtilities: { parseMailboxString: async (text) => [{ email: /<([^>]+)>/.exec(text)?.[1] ?? text }] },
  };
}

test("what is being written is read with all its recipients, and nothing else of it is changed", async () => {
  const messenger = fakeComposer({ to: ["Ada <ada@example.org>", { id: "list", type: "mailingList" }], cc: "bob@example.org", subject: "Hello", plainTextBody: "A question", isPlainText: true });
  const tab = await composeTab(messenger);
  assert.deepEqual(await draftOf(messenger, tab), { emails: ["ada@example.org", "bob@example.org"], text: "Hello\nA question" });
  await addRecipient(messenger, tab, { name: 'Eve "E\\" Example', email: "eve@example.org" });
  assert.equal(messenger.composing.to.at(-1), '"Eve \\"E\\\\\\" Example" <eve@example.org>');
  assert.deepEqual([messenger.composing.to.length, messenger.composing.subject], [3, "Hello"]);
  const long = fakeComposer({ plainTextBody: "x".repeat(50000), isPlainText: true });
  assert.equal((await draftOf(long, 7)).text.length, 20000);
  assert.equal(await composeTab({ tabs: { query: async () => [] } }), undefined);
});

test("mail is observed from the version on that hands out headers without texts", async () => {
  const old = (version) => isTooOldForMail({ getBrowserInfo: async () => ({ version }) });
  assert.deepEqual([await old("140.2.0"), await old("146.0"), await old("147.0"), await old("153.0esr")], [true, true, false, false]);
});
