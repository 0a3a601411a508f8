import { operations } from "../generated/operations.js";
import { language } from "../words/message.js";
import { noAnswer, problemOf } from "./problem.js";
import { readEvents } from "./event_stream.js";
/** @import { Bridge } from "./bridge.ts" */

/** @typedef {{ method: string, path: string, inPath: readonly string[], inQuery: readonly string[], hasBody: boolean }} Operation */
/** @typedef {Record<string, string | number | boolean | undefined>} Values */
/** @typedef {{ base: string, token?: string, fetch: typeof globalThis.fetch }} Door */

/**
 * Address of an operation: path parameters are percent-encoded, query parameters that are undefined or "" are left out.
 * @param {Pick<Operation, "path" | "inPath" | "inQuery">} operation
 * @param {Values} [values]
 */
export function addressOf(operation, values = {}) {
  let address = operation.path;
  for (const name of operation.inPath) address = address.replace(`{${name}}`, encodeURIComponent(String(values[name])));
  const query = new URLSearchParams();
  for (const name of operation.inQuery) {
    const value = values[name];
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${address}?${text}` : address;
}

/**
 * @param {Door} door
 * @param {Operation} operation
 * @param {Values | undefined} values
 * @param {unknown} body
 * @param {AbortSignal} [signal]
 */
async function send({ base, token, fetch }, operation, values, body, signal) {
  /** @type {Record<string, string>} */
  const headers = { Accept: "application/json", "Accept-Language": language() };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (operation.hasBody) headers["Content-Type"] = "application/json";
  let response;
  try {
    response = await fetch(base + addressOf(operation, values), {
      method: operation.method,
      headers,
      body: operation.hasBody ? JSON.stringify(body ?? {}) : undefined,
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal,
    });
  } catch (cause) {
    if (/** @type {Error | undefined} */ (cause)?.name === "AbortError") throw cause;
    throw noAnswer();
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

/**
 * The bridge as an object with one method per operation of schemas/openapi.json:
 * `await bridge.getPerson({uid})`, `await bridge.editTags({uid}, {add: ["mentor"]})`.
 * Values are the path and query parameters, then the JSON body, then {signal}. Throws Problem.
 * `streamEvents` yields {event, data} until the stream ends.
 * @param {{ base: string, token?: string, fetch?: typeof globalThis.fetch }} door
 * @returns {Bridge}
 */
export function connectBridge({ base, token, fetch = globalThis.fetch.bind(globalThis) }) {
  const door = { base, token, fetch };
  /** @type {Record<string, unknown>} */
  const bridge = { base };
  for (const [name, operation] of Object.entries(operations)) {
    bridge[name] = async (/** @type {Values} */ values, /** @type {unknown} */ body, /** @type {{ signal?: AbortSignal }} */ { signal } = {}) =>
      (await send(door, operation, values, body, signal)).json();
  }
  bridge.streamEvents = async function* streamEvents(/** @type {{ signal?: AbortSignal }} */ { signal } = {}) {
    const response = await send(door, operations.streamEvents, {}, undefined, signal);
    yield* readEvents(/** @type {ReadableStream<BufferSource>} */ (response.body));
  };
  return /** @type {Bridge} */ (bridge);
}
