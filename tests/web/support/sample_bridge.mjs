// A bridge for developing and testing the pages: implements schemas/openapi.json over a fictional world in memory and
// serves plugin/dist/web. Each answer is checked against the schemas; what breaks them stands in `drift`.
import { createHash, createHmac, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brokenAnswer, brokenRequest, operationAt } from "./contract.mjs";
import { sampleOperations } from "./sample_operations.mjs";
import { sampleWorld } from "./sample_world.mjs";

const web = fileURLToPath(new URL("../../../plugin/dist/web/", import.meta.url));
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml" };
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What a sync answers: the plan for a look, and nothing held back any more once the user agreed to the deletions. */
function reportAfter(world, looked, agreed) {
  const report = { ...world.report };
  delete report.plan;
  if (looked) return { ...report, plan: ["fetch Ada Example (/ab/ada.vcf)", "delete here Old Example (/ab/old.vcf)", "Contacts: 2 to do"] };
  if (!agreed) return report;
  const settled = (row) => ({ ...row, held_back: false, removed: 14, warnings: [] });
  return { ...report, accounts: report.accounts.map((account) => ({ ...account, collections: account.collections.map(settled) })) };
}

export class SampleBridge {
  constructor(options = {}) {
    this.world = sampleWorld(options);
    this.stepTime = options.stepTime ?? 120;
    this.drift = [];
    this.requests = [];
    this.token = randomBytes(32).toString("base64url");
    this.codes = new Set();
    this.streams = new Set();
    this.server = http.createServer((request, response) => this.#serve(request, response));
  }

  async start(port = 0) {
    await new Promise((resolve) => this.server.listen(port, "127.0.0.1", resolve));
    this.port = this.server.address().port;
    this.base = `http://127.0.0.1:${this.port}`;
    return this;
  }

  async stop() {
    for (const stream of this.streams) stream.end();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** A one-time link of the form that `goodturn open` prints. */
  link() {
    const code = randomBytes(9).toString("base64url");
    this.codes.add(code);
    return `${this.base}/#code=${code}`;
  }

  /** Sends a server-sent event to all open streams. */
  tell(event, value) {
    for (const stream of this.streams) stream.write(`event: ${event}\ndata: ${value === undefined ? "" : JSON.stringify(value)}\n\n`);
  }

  async #serve(request, response) {
    const url = new URL(request.url, this.base);
    this.requests.push(`${request.method} ${url.pathname}${url.search}`);
    if (!url.pathname.startsWith("/api/")) return this.#page(url.pathname, response);
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = chunks.length ? JSON.parse(Buffer.concat(chunks).toString()) : {};
    return this.#api(request, url, body, response);
  }

  async #page(pathname, response) {
    const name = pathname === "/" ? "index.html" : pathname.slice(1);
    const file = path.join(web, path.normalize(name));
    const text = file.startsWith(web) ? await readFile(file).catch(() => null) : null;
    response.writeHead(text ? 200 : 404, { "Content-Type": types[path.extname(file)] ?? "text/plain", "Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store" });
    response.end(text ?? "");
  }

  async #api(request, url, body, response) {
    const found = operationAt(request.method, url.pathname);
    if (!found) return this.#answer(response, null, 404, this.#problem("not_found", 404, "No such address."));
    const { operation } = found;
    const values = { ...Object.fromEntries(url.searchParams), ...found.values };
    if (!operation.security && request.headers.authorization !== `Bearer ${this.token}`) {
      return this.#answer(response, operation, 401, this.#problem("auth", 401, "Open a new link with “goodturn open”."), { "WWW-Authenticate": "Bearer" });
    }
    const broken = brokenRequest(operation, body);
    if (broken.length) return this.#answer(response, operation, 400, this.#problem("invalid", 400, broken.join("; ")));
    if (operation.operationId === "streamEvents") return this.#stream(request, response);
    try {
      const answer = this.#run(operation.operationId, values, body);
      return this.#answer(response, operation, { addAccount: 201, startSignIn: 201, startImport: 201, startSync: 202 }[operation.operationId] ?? 200, answer);
    } catch (error) {
      if (!error.kind) throw error;
      return this.#answer(response, operation, error.status, { ...this.#problem(error.kind, error.status, error.message), ...error.more });
    }
  }

  #run(name, values, body) {
    const own = { hello: () => this.#hello(body), openSession: () => this.#session(body), makePageCode: () => ({ url: this.link() }), startSync: () => this.#startSync(body), cancelSync: () => this.#cancelSync() };
    if (own[name]) return own[name]();
    if (!sampleOperations[name]) throw Object.assign(new Error(`The sample bridge does not play ${name}.`), { kind: "server", status: 502 });
    const answer = sampleOperations[name](this.world, values, body, this.port);
    const writes = !name.startsWith("get") && !name.startsWith("list") && !name.startsWith("find");
    if (writes) setTimeout(() => this.tell("changed"), 5);
    return answer;
  }

  #hello({ nonce }) {
    const key = createHash("sha256").update(this.token).digest();
    return { proof: createHmac("sha256", key).update(`${nonce}:${this.port}`).digest("hex"), version: "0.1.0" };
  }

  #session({ code }) {
    if (!this.codes.delete(code)) throw Object.assign(new Error("This link was used already or is too old."), { kind: "auth", status: 401 });
    return { token: this.token };
  }

  #startSync({ dry_run, confirm_deletions }) {
    if (this.world.syncing) throw Object.assign(new Error("A sync is running already."), { kind: "busy", status: 409 });
    this.world.syncing = true;
    const steps = [{ phase: "listing", collection: "Contacts" }, ...[10, 40, 60].map((done) => ({ phase: "fetching", collection: "Contacts", done, total: 60 })), { phase: "indexing" }];
    const next = () => {
      if (!this.world.syncing) return;
      const step = steps.shift();
      if (step) this.tell("sync", step);
      else this.#finishSync(reportAfter(this.world, dry_run, confirm_deletions));
      if (this.world.syncing) this.timer = setTimeout(next, this.stepTime);
    };
    this.timer = setTimeout(next, this.stepTime);
    return sampleOperations.getStatus(this.world);
  }

  #finishSync(report) {
    clearTimeout(this.timer);
    this.world.syncing = false;
    this.world.report = report;
    this.tell("sync", { phase: "finished", report });
    this.tell("changed");
  }

  #cancelSync() {
    if (this.world.syncing) this.#finishSync({ finished: false, cancelled: true, summary: "Cancelled. What had arrived is kept.", accounts: [] });
    return sampleOperations.getStatus(this.world);
  }

  #stream(request, response) {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write(": here\n\n");
    this.streams.add(response);
    request.on("close", () => this.streams.delete(response));
  }

  #problem(kind, status, detail) {
    return { type: `urn:goodturn:error:${kind}`, title: kind, status, detail, kind };
  }

  #answer(response, operation, status, body, headers = {}) {
    if (operation) this.drift.push(...brokenAnswer(operation, status, body).map((text) => `${operation.operationId}: ${text}`));
    response.writeHead(status, { "Content-Type": status >= 400 ? "application/problem+json" : "application/json", "Cache-Control": "no-store", ...headers });
    response.end(JSON.stringify(body));
  }
}
