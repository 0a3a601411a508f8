// What is packed: the licences of what is bundled, and a size that nobody waits for.
import assert from "node:assert/strict";
import { readdir, readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import test from "node:test";

const dist = fileURLToPath(new URL("../../../plugin/dist/", import.meta.url));

for (const root of ["xpi-root", "web"]) {
  test(`${root} holds the licence of every package in it`, async () => {
    const assets = path.join(dist, root, "assets");
    const notices = await readFile(path.join(assets, "third-party.txt"), "utf8");
    for (const name of ["@lit/reactive-element", "lit", "lit-element", "lit-html", "d3-force", "d3-dispatch", "d3-quadtree", "d3-timer"]) assert.match(notices, new RegExp(`^== ${name} \\d`, "m"));
    assert.match(notices, /Mike Bostock[\s\S]*ISC|Permission to use, copy, modify, and\/or distribute/);
    assert.match(notices, /Google LLC[\s\S]*Redistributions in binary form must reproduce/);
    assert.ok((await readdir(assets)).some((name) => name.startsWith("app")));
  });
}

test("the list of what the project stands on names the very versions that are packed", async () => {
  const notices = await readFile(path.join(dist, "xpi-root", "assets", "third-party.txt"), "utf8");
  const list = await readFile(path.join(dist, "..", "..", "docs", "third-party.md"), "utf8");
  const packed = [...notices.matchAll(/^== (\S+) ([\d.]+)/gm)].map(([, name, version]) => `${name} ${version}`);
  assert.ok(packed.length >= 8);
  for (const one of packed) assert.ok(list.includes(one), `${one} stands in docs/third-party.md`);
});

test("the add-on is below one megabyte", async () => {
  const { size } = await stat(path.join(dist, "..", "..", "build", "goodturn.xpi"));
  console.log(`# goodturn.xpi: ${size} bytes`);
  assert.ok(size > 50000 && size < 1000000);
});
