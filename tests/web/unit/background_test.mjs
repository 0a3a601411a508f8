import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import test from "node:test";
import "../support/words.mjs";
import { PagePorts } from "../../../plugin/src/background/page_ports.js";
import { ensureSpace, openSpace } from "../../../plugin/src/background/space.js";
import { ToolbarTitle } from "../../../plugin/src/background/toolbar.js";

class FakeLink extends EventTarget {
  state = { phase: "idle" };
  calls = [];
  start = () => this.calls.push("start");
  retry = () => this.calls.push("retry");
  become(state) {
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }
}

function fakePort(name) {
  const sent = [];
  const listeners = { message: [], gone: [] };
  return {
    name, sent,
    cut: false,
    disconnect() { this.cut = true; },
    postMessage: (message) => sent.push(message),
    onMessage: { addListener: (one) => listeners.message.push(one) },
    onDisconnect: { addListener: (one) => listeners.gone.push(one) },
    say: (message) => listeners.message.forEach((one) => one(message)),
    leave: () => listeners.gone.forEach((one) => one()),
  };
}

test("pages hear the link's state, at once and later, until they leave", () => {
  const link = new FakeLink();
  const pages = new PagePorts({ link, open: () => {} });
  const port = fakePort("page");
  pages.accept(port);
  assert.deepEqual(link.calls, ["start"]);
  link.become({ phase: "ready", port: 1 });
  port.leave();
  link.become({ phase: "failed" });
  assert.deepEqual(port.sent.map((message) => message.state.phase), ["idle", "ready"]);
  port.say({ type: "retry" });
  assert.deepEqual(link.calls, ["start", "retry"]);
});

test("a port of another name is cut", () => {
  const port = fakePort("stranger");
  new PagePorts({ link: new FakeLink(), open: () => {} }).accept(port);
  assert.equal(port.cut, true);
  assert.equal(port.sent.length, 0);
});

test("a route asked for from the popup reaches the space once it is there", () => {
  let opened = 0;
  const pages = new PagePorts({ link: new FakeLink(), open: () => (opened += 1) });
  const popup = fakePort("page");
  pages.accept(popup);
  popup.say({ type: "open", route: "#/accounts" });
  const app = fakePort("app");
  pages.accept(app);
  assert.equal(opened, 1);
  assert.deepEqual(app.sent.at(-1), { type: "go", route: "#/accounts" });
  const second = fakePort("app");
  pages.accept(second);
  assert.equal(second.sent.some((message) => message.type === "go"), false);
});

test("the space is made once and found again after the script slept", async () => {
  const made = [];
  const spaces = {
    query: async () => made,
    create: async (name, properties, button) => (made.push({ id: 3, name, properties, button }), made[0]),
    open: async (id) => assert.equal(id, 3),
  };
  await ensureSpace(spaces, "moz-extension://x/app.html");
  await openSpace(spaces, "moz-extension://x/app.html");
  assert.equal(made.length, 1);
  assert.match(made[0].name, /^[a-zA-Z0-9_]+$/);
  assert.equal("badgeText" in made[0].button, false);
});

test("the toolbar's tooltip follows the link and a sync", async () => {
  const titles = [];
  const link = new FakeLink();
  const events = [];
  const bridge = { async *streamEvents() { yield* events; } };
  new ToolbarTitle({ action: { setTitle: ({ title }) => titles.push(title) }, link, bridge: () => bridge }).start();
  events.push({ event: "sync", data: '{"phase":"fetching","collection":"Contacts","done":2,"total":6}' });
  events.push({ event: "sync", data: '{"phase":"finished","report":{"summary":"6 new people."}}' });
  link.become({ phase: "ready" });
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(titles, ["Goodturn", "Goodturn: sync now", "Goodturn: Fetching Contacts: 2 of 6", "Goodturn: 6 new people."]);
  link.become({ phase: "failed" });
  assert.equal(titles.at(-1), "Goodturn: the helper is not running");
});

const plugin = fileURLToPath(new URL("../../../plugin/", import.meta.url));
const sources = readdirSync(path.join(plugin, "src"), { recursive: true }).filter((name) => name.endsWith(".js"));

test("no source writes markup from text or runs text as code", () => {
  assert.ok(sources.length > 30);
  const forbidden = /innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafe-html|unsafeSVG|unsafeStatic|\beval\(|new Function|document\.write/;
  for (const name of sources) assert.doesNotMatch(readFileSync(path.join(plugin, "src", name), "utf8"), forbidden, name);
});

test("features_025_no_mail_is_sent_without_a_click_in_the_compose_window", () => {
  for (const name of sources) assert.doesNotMatch(readFileSync(path.join(plugin, "src", name), "utf8"), /\bsendMessage\(|messages\.send\b|compose\.send/, name);
  const { permissions, optional_permissions: optional } = JSON.parse(readFileSync(path.join(plugin, "..", "manifest.json"), "utf8"));
  for (const permission of [...permissions, ...optional]) assert.doesNotMatch(permission, /send/);
});

test("the manifest asks for little, and its policy names only this computer", () => {
  const manifest = JSON.parse(readFileSync(path.join(plugin, "..", "manifest.json"), "utf8"));
  assert.deepEqual(manifest.permissions, ["nativeMessaging", "menus"]);
  assert.deepEqual(manifest.optional_permissions, ["messagesRead", "addressBooks", "accountsRead", "compose", "notifications"]);
  assert.deepEqual(manifest.host_permissions, ["http://127.0.0.1/*"]);
  assert.equal(manifest.experiment_apis, undefined);
  const policy = manifest.content_security_policy.extension_pages;
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /connect-src http:\/\/127\.0\.0\.1:\*;/);
  assert.doesNotMatch(policy, /unsafe|https?:\/\/(?!127)/);
});
