// The add-on's own pages in Chromium: files of dist/xpi-root under the bridge's address, and a messenger object that
// answers as Thunderbird does (shapes read from Thunderbird 153's schemas).
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { freshPage } from "./browser.mjs";
import { hostMessage } from "./host_messages.mjs";

const root = fileURLToPath(new URL("../../../plugin/dist/xpi-root/", import.meta.url));
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json" };

/** Serves dist/xpi-root at `base` with the manifest's own policy; the API stays with the bridge. */
export async function serveAddOn(page, base) {
  const manifest = JSON.parse(await readFile(path.join(root, "manifest.json"), "utf8"));
  const policy = manifest.content_security_policy.extension_pages;
  await page.route(
    (url) => url.origin === base && !url.pathname.startsWith("/api/"),
    async (route) => {
      const file = path.join(root, new URL(route.request().url()).pathname);
      const body = await readFile(file).catch(() => null);
      const headers = { "Content-Type": types[path.extname(file)] ?? "text/plain", "Content-Security-Policy": policy };
      await route.fulfill(body ? { status: 200, body, headers } : { status: 404, body: "" });
    },
  );
}

/** The add-on's messages as the host answers getMessage: {name: {message, placeholders}}. */
const messagesOf = async (language) => JSON.parse(await readFile(path.join(root, "_locales", language, "messages.json"), "utf8"));

/**
 * Puts `messenger` into the page. options: {language ("en" without it), version ("153.0" without it), state (link state), granted: [permissions], author, recipients, books, contacts, mailAccounts, composing, theme (the colours of one, which no theme is without)};
 * `authors` instead of `author`: the page's ?author=NUMBER chooses one.
 * What the page did stands in globalThis.fakeLog.
 */
export async function fakeMessenger(page, options) {
  const messages = await messagesOf(options.language ?? "en");
  await page.addInitScript(`globalThis.hostMessage = ${hostMessage}`);
  await page.addInitScript((wanted) => {
    const author = wanted.author ?? wanted.authors?.[Number(new URLSearchParams(location.search).get("author"))];
    const granted = new Set(wanted.granted ?? []);
    const listeners = () => {
      const all = [];
      return { addListener: (one) => all.push(one), fire: (...values) => all.forEach((one) => one(...values)) };
    };
    const themeUpdates = listeners();
    let theme = { colors: wanted.theme ?? null };
    globalThis.chooseTheme = (colors) => ((theme = { colors }), themeUpdates.fire({ theme }));
    const log = (globalThis.fakeLog = { posted: [], updates: [], requested: [], reloads: 0, port: null, composing: wanted.composing ?? {} });
    const contacts = new Map((wanted.contacts ?? []).map((contact) => [contact.id, contact]));
    const connect = ({ name }) => {
      const port = { name, onMessage: listeners(), onDisconnect: listeners(), postMessage: (message) => log.posted.push(message), disconnect() {} };
      log.port = port;
      setTimeout(() => port.onMessage.fire({ type: "link", state: wanted.state }), 0);
      return port;
    };
    globalThis.messenger = {
      i18n: { getMessage: (name, values) => globalThis.hostMessage(wanted.messages, name, values) },
      runtime: { id: "goodturn@example.org", connect, getBrowserInfo: async () => ({ name: "Thunderbird", version: wanted.version ?? "153.0" }), reload: () => (log.reloads += 1) },
      permissions: {
        contains: async ({ permissions = [] }) => permissions.every((one) => granted.has(one)),
        request: async ({ permissions = [] }) => (permissions.forEach((one) => (granted.add(one), log.requested.push(one))), true),
        remove: async ({ permissions = [] }) => (permissions.forEach((one) => granted.delete(one)), true),
      },
      tabs: { query: async () => [{ id: 7 }] },
      messageDisplay: { getDisplayedMessages: async () => ({ id: null, messages: author ? [{ id: 1, author, recipients: wanted.recipients ?? [] }] : [] }) },
      messengerUtilities: {
        parseMailboxString: async (text) => {
          const [, name, email] = /^(.*?)\s*<([^>]+)>$/.exec(text) ?? [null, "", text];
          return [{ name, email }];
        },
      },
      messages: { get: async () => ({ author: author ?? "", recipients: wanted.recipients ?? [] }) },
      theme: { getCurrent: async () => theme, onUpdated: themeUpdates },
      commands: { getAll: async () => [{ name: "week", description: "Open this week's list", shortcut: "Ctrl+Alt+G" }] },
      compose: {
        getComposeDetails: async () => ({ ...log.composing }),
        setComposeDetails: async (tab, details) => Object.assign(log.composing, details),
      },
      accounts: { list: async () => wanted.mailAccounts ?? [] },
      addressBooks: {
        list: async () => wanted.books ?? [],
        contacts: {
          list: async (book) => [...contacts.values()].filter((contact) => contact.parentId === book),
          get: async (id) => {
            if (!contacts.has(id)) throw new Error(`contact with id=${id} could not be found.`);
            return { ...contacts.get(id) };
          },
          update: async (id, vCard) => (log.updates.push({ id, vCard }), void contacts.set(id, { ...contacts.get(id), vCard })),
        },
      },
    };
  }, { ...options, messages });
}

/**
 * A page of the add-on in a fresh context, linked to a sample bridge (of startBridge, or one by itself): what freshPage
 * gives. `options` are those of fakeMessenger, `context` those of freshPage.
 */
export async function openAddOn(browser, bridge, file, options = {}, context = {}) {
  const { base, port, token } = bridge.sample ?? bridge;
  const fresh = await freshPage(browser, context);
  await serveAddOn(fresh.page, base);
  await fakeMessenger(fresh.page, { state: { phase: "ready", port, token }, ...options });
  await fresh.page.goto(`${base}/${file}`);
  return fresh;
}
