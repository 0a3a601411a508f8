// Writes what the bridge takes and answers, as TypeScript types, from schemas/openapi.json to src/generated/contract.ts.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import path from "node:path";
import openapiTS, { astToString } from "openapi-typescript";

const plugin = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const contract = pathToFileURL(path.join(plugin, "..", "schemas", "openapi.json"));
const generated = path.join(plugin, "src", "generated");
const banner = "// Generated from schemas/openapi.json by tools/generate_types.mjs. Edit that file.\n";

/** Every schema becomes an exported type of its own name, every operation a member of `operations`. */
export async function generateTypes() {
  const types = await openapiTS(contract, { rootTypes: true, rootTypesNoSchemaPrefix: true, emptyObjectsUnknown: true, defaultNonNullable: false });
  await mkdir(generated, { recursive: true });
  await writeFile(path.join(generated, "contract.ts"), banner + astToString(types));
}
