import { operations } from "../generated/operations.js";
import { noAnswer, problemOf } from "./problem.js";
import { readEvents } from "./event_stream.js";

/** Address of an operation: path parameters are percent-encoded, query parameters that are undefined or "" are left out. */
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

async function send({ base, token, fetch }, operation, values, body, signal) {
  const headers = { Accept: "application/json" };
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
    if (cause?.name === "AbortError") throw cause;
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
 */
export function connectBridge({ base, token, fetch = globalThis.fetch.bind(globalThis) }) {
  const door = { base, token, fetch };
  const bridge = { base };
  for (const [name, operation] of Object.entries(operations)) {
    bridge[name] = async (values, body, { signal } = {}) =>
      (await send(door, operation, values, body, signal)).json();
  }
  bridge.streamEvents = async function* streamEvents({ signal } = {}) {
    const response = await send(door, operations.streamEvents, {}, undefined, signal);
    yield* readEvents(response.body);
  };
  return bridge;
}
