import assert from "node:assert/strict";
import test from "node:test";
import "../support/words.mjs";
import { addressOf, connectBridge } from "../../../plugin/src/bridge/client.js";
import { readEvents } from "../../../plugin/src/bridge/event_stream.js";
import { followEvents } from "../../../plugin/src/bridge/live_events.js";
import { operations } from "../../../plugin/src/generated/operations.js";
import { SampleBridge } from "../support/sample_bridge.mjs";

test("addresses encode their parameters and leave out empty ones", () => {
  assert.equal(addressOf(operations.getPerson, { uid: "urn:uuid:a/b?" }), "/api/v1/people/urn%3Auuid%3Aa%2Fb%3F");
  assert.equal(addressOf(operations.listPeople, { query: "ada & é", tag: "", limit: 5 }), "/api/v1/people?query=ada+%26+%C3%A9&limit=5");
});

test("every operation of the contract is a method, and answers fit the schemas", async () => {
  const sample = await new SampleBridge({ people: 12 }).start();
  const bridge = connectBridge({ base: sample.base, token: sample.token });
  for (const name of Object.keys(operations)) assert.equal(typeof bridge[name], "function", name);
  const { people } = await bridge.listPeople({ limit: 3 });
  assert.equal(people.length, 3);
  const answer = await bridge.editTags({ uid: people[1].uid }, { add: ["guide"] });
  assert.ok(answer.person.tags.includes("guide"));
  await bridge.undo({}, { undo: answer.undo });
  assert.ok(!(await bridge.getPerson({ uid: people[1].uid })).tags.includes("guide"));
  await assert.rejects(bridge.getPerson({ uid: "nobody" }), { kind: "not_found", status: 404 });
  await assert.rejects(bridge.logRecord({ uid: people[0].uid }, { kind: "shouted" }), { kind: "invalid" });
  await assert.rejects(connectBridge({ base: sample.base, token: "wrong" }).getWeek(), { kind: "signed-out", status: 401 });
  await sample.stop();
  assert.deepEqual(sample.drift, []);
  await assert.rejects(bridge.getWeek(), { kind: "no-answer" });
});

test("an answer that is no problem document becomes kind protocol", async () => {
  const bridge = connectBridge({ base: "http://127.0.0.1:1", token: "t", fetch: async () => new Response("<html>", { status: 502 }) });
  await assert.rejects(bridge.getWeek(), { kind: "protocol", status: 502 });
});

test("a 401 of an account's server is told from one of our own token", async () => {
  const refused = (headers) => connectBridge({ base: "http://127.0.0.1:1", token: "t", fetch: async () => new Response(JSON.stringify({ kind: "auth", title: "Sign-in refused", detail: "The server wants another password." }), { status: 401, headers }) });
  await assert.rejects(refused({}).startSync({}, {}), { kind: "auth", message: "The server wants another password." });
  await assert.rejects(refused({ "WWW-Authenticate": "Bearer" }).startSync({}, {}), { kind: "signed-out", title: "This page was signed out" });
});

test("answers are asked for in the language of the page", async () => {
  const asked = [];
  const bridge = connectBridge({ base: "http://127.0.0.1:1", fetch: async (_, { headers }) => (asked.push(headers["Accept-Language"]), Response.json({})) });
  await bridge.getWeek();
  assert.deepEqual(asked, ["en-GB"]);
});

test("listening ends, and says so, when the token is no longer good", async () => {
  const bridge = connectBridge({ base: "http://127.0.0.1:1", token: "t", fetch: async () => new Response("{}", { status: 401, headers: { "WWW-Authenticate": "Bearer" } }) });
  const seen = [];
  await followEvents(bridge, (name) => seen.push(name), new AbortController().signal, 5);
  assert.deepEqual(seen, ["signed-out"]);
});

test("events arrive whole however the bytes are cut", async () => {
  const text = ": hello\r\n\r\nevent: sync\r\ndata: {\"phase\":\r\ndata: \"é漢\"}\r\n\r\nevent: changed\ndata: \n\n";
  const bytes = new TextEncoder().encode(text);
  for (const size of [1, 2, 3, 7, bytes.length]) {
    const stream = new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
        controller.close();
      },
    });
    const events = [];
    for await (const event of readEvents(stream)) events.push(event);
    assert.deepEqual(events, [{ event: "sync", data: '{"phase":\n"é漢"}' }, { event: "changed", data: "" }], `pieces of ${size}`);
  }
});

test("a dropped stream is opened again and tells that something may have changed", async () => {
  let opened = 0;
  const bridge = {
    async *streamEvents() {
      opened += 1;
      yield { event: "sync", data: `{"phase":"started"}` };
    },
  };
  const seen = [];
  const abort = new AbortController();
  await followEvents(bridge, (name) => (seen.push(name), seen.length >= 3 && abort.abort()), abort.signal, 5);
  assert.equal(opened, 2);
  assert.deepEqual(seen, ["sync", "changed", "sync"]);
});
