// Whether schemas/openapi.json is a valid OpenAPI 3.1 document and keeps the rules below. What a rule asks for stands at
// https://redocly.com/docs/cli/rules.
import { createConfig, lint } from "@redocly/openapi-core";
import { fileURLToPath } from "node:url";

const contract = fileURLToPath(new URL("../../schemas/openapi.json", import.meta.url));
const config = await createConfig({
  extends: ["recommended-strict"],
  rules: {
    // Every error, whatever its status, is the one problem document: "default", not "4XX".
    "operation-4xx-response": "off",
    "rule/errors-are-told": { subject: { type: "Responses" }, assertions: { required: ["default"] }, severity: "error" },
  },
});
const findings = await lint({ ref: contract, config });
for (const { ruleId, message, location } of findings)
  console.error(`openapi.json${location[0]?.pointer ?? ""}: ${message} (${ruleId})`);
console.log(`schemas/openapi.json: ${findings.length} findings`);
process.exitCode = findings.length ? 1 : 0;
