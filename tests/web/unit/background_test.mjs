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

test("a page hears of the mail that is read, and reads or ends it", () => {
  const asked = [];
  const reader = Object.assign(new EventTarget(), { state: { phase: "idle" }, cancel: () => asked.push("cancel") });
  const watch = { catchUp: (how) => asked.push(how) };
  const pages = new PagePorts({ link: new FakeLink(), open: () => {}, mail: { reader, watch } });
  const port = fakePort("app");
  pages.accept(port);
  reader.state = { phase: "reading" };
  reader.dispatchEvent(new Event("state"));
  assert.deepEqual(port.sent.filter(({ type }) => type === "mail").map(({ state }) => state.phase), ["idle", "reading"]);
  for (const action of ["read", "cancel", "anything"]) port.say({ type: "mail", action });
  assert.deepEqual(asked, [{ now: true }, "cancel"]);
});

test("mail is no matter without the reader, and words nobody knows do nothing", () => {
  const link = new FakeLink();
  const pages = new PagePorts({ link, open: () => assert.fail("nothing was asked for") });
  const port = fakePort("page");
  pages.accept(port);
  for (const message of [null, {}, { type: "mail", action: "read" }, { type: "close" }]) port.say(message);
  assert.deepEqual(port.sent.map(({ type }) => type), ["link"]);
  assert.deepEqual(link.calls, ["start"]);
});

test("a route goes to every open space at once, and the newest one counts", () => {
  const pages = new PagePorts({ link: new FakeLink(), open: () => {} });
  pages.show("#/week");
  pages.show("#/people");
  const apps = [fakePort("app"), fakePort("app")];
  pages.accept(apps[0]);
  pages.accept(apps[1]);
  const routes = (port) => port.sent.filter(({ type }) => type === "go").map(({ route }) => route);
  assert.deepEqual(apps.map(routes), [["#/people"], []]);
  pages.show("#/settings");
  assert.deepEqual(apps.map(routes), [["#/people", "#/settings"], ["#/settings"]]);
  apps[0].leave();
  pages.show("#/ledger");
  assert.deepEqual(apps.map(routes), [["#/people", "#/settings"], ["#/settings", "#/ledger"]]);
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

test("a tooltip of a helper that is gone is not changed by its last words; a sync without a line says what the button does", async () => {
  const titles = [];
  const link = new FakeLink();
  const signals = [];
  const late = [];
  const bridge = {
    async *streamEvents({ signal }) {
      signals.push(signal);
      yield { event: "changed", data: "" };
      yield { event: "sync", data: '{"phase":"finished"}' };
      await new Promise((resolve) => late.push(resolve));
    },
  };
  new ToolbarTitle({ action: { setTitle: ({ title }) => titles.push(title) }, link, bridge: () => bridge }).start();
  link.become({ phase: "ready" });
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(titles.at(-1), "Goodturn: sync now");
  link.become({ phase: "failed" });
  assert.equal(signals[0].aborted, true);
  link.become({ phase: "ready" });
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(signals.map(({ aborted }) => aborted), [true, false]);
  link.become({ phase: "failed" });
  for (const end of late) end();
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(titles.at(-1), "Goodturn: the helper is not running");
});

test("a space that was found is opened as it is, one that cannot be made says why", async () => {
  const opened = [];
  const found = { query: async (wanted) => (assert.deepEqual(wanted, { name: "goodturn", isSelfOwned: true }), [{ id: 8 }]), create: () => assert.fail("it is there"), open: async (id) => opened.push(id) };
  await openSpace(found, "moz-extension://x/app.html");
  assert.deepEqual(opened, [8]);
  const refusing = { ...found, query: async () => [], create: async () => Promise.reject(new Error("no space")) };
  await assert.rejects(openSpace(refusing, "moz-extension://x/app.html"), /no space/);
});

const plugin = fileURLToPath(new URL("../../../plugin/", import.meta.url));
const sources = readdirSync(path.join(plugin, "src"), { recursive: true }).filter((name) => name.endsWith(".js"));

test("no source writes markup from text or runs text as code", () => {
  assert.ok(sources.length > 30);
  const forbidden = /innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafe-html|unsafeSVG|unsafeStatic|\beval\(|new Function|document\.write/;
  for (const name of sources) assert.doesNotMatch(readFileSync(path.join(plugin, "src", name), "utf8"), forbidden, name);
});

test("no page unpacks a picture of a card", () => {
  const shown = /<img\b|<picture\b|<image\b|new Image\(|createImageBitmap|ImageDecoder|createElement\("(img|image|canvas)"\)/;
  for (const name of sources) assert.doesNotMatch(readFileSync(path.join(plugin, "src", name), "utf8"), shown, name);
  assert.match("html`<img src=${photo}>`", shown);
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
