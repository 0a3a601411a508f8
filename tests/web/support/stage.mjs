// What nearly every page test stands on: one browser and one bridge for all tests of a file.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { startBrowser } from "./browser.mjs";
import { isReal, startBridge } from "./start_bridge.mjs";

/** Live: filled before the first test of the file that called setStage. */
export let browser, bridge;

/**
 * Starts browser and bridge before the tests of a file and ends both after them; a sample bridge must not have drifted from
 * the contract. `begin` starts another bridge than startBridge(); with `onlyReal` nothing is started without the real helper.
 */
export function setStage({ begin = () => startBridge(), onlyReal = false } = {}) {
  before(async () => {
    if (onlyReal && !isReal) return;
    browser = await startBrowser();
    bridge = await begin();
  });
  after(async () => {
    await browser?.close();
    await bridge?.stop();
    const sample = bridge?.sample ?? bridge;
    assert.deepEqual(sample?.drift ?? [], []);
  });
}
