// The background script as a whole, in a host of its own with a helper that answers.
import assert from "node:assert/strict";
import test from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import "../support/words.mjs";
import { BackgroundHost } from "../support/background_host.mjs";

async function until(what, holds) {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await holds()) return;
    await delay(10);
  }
  assert.fail(`not so: ${what}`);
}

/** A test in a started host, which ends with it. */
const inHost = (name, options, body) =>
  test(name, async () => {
    const host = await new BackgroundHost(options).start();
    try {
      await body(host);
    } finally {
      await host.stop();
    }
  });

const asked = (host, request) => host.bridge.requests.filter((one) => one === request).length;
const phase = (port) => port.heard.filter(({ type }) => type === "link").at(-1)?.state.phase;
const isReady = (host) => until("the helper is there", () => host.titles.at(-1) === "Goodturn: sync now");

inHost("a start of the script: the helper runs, the button says so, menu and space are there", {}, async (host) => {
  await isReady(host);
  assert.equal(host.failed, undefined);
  assert.deepEqual(host.natives.map(({ name }) => name), ["goodturn_helper"]);
  assert.deepEqual(host.menus.map(({ id, contexts }) => [id, contexts]), ["gave", "received", "promised"].map((kind) => [kind, ["message_list"]]));
  assert.deepEqual(host.spaces.map(({ name, url }) => [name, url]), [["goodturn", "moz-extension://0000/app.html"]]);
  assert.deepEqual(host.opened, [], "nothing comes up by itself");
});

test("everything that may wake the script is listened to before it waits for anything", async () => {
  const host = new BackgroundHost();
  const never = new Promise(() => {});
  Object.assign(host.messenger.spaces, { query: () => never });
  Object.assign(host.messenger.permissions, { contains: () => never });
  host.start();
  await until("the listeners", () => host.events.onInstalled.count > 0);
  for (const name of ["onConnect", "onStartup", "onInstalled", "onAdded", "onCommand", "onMenu"]) assert.ok(host.events[name].count > 0, name);
  await host.stop();
});

inHost("the key for the list brings up the space there, the key for a sync starts one", {}, async (host) => {
  await isReady(host);
  await host.events.onCommand.fire("week");
  await until("the space", () => host.opened.length === 1);
  assert.deepEqual(host.page().heard.filter(({ type }) => type === "go"), [{ type: "go", route: "#/week" }]);
  assert.equal(asked(host, "POST /api/v1/sync"), 0);
  await host.events.onCommand.fire("sync");
  await until("the line of the report", () => host.titles.at(-1) === `Goodturn: ${host.bridge.world.report.summary}`);
  assert.equal(asked(host, "POST /api/v1/sync"), 1);
});

inHost("without the helper a key does nothing, pages hear why, and a page's retry finds one that was installed meanwhile", { helper: false }, async (host) => {
  await until("the failure", () => host.titles.at(-1) === "Goodturn: the helper is not running");
  await host.events.onCommand.fire("sync");
  const page = host.page("page");
  await until("the failure on the page", () => phase(page) === "failed");
  assert.equal(page.heard.filter(({ type }) => type === "link").at(-1).state.kind, "missing");
  host.helper = true;
  await page.onMessage.fire({ type: "retry" });
  await isReady(host);
  assert.equal(phase(page), "ready");
  assert.equal(asked(host, "POST /api/v1/sync"), 0);
});

inHost("a permission that was given back and granted again finds the helper", { origins: [] }, async (host) => {
  const page = host.page("page");
  await until("the failure", () => phase(page) === "failed");
  assert.deepEqual(host.natives, [], "no program is started without the right to speak to it");
  host.origins.add("http://127.0.0.1/*");
  await host.events.onAdded.fire({ origins: ["http://127.0.0.1/*"] });
  await isReady(host);
});

inHost("a helper that runs is not started again when Thunderbird starts or the add-on is updated", {}, async (host) => {
  await isReady(host);
  await host.events.onStartup.fire();
  await host.events.onInstalled.fire({ reason: "update" });
  assert.equal(host.natives.length, 1);
  host.natives[0].onDisconnect.fire({});
  await until("the helper again", () => host.natives.length === 2);
  await isReady(host);
});

inHost("after a start for a new permission the page it was asked on comes back, once", { kept: { "goodturn-return": "#/welcome" } }, async (host) => {
  await until("the space", () => host.opened.length === 1);
  assert.deepEqual(host.page().heard.filter(({ type }) => type === "go"), [{ type: "go", route: "#/welcome" }]);
  assert.equal("goodturn-return" in host.storage.kept, false);
});

inHost("the notice that is wanted comes as soon as the helper is there, and its click leads to the list", { kept: { "goodturn-notices": "on" } }, async (host) => {
  await isReady(host);
  await until("the notice", () => host.notices.length === 1);
  assert.match(host.notices[0].message, /^\d+ people are on this week's list\.$/);
  await host.events.onNotice.fire();
  await until("the space", () => host.opened.length === 1);
  assert.deepEqual(host.page().heard.filter(({ type }) => type === "go"), [{ type: "go", route: "#/week" }]);
});

inHost("a host that makes no space still has its helper, and with it the follow-ups calendar", { brokenSpace: true }, async (host) => {
  await isReady(host);
  assert.match(String(host.failed), /no space/);
});
