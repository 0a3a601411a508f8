// What the add-on may see: asked for, granted, refused, given back; and where it comes back after it started anew.
import assert from "node:assert/strict";
import test from "node:test";
import { askLoopback, askMail, askPermission, dropPermission, hasPermission, mailPermissions, maySeeMail, takeReturnRoute } from "../../../plugin/src/thunderbird/permission.js";

/** A host that grants what is asked for, or nothing; what was asked and kept stands in `log` and `storage`. */
function host(grants) {
  const granted = new Set();
  const kept = new Map();
  const log = { asked: [], reloads: 0 };
  globalThis.localStorage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), removeItem: (key) => kept.delete(key) };
  globalThis.messenger = {
    runtime: { reload: () => (log.reloads += 1) },
    permissions: {
      request: async (wanted) => {
        log.asked.push(wanted);
        if (grants) for (const name of wanted.permissions ?? wanted.origins) granted.add(name);
        return grants;
      },
      contains: async ({ permissions }) => permissions.every((one) => granted.has(one)),
      remove: async ({ permissions }) => permissions.every((one) => granted.delete(one)),
    },
  };
  return { log, kept };
}

test("outside Thunderbird nothing is granted", async () => {
  delete globalThis.messenger;
  assert.equal(await hasPermission("messagesRead"), false);
  assert.equal(await maySeeMail(), false);
});

test("a granted permission needs no start anew, but for reading messages, and that one comes back where it was asked", async () => {
  const { log } = host(true);
  assert.equal(await askPermission("addressBooks", "#/settings"), true);
  assert.equal(log.reloads, 0);
  assert.equal(takeReturnRoute(), null, "nowhere to come back to");
  assert.equal(await askPermission("messagesRead", "#/settings"), true);
  assert.equal(log.reloads, 1);
  assert.equal(takeReturnRoute(), "#/settings");
  assert.equal(takeReturnRoute(), null, "once");
  assert.equal(await askPermission("messagesRead"), true);
  assert.equal(takeReturnRoute(), null, "without a route the space stays closed");
  assert.equal(await hasPermission("messagesRead"), true);
  assert.equal(await dropPermission("messagesRead"), true);
  assert.equal(await hasPermission("messagesRead"), false);
});

test("mail is asked for in the first steps and comes back to them", async () => {
  const { log } = host(true);
  assert.equal(await maySeeMail(), false);
  assert.equal(await askMail("#/welcome"), true);
  assert.deepEqual(log, { asked: [{ permissions: mailPermissions }], reloads: 1 });
  assert.equal(takeReturnRoute(), "#/welcome");
  assert.equal(await maySeeMail(), true);
});

test("what is refused starts nothing anew and leaves nothing behind", async () => {
  const { log, kept } = host(false);
  assert.equal(await askPermission("messagesRead", "#/settings"), false);
  assert.equal(await askMail("#/welcome"), false);
  assert.equal(await askLoopback(), false);
  assert.equal(log.reloads, 0);
  assert.equal(kept.size, 0);
  assert.deepEqual(log.asked.at(-1), { origins: ["http://127.0.0.1/*"] });
});
