// schemas/openapi.json as checks: what a request or answer breaks, as a list of texts.
import { readFileSync } from "node:fs";
import { Ajv, addFormats } from "./packages.mjs";

const openapi = JSON.parse(readFileSync(new URL("../../../schemas/openapi.json", import.meta.url), "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(openapi, "openapi");
const compiled = new Map();

function check(schema, value) {
  const key = JSON.stringify(schema);
  if (!compiled.has(key)) {
    const absolute = schema.$ref ? { $ref: `openapi${schema.$ref}` } : schema;
    compiled.set(key, ajv.compile(absolute));
  }
  const valid = compiled.get(key);
  return valid(value) ? [] : valid.errors.map((error) => `${error.instancePath} ${error.message}`);
}

/** {operation, values} of a method and path, or null. */
export function operationAt(method, pathname) {
  for (const exact of [true, false]) {
    for (const [template, entry] of Object.entries(openapi.paths)) {
      const operation = entry[method.toLowerCase()];
      if (!operation || template.includes("{") === exact) continue;
      const pattern = new RegExp(`^${template.replace(/[.]/g, "\\.").replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
      const match = pattern.exec(pathname);
      if (!match) continue;
      const values = Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)]));
      return { operation, values };
    }
  }
  return null;
}

/** What is wrong with a request's body. */
export function brokenRequest(operation, body) {
  const schema = operation.requestBody?.content["application/json"]?.schema;
  return schema ? check(schema, body) : [];
}

/** What is wrong with a server-sent event named "sync". */
export const brokenEvent = (value) => check({ $ref: "#/components/schemas/SyncEvent" }, value);

/** What is wrong with an answer. */
export function brokenAnswer(operation, status, body) {
  if (status >= 400) return check({ $ref: "#/components/schemas/Problem" }, body);
  const schema = operation.responses[String(status)]?.content?.["application/json"]?.schema;
  return schema ? check(schema, body) : [`status ${status} is not in the contract`];
}
