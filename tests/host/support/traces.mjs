// What of a removed add-on stands in a Thunderbird profile: names of files, and what is written in them.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Text of a file; one that Mozilla compressed comes through the running Thunderbird. */
async function textOf(host, file) {
  const text = readFileSync(file, 'latin1');
  if (!text.startsWith('mozLz40\0')) return text;
  return host.chrome('return IOUtils.readUTF8(args.file, { decompress: true });', { file });
}

/** {file: [what was found, each once]} for the files of the profile in whose path or text one of the `words` stands. */
export async function tracesIn(host, words) {
  const entries = readdirSync(host.profile, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const found = {};
  for (const entry of entries) {
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const path = relative(host.profile, file);
    const text = `${path}\n${await textOf(host, file)}`.replaceAll(host.folder, '');
    const hits = words.flatMap((word) => text.match(new RegExp(`.{0,40}${word.source}.{0,60}`, `g${word.flags.replace('g', '')}`)) ?? []);
    if (hits.length) found[path] = [...new Set(hits)];
  }
  return found;
}
