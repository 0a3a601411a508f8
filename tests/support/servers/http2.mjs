// A calendar in memory behind HTTP/2: sync-collection, calendar-multiget, GET, PUT and DELETE with conditions.
// GET /counts tells how many connections and requests there were. usage: node http2.mjs DIR PORT
import { readFileSync } from "node:fs";
import { createSecureServer } from "node:http2";

const [, , dir, port] = process.argv;
const folder = "/dav/c/";
const items = new Map();
const counts = { connections: 0, requests: 0 };
let version = 0;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function itemElement(href) {
  const item = items.get(href);
  if (!item) return `<D:response><D:href>${href}</D:href><D:status>HTTP/1.1 404 Not Found</D:status></D:response>`;
  return `<D:response><D:href>${href}</D:href><D:propstat><D:prop><D:getetag>"${item.version}"</D:getetag>`
    + `<C:calendar-data>${escaped(item.text)}</C:calendar-data></D:prop><D:status>HTTP/1.1 200 OK</D:status>`
    + "</D:propstat></D:response>";
}

function report(body) {
  const wanted = body.includes("multiget") ? [...body.matchAll(/<D:href>([^<]*)</g)].map((match) => match[1])
    : [...items.keys()];
  return '<D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">'
    + `${wanted.map(itemElement).join("")}<D:sync-token>data:,${version}</D:sync-token></D:multistatus>`;
}

/** True where the conditions of a request allow it. */
function mayWrite(headers, item) {
  if (headers["if-none-match"] === "*") return !item;
  const etag = headers["if-match"];
  return !etag || (item && (etag === "*" || etag === `"${item.version}"`));
}

function answer(method, path, headers, body) {
  const item = items.get(path);
  if (path === "/counts") return [200, JSON.stringify(counts)];
  if (headers.authorization !== `Basic ${Buffer.from("alice:secret").toString("base64")}`) return [401, ""];
  if (method === "REPORT" && path === folder) return [207, report(body)];
  if (method === "GET" && item) return [200, item.text, { etag: `"${item.version}"` }];
  if (method !== "PUT" && !item) return [404, ""];
  if (!mayWrite(headers, item)) return [412, ""];
  version += 1;
  if (method === "DELETE") {
    items.delete(path);
    return [204, ""];
  }
  items.set(path, { text: body, version });
  return [item ? 204 : 201, "", { etag: `"${version}"` }];
}

const server = createSecureServer({ key: readFileSync(`${dir}/key.pem`), cert: readFileSync(`${dir}/cert.pem`) });
server.on("session", () => { counts.connections += 1; });
server.on("stream", (stream, headers) => {
  counts.requests += 1;
  const pieces = [];
  stream.on("data", (piece) => pieces.push(piece));
  stream.on("end", () => {
    const body = Buffer.concat(pieces).toString();
    const [status, text, more = {}] = answer(headers[":method"], headers[":path"], headers, body);
    stream.respond({ ":status": status, ...more }, { endStream: text === "" });
    if (text !== "") stream.end(text);
  });
});
server.listen(Number(port), "127.0.0.1");
