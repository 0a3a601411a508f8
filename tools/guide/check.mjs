// docs/guide: each step of the text is one that the script performs, in its order, and the other way round; each picture
// that a text names is there, belongs to its step, and none is left over; all of them together stay small.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { performed } from './chapters.mjs';
import { chapters, guide, pictureOf, picturesIn, stepsOf, textOf } from './text.mjs';

const most = 1.5e6;

/** Complaints about one chapter. */
function* ofChapter(chapter) {
  const steps = stepsOf(textOf(chapter));
  const told = steps.map(({ id }) => id).join(', ');
  const done = Object.keys(performed[chapter] ?? {}).join(', ');
  if (told !== done) yield `${chapter}.md tells the steps ${told}; the script performs ${done}`;
  for (const { id, pictures } of steps) {
    for (const file of pictures) if (file !== pictureOf(chapter, id)) yield `${chapter}.md: the picture of ${id} is ${pictureOf(chapter, id)}, not ${file}`;
  }
  const ofSteps = steps.flatMap(({ pictures }) => pictures);
  for (const { file, alt } of picturesIn(textOf(chapter))) {
    if (!ofSteps.includes(file)) yield `${chapter}.md: ${file} belongs to no step`;
    if (!alt) yield `${chapter}.md: ${file} has no words for who cannot see it`;
  }
}

/** Complaints about the folder of pictures. */
function* ofPictures() {
  const named = ['README', ...chapters()].flatMap((chapter) => picturesIn(textOf(chapter)).map(({ file }) => file));
  const there = readdirSync(`${guide}images`).map((file) => `images/${file}`);
  for (const file of named) if (!existsSync(`${guide}${file}`)) yield `no picture ${file}: run make guide`;
  for (const file of there) if (!named.includes(file)) yield `no text names ${file}`;
  const size = there.reduce((sum, file) => sum + statSync(`${guide}${file}`).size, 0);
  if (size > most) yield `the pictures have ${size} bytes, more than ${most}`;
}

/** Complaints about the first page: it leads to each chapter. */
function* ofContents() {
  const text = readFileSync(`${guide}README.md`, 'utf8');
  for (const chapter of chapters()) if (!text.includes(`(${chapter}.md)`)) yield `README.md does not lead to ${chapter}.md`;
  for (const chapter of Object.keys(performed)) if (!chapters().includes(chapter)) yield `no text ${chapter}.md`;
}

const complaints = [...ofContents(), ...chapters().flatMap((chapter) => [...ofChapter(chapter)]), ...ofPictures()];
console.log([...complaints, `${chapters().length} chapters, ${complaints.length} complaints`].join('\n'));
process.exitCode = complaints.length || !chapters().length ? 1 : 0;
