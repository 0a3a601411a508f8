// The one place that decides which bridge the page tests talk to: the sample bridge, or with GOODTURN_BIN the real helper.
import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { SampleBridge } from "./sample_bridge.mjs";

const run = promisify(execFile);
export const isReal = Boolean(process.env.GOODTURN_BIN);

/**
 * Starts a bridge with people in it: {base, link(), stop(), sample, folder}.
 * The sample bridge: `options` are those of SampleBridge, which is `sample`.
 * The real helper: `sample` is null and `folder` the folder of .vcf and .ics files that it synced. `options.fill(folder)` writes
 * that folder; without it the helper's own sample folders are used. `options.user` is the user's own address there. `userFolder`
 * is the user's home as the helper sees it: what it writes for the user does not go into that of whoever runs the test.
 */
export async function startBridge(options = {}) {
  if (isReal) return startHelper(options);
  const sample = await new SampleBridge(options).start();
  return { base: sample.base, link: async () => sample.link(), stop: () => sample.stop(), sample, folder: null };
}

/** The real helper without any account; otherwise as startBridge. */
export const startEmpty = () => startHelper({ empty: true });

async function startHelper({ fill, user = "alex@example.org", empty = false }) {
  const place = await mkdtemp(path.join(os.tmpdir(), "goodturn-web-"));
  const folder = path.join(place, "sample");
  const userFolder = path.join(place, "user");
  await mkdir(userFolder);
  const env = { ...process.env, HOME: userFolder, GOODTURN_SECRETS: "file" };
  const goodturn = (...words) => run(process.env.GOODTURN_BIN, ["--home", path.join(place, "home"), ...words], { env, timeout: 60000 });
  if (!empty) {
    await (fill ? fill(folder) : goodturn("sample", folder));
    await goodturn("account", "add", folder, "--user", user);
    await goodturn("sync");
  }
  const serving = spawn(process.env.GOODTURN_BIN, ["--home", path.join(place, "home"), "serve"], { env, stdio: ["ignore", "pipe", "inherit"] });
  return {
    base: await announcedAddress(serving),
    link: async () => (await goodturn("open", "--print")).stdout.trim(),
    sample: null,
    folder,
    userFolder,
    stop: async () => {
      const gone = new Promise((resolve) => serving.once("exit", resolve));
      if (serving.exitCode === null && serving.kill("SIGTERM")) await gone;
      await rm(place, { recursive: true, force: true });
    },
  };
}

/** The address that `goodturn serve` writes to its output when it listens. */
async function announcedAddress(serving) {
  let text = "";
  for await (const chunk of serving.stdout) {
    text += chunk;
    const [, port] = /127\.0\.0\.1:(\d+)/.exec(text) ?? [];
    if (port) return `http://127.0.0.1:${port}`;
  }
  throw new Error("goodturn serve ended at once");
}
