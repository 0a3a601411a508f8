// Performs the guide in a real Thunderbird and takes its pictures: `make guide`. With a folder as argument the pictures go
// there instead of docs/guide.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { performed } from './chapters.mjs';
import { Stage } from './stage.mjs';
import { guide, stepsOf, textOf } from './text.mjs';

/** One step; fails when the text quotes words that did not stand on the screen, or names another picture than was taken. */
async function perform(stage, chapter, { id, quoted, pictures }) {
  stage.begin(chapter, id);
  await performed[chapter][id](stage);
  const { seen, pictures: taken } = stage.done;
  const unseen = quoted.filter((words) => !seen.has(words));
  if (unseen.length) throw new Error(`the text quotes what the step neither sees nor presses: ${unseen.join('; ')}`);
  if (taken.join() !== pictures.join()) throw new Error(`the text shows ${pictures.join() || 'no picture'}, the step takes ${taken.join() || 'none'}`);
}

/** Performs all steps of all chapters; at the end their pictures take the place of those below `target`. `told` hears each step. */
export async function makeGuide(target, told = () => {}) {
  const fresh = mkdtempSync(join(tmpdir(), 'goodturn-pictures-'));
  try {
    await performAll(fresh, told);
    rmSync(join(target, 'images'), { recursive: true, force: true });
    cpSync(join(fresh, 'images'), join(target, 'images'), { recursive: true });
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

async function performAll(pictures, told) {
  const stage = await Stage.start(pictures);
  try {
    for (const chapter of Object.keys(performed)) {
      for (const step of stepsOf(textOf(chapter))) {
        told(`${chapter}: ${step.id}`);
        await perform(stage, chapter, step).catch(async (cause) => {
          await stage.host.screenshot('guide-failure').catch(() => {}); // the step's own error is the one to report
          throw new Error(`${chapter}.md, step ${step.id}: ${cause.message}`, { cause });
        });
      }
    }
  } finally {
    await stage.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await makeGuide(resolve(process.argv[2] ?? guide), console.log);
