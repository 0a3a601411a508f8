// Writes the JavaScript tables of the names that cross a border (schemas/) to src/generated/.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";

const plugin = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const schemas = path.join(plugin, "..", "schemas");
const generated = path.join(plugin, "src", "generated");

const banner = (source) => `// Generated from schemas/${source} by tools/generate_tables.mjs. Edit that file.\n`;
const constant = (name, value) => `export const ${name} = Object.freeze(${JSON.stringify(value, null, 1)});\n`;

function parameterNames(entry, operation, place) {
  return [...(entry.parameters ?? []), ...(operation.parameters ?? [])]
    .filter((parameter) => parameter.in === place)
    .map((parameter) => parameter.name);
}

function operationRows(openapi) {
  const rows = {};
  for (const [address, entry] of Object.entries(openapi.paths)) {
    for (const method of ["get", "post", "put", "patch", "delete"]) {
      const operation = entry[method];
      if (!operation || !address.startsWith("/api/")) continue;
      rows[operation.operationId] = {
        method: method.toUpperCase(),
        path: address,
        inPath: parameterNames(entry, operation, "path"),
        inQuery: parameterNames(entry, operation, "query"),
        hasBody: Boolean(operation.requestBody),
      };
    }
  }
  return rows;
}

/** Reads schemas/ and writes operations.js, vocabulary.js and providers.js. */
export async function generateTables() {
  const read = async (name) => JSON.parse(await readFile(path.join(schemas, name), "utf8"));
  const [openapi, words, known] = await Promise.all(
    ["openapi.json", "vocabulary.json", "providers.json"].map(read),
  );
  await mkdir(generated, { recursive: true });
  await writeFile(
    path.join(generated, "operations.js"),
    banner("openapi.json") + constant("operations", operationRows(openapi)),
  );
  await writeFile(
    path.join(generated, "vocabulary.js"),
    banner("vocabulary.json") +
      constant("roles", words.roles.map(({ role, gloss, words: spellings }) => ({ role, gloss, words: spellings }))) +
      constant("channels", words.channels.map((row) => row.channel)) +
      constant("directions", words.directions.map((row) => row.direction)) +
      constant("giveKinds", words.give_kinds) +
      constant("rules", words.rules),
  );
  await writeFile(path.join(generated, "providers.js"), banner("providers.json") + constant("anyProvider", known.any) + constant("providers", known.providers));
}
