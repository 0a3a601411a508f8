// The tests stand outside plugin/, whose node_modules holds what they need.
import { createRequire } from "node:module";

const require = createRequire(new URL("../../../plugin/package.json", import.meta.url));

export const { chromium } = require("playwright-core");
export const Ajv = require("ajv/dist/2020.js").default;
export const addFormats = require("ajv-formats").default ?? require("ajv-formats");
export const axePath = require.resolve("axe-core/axe.min.js");
