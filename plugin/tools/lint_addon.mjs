// Checks dist/xpi-root with addons-linter; errors fail, warnings are printed.
// Thunderbird's own manifest keys and permissions are unknown to the linter, which knows Firefox: those are let pass by name.
import { createInstance } from "addons-linter/dist/addons-linter.js";
import { fileURLToPath } from "node:url";
