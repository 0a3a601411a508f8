// The page's line to the helper, in a browser with its one-time code and in Thunderbird through the background script.
import assert from "node:assert/strict";
import test from "node:test";
import "../support/words.mjs";
import { Session } from "../../../plugin/src/pages/session.js";

/** Runs with these globals and puts back what was there. */
async function withGlobals(values, run) {
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]));
  for (const [name, value] of Object.entries(values)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  try {
    return await run();
  } finally {
    for (const [name, descriptor] of Object.entries(before)) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else delete globalThis[name];
    }
  }
}

function memory(entries = {}) {
  const kept = new Map(Object.entries(entries));
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, String(value)), removeItem: (key) => void kept.delete(key) };
}

/** A browser with a page at `hash`; `answer(path, init)` is what the helper says. */
function browserAt(hash, answer, entries) {
  const replaced = [];
  const asked = [];
  return {
    replaced,
    asked,
    globals: {
      location: { origin: "http://127.0.0.1:9", pathname: "/", hash },
      history: { replaceState: (...values) => replaced.push(values[2]) },
      sessionStorage: memory(entries),
      fetch: async (address, init) => {
        const { pathname } = new URL(address);
        asked.push([pathname, init.headers.Authorization ?? ""]);
        if (pathname.endsWith("/events")) return new Promise((_, reject) => init.signal?.addEventListener("abort", () => reject(new DOMException("", "AbortError"))));
        return answer(pathname, init);
      },
    },
  };
}

const json = (body, status = 200, headers = {}) => new Response(JSON.stringify(body), { status, headers });
const refused = () => json({ kind: "auth", detail: "No." }, 401, { "WWW-Authenticate": "Bearer" });

test("the code of the link becomes a token, leaves the address first and is sent once", async () => {
  const browser = browserAt("#code=Zm9v", (path) => (path.endsWith("/session") ? json({ token: "t" }) : json({ syncing: false })));
  await withGlobals(browser.globals, async () => {
    const session = new Session("page");
    await session.open();
    assert.deepEqual([session.state.phase, browser.replaced], ["ready", ["/#/week"]]);
    assert.equal(browser.globals.sessionStorage.getItem("goodturn-token"), "t");
    assert.deepEqual(browser.asked.filter(([path]) => !path.endsWith("/events")), [["/api/v1/session", ""], ["/api/v1/status", "Bearer t"]]);
    session.show("#/people");
    assert.equal(globalThis.location.hash, "#/people");
  });
});

test("each way in which it does not come about has a kind of its own", async () => {
  const ended = async (hash, answer, entries) => {
    const browser = browserAt(hash, answer, entries);
    return withGlobals(browser.globals, async () => {
      const session = new Session("page");
      await session.open();
      return [session.state.phase, session.state.kind, browser.globals.sessionStorage.getItem("goodturn-token")];
    });
  };
  const broken = () => Promise.reject(new TypeError("refused"));
  assert.deepEqual(await ended("#/week", refused), ["failed", "no-code", null]);
  assert.deepEqual(await ended("#code=old", () => json({ kind: "invalid", detail: "Used." }, 400)), ["failed", "old-code", null]);
  assert.deepEqual(await ended("#code=x", broken), ["failed", "stopped", null]);
  assert.deepEqual(await ended("#/week", refused, { "goodturn-token": "t" }), ["failed", "no-code", null], "a token that was ended is forgotten");
  assert.deepEqual(await ended("#/week", broken, { "goodturn-token": "t" }), ["failed", "stopped", "t"], "one of a helper that is away is kept");
  assert.deepEqual(await ended("#/week", () => json({ kind: "storage", detail: "Full." }, 500), { "goodturn-token": "t" }), ["failed", "storage", "t"]);
});

test("in Thunderbird the background script tells the link, mail and routes, and a cut port is opened anew", async () => {
  const ports = [];
  const connect = ({ name }) => {
    const listeners = { message: [], gone: [] };
    const port = { name, posted: [], postMessage: (message) => port.posted.push(message), onMessage: { addListener: (one) => listeners.message.push(one) }, onDisconnect: { addListener: (one) => listeners.gone.push(one) }, listeners };
    ports.push(port);
    return port;
  };
  const fetch = (_, { signal }) => new Promise((_done, reject) => signal?.addEventListener("abort", () => reject(new DOMException("", "AbortError"))));
  await withGlobals({ messenger: { runtime: { id: "goodturn@example.org", connect } }, fetch }, async () => {
    const session = new Session("app");
    const heard = [];
    for (const type of ["state", "mail", "route"]) session.addEventListener(type, (event) => heard.push([type, event.detail ?? session.state.phase]));
    await session.open();
    const tell = (message, port = ports.at(-1)) => port.listeners.message.forEach((one) => one(message));
    tell({ type: "link", state: { phase: "connecting" } });
    tell({ type: "link", state: { phase: "ready", port: 9, token: "t" } });
    assert.equal(session.bridge.base, "http://127.0.0.1:9");
    tell({ type: "mail", state: { phase: "reading" } });
    tell({ type: "go", route: "#/people" });
    const { bridge } = session;
    tell({ type: "link", state: { phase: "failed", kind: "stopped", what: "" } });
    assert.deepEqual(heard, [["state", "connecting"], ["state", "ready"], ["mail", "ready"], ["route", "#/people"], ["state", "failed"]]);
    assert.equal(session.bridge, bridge, "a call then fails with a message instead of breaking the page");
    await session.retry();
    session.show("#/accounts");
    session.mailAction("read");
    assert.deepEqual(ports[0].posted, [{ type: "retry" }, { type: "open", route: "#/accounts" }, { type: "mail", action: "read" }]);
    ports[0].listeners.gone.forEach((one) => one());
    assert.equal(ports.length, 2);
  });
});
