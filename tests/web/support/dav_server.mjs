// A real DAV server (Radicale) on loopback with one address book, and what another program does to it meanwhile.
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { alice, dav, makeCollection, startServer } from "../../host/support/servers.mjs";

export { alice };

const cardOf = ({ uid, name }) => ["BEGIN:VCARD", "VERSION:3.0", `UID:${uid}`, `FN:${name}`, `N:${name.split(" ").reverse().join(";")};;;`, `EMAIL:${uid}@example.org`, "END:VCARD", ""].join("\r\n");

/** Hrefs of the members of a collection, by PROPFIND. */
async function membersOf(url) {
  const body = '<?xml version="1.0"?><d:propfind xmlns:d="DAV:"><d:prop><d:getetag/></d:prop></d:propfind>';
  const answer = await dav("PROPFIND", url, { body, headers: { Depth: "1", "Content-Type": "application/xml; charset=utf-8" } });
  const { pathname } = new URL(url);
  return [...answer.matchAll(/<(?:\w+:)?href>([^<]+)<\/(?:\w+:)?href>/g)].map(([, href]) => href).filter((href) => href !== pathname);
}

/**
 * Starts the server with the people [{uid, name}] in alice's book "contacts". Answers {url, cardAt(uid), putCard(uid, text),
 * removeCard(uid), names(), itemsOf(collection), put(href, text), stop}: cards by uid, items as {href, text}.
 */
export async function startDavServer(people) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "goodturn-web-dav-"));
  const server = await startServer("radicale", folder);
  const book = await makeCollection(server, "book", "contacts", people.map((one) => ({ name: one.uid, text: cardOf(one) })));
  const type = (text) => (text.startsWith("BEGIN:VCARD") ? "text/vcard; charset=utf-8" : "text/calendar; charset=utf-8");
  const put = (href, text) => dav("PUT", new URL(href, server.url), { body: text, headers: { "Content-Type": type(text) } });
  const at = (uid) => `${book}${uid}.vcf`;
  return {
    url: server.url,
    cardAt: (uid) => dav("GET", at(uid)),
    putCard: (uid, text) => put(at(uid), text),
    removeCard: (uid) => dav("DELETE", at(uid)),
    names: async () => (await membersOf(book)).map((href) => path.basename(href, ".vcf")),
    itemsOf: async (url) => Promise.all((await membersOf(url)).map(async (href) => ({ href, text: await dav("GET", new URL(href, server.url)) }))),
    collections: async () => (await membersOf(`${server.url}/alice/`)).map((href) => new URL(href, server.url).href),
    put,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
