// The one place that decides which bridge the page tests talk to: the sample bridge, or with GOODTURN_BIN the real helper.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { SampleBridge } from "./sample_bridge.mjs";

const run = promisify(execFile);
export const isReal = Boolean(process.env.GOODTURN_BIN);

/**
 * Starts a bridge with sample people: {base, link(), stop(), sample}. `sample` is the SampleBridge, null for the real helper.
 * The real helper is started as `$GOODTURN_BIN --home DIR sample`, `… serve` (kept running), `… open --print` (prints the link).
 */
export async function startBridge(options = {}) {
  if (!isReal) {
    const sample = await new SampleBridge(options).start();
    return { base: sample.base, link: async () => sample.link(), stop: () => sample.stop(), sample };
  }
  const home = await mkdtemp(path.join(os.tmpdir(), "goodturn-web-"));
  const goodturn = process.env.GOODTURN_BIN;
  await run(goodturn, ["--home", home, "sample"], { timeout: 60000 });
  const serving = spawn(goodturn, ["--home", home, "serve"], { stdio: "ignore" });
  const link = () => openedLink(goodturn, home);
  const first = await link();
  return {
    base: new URL(first).origin,
    link,
    sample: null,
    stop: async () => {
      const gone = new Promise((resolve) => serving.once("exit", resolve));
      if (serving.exitCode === null && serving.kill("SIGTERM")) await gone;
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function openedLink(goodturn, home) {
  let trouble = "";
  for (let tries = 0; tries < 50; tries += 1) {
    const { stdout } = await run(goodturn, ["--home", home, "open", "--print"], { timeout: 10000 }).catch((error) => ((trouble = error.message), { stdout: "" }));
    const [link] = /http:\/\/[^\s"]+#code=[\w-]+/.exec(stdout) ?? [];
    if (link) return link;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`goodturn open printed no link: ${trouble}`);
}
