import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import test from "node:test";
import { HelperLink, versionTrouble } from "../../../plugin/src/background/helper_link.js";

const token = "t".repeat(43);

/** A native host and a bridge: what connectNative and fetch see. `script(port)` plays the helper's side. */
function fakeHost(script, { knowsToken = true, permitted = true, hello } = {}) {
  const requests = [];
  const natives = [];
  const events = () => {
    const all = [];
    return { addListener: (one) => all.push(one), fire: (value) => all.forEach((one) => one(value)) };
  };
  const host = {
    version: "0.1.0",
    origin: "moz-extension://0000",
    hasPermission: async () => permitted,
    connectNative(name) {
      const native = { name, sent: [], closed: false, onMessage: events(), onDisconnect: events(), disconnect: () => (native.closed = true) };
      native.postMessage = (message) => (native.sent.push(message), setTimeout(() => script(native, natives.length), 1));
      natives.push(native);
      return native;
    },
    fetch: async (url, request) => {
      requests.push({ url, request });
      const { nonce } = JSON.parse(request.body);
      const key = createHash("sha256").update(knowsToken ? token : "another").digest();
      const proof = createHmac("sha256", key).update(`${nonce}:${new URL(url).port}`).digest("hex");
      return hello ? hello() : new Response(JSON.stringify({ proof, version: "0.1.0" }), { status: 200 });
    },
  };
  return { host, requests, natives };
}

const ready = (native) => native.onMessage.fire({ type: "ready", port: 18765, token, version: "0.1.0" });

async function until(link, phase, within = 6000) {
  const end = Date.now() + within;
  while (link.state.phase !== phase) {
    assert.ok(Date.now() < end, `phase ${phase} not reached, is ${JSON.stringify(link.state)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test("starts the helper, greets it and is ready after the proof", async () => {
  const { host, natives, requests } = fakeHost(ready);
  const link = new HelperLink(host);
  await link.start();
  await until(link, "ready");
  assert.equal(natives[0].name, "goodturn_helper");
  assert.deepEqual(natives[0].sent, [{ type: "hello", version: "0.1.0", origin: "moz-extension://0000" }]);
  assert.deepEqual(link.state, { phase: "ready", port: 18765, token, version: "0.1.0" });
  assert.equal(requests[0].url, "http://127.0.0.1:18765/api/v1/hello");
  link.close();
  assert.equal(natives[0].closed, true);
});

test("a program that squats on the port gets neither token nor trust", async () => {
  const { host, requests } = fakeHost(ready, { knowsToken: false });
  const link = new HelperLink(host);
  await link.start();
  await until(link, "failed");
  assert.equal(link.state.kind, "not-ours");
  assert.equal(requests.length, 1);
  assert.equal(JSON.stringify(requests[0]).includes(token), false);
  assert.equal(Object.keys(requests[0].request.headers).some((name) => name.toLowerCase() === "authorization"), false);
});

test("an answer that is no JSON or an error status is not trusted either", async () => {
  for (const hello of [() => new Response("<html>", { status: 200 }), () => new Response("{}", { status: 403 })]) {
    const link = new HelperLink(fakeHost(ready, { hello }).host);
    await link.start();
    await until(link, "failed");
    assert.equal(link.state.kind, "not-ours");
  }
});

test("says that the helper is missing, and a retry finds it", async () => {
  const message = "No such native application goodturn_helper";
  const { host } = fakeHost((native, count) => (count === 1 ? native.onDisconnect.fire({ error: { message } }) : ready(native)));
  const link = new HelperLink(host);
  await link.start();
  await until(link, "failed");
  assert.deepEqual(link.state, { phase: "failed", kind: "missing", what: message });
  await link.retry();
  await until(link, "ready");
  link.close();
});

test("finds a restarted helper on its new port within five seconds", async () => {
  const { host, natives } = fakeHost((native, count) => {
    if (count === 1 || count === 4) native.onMessage.fire({ type: "ready", port: 18765 + count, token, version: "0.1.0" });
    else native.onDisconnect.fire({ error: null });
  });
  const link = new HelperLink(host);
  await link.start();
  await until(link, "ready");
  const lost = Date.now();
  natives[0].onDisconnect.fire({ error: null });
  await until(link, "connecting");
  await until(link, "ready", 5000);
  assert.ok(Date.now() - lost < 5000);
  assert.equal(link.state.port, 18769);
  link.close();
});

test("gives up after its attempts and says that the helper stopped", async () => {
  const { host, natives } = fakeHost((native, count) => (count === 1 ? ready(native) : native.onDisconnect.fire({ error: null })));
  const waits = [];
  host.setTimeout = (call, wait) => (waits.push(wait), setTimeout(call, Math.min(wait, 20)));
  const link = new HelperLink(host);
  host.clearTimeout = clearTimeout;
  await link.start();
  await until(link, "ready");
  natives[0].onDisconnect.fire({ error: null });
  await until(link, "failed");
  assert.equal(link.state.kind, "stopped");
  assert.ok(waits.filter((wait) => wait < 8000).reduce((sum, wait) => sum + wait, 0) <= 5000);
});

test("a silent helper, an error from the helper, a refused permission", async () => {
  const silent = fakeHost(() => {});
  silent.host.setTimeout = (call) => setTimeout(call, 5);
  const cases = [
    [silent.host, "silent"],
    [fakeHost((native) => native.onMessage.fire({ type: "error", kind: "storage", what: "The disk is full." })).host, "storage"],
    [fakeHost(ready, { permitted: false }).host, "no-permission"],
  ];
  for (const [host, kind] of cases) {
    const link = new HelperLink(host);
    await link.start();
    await until(link, "failed");
    assert.equal(link.state.kind, kind);
  }
});

test("only the major version must agree", () => {
  assert.equal(versionTrouble("0.1.0", "0.9.3"), "");
  assert.equal(versionTrouble("1.0.0", "0.9.3"), "old-helper");
  assert.equal(versionTrouble("1.0.0", "2.0.0"), "new-helper");
  assert.equal(versionTrouble("1.0.0", "undefined"), "old-helper");
});

test("a helper of before that still holds its folder is waited for, and named when it stays", async () => {
  const busy = (native) => native.onMessage.fire({ type: "error", kind: "busy", what: "already running" });
  const passing = fakeHost((native, count) => (count < 3 ? busy(native) : ready(native)));
  const link = new HelperLink(passing.host);
  await link.start();
  await until(link, "ready");
  assert.equal(passing.natives.length, 3);
  link.close();
  const staying = fakeHost(busy);
  const other = new HelperLink({ ...staying.host, setTimeout: (call, wait) => setTimeout(call, wait > 5000 ? wait : 1) });
  await other.start();
  await until(other, "failed");
  assert.deepEqual(other.state, { phase: "failed", kind: "busy", what: "already running" });
  assert.equal(staying.natives.length, 6);
});
