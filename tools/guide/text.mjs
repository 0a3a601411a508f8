// The guide's text: which steps a chapter names, which words of the screen they quote, which pictures they show.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folder of the guide's texts. */
export const guide = fileURLToPath(new URL('../../docs/guide/', import.meta.url));

const STEP = /<!-- step ([a-z-]+) -->/;
const QUOTED = /\*\*([^*]+)\*\*/g;
const PICTURE = /!\[([^\]]*)\]\(([^)]+)\)/g;

/** Names of the chapters: the texts of docs/guide but its README. */
export const chapters = () => readdirSync(guide).filter((file) => file.endsWith('.md') && file !== 'README.md')
  .map((file) => file.replace('.md', '')).sort();

/** All pictures that a text names: [{alt, file}]. */
export const picturesIn = (text) => [...text.matchAll(PICTURE)].map(([, alt, file]) => ({ alt, file }));

/**
 * The steps of a chapter in their order: [{id, quoted, pictures}]. A step is an item of a numbered list that carries a
 * comment `step ID`; `quoted` are its words in bold, which stand on the screen in just these letters.
 */
export function stepsOf(text) {
  return text.split(/^(?=\d+\. |#)/m).filter((part) => STEP.test(part)).map((part) => ({
    id: part.match(STEP)[1],
    quoted: [...new Set([...part.matchAll(QUOTED)].map(([, words]) => words))],
    pictures: picturesIn(part).map(({ file }) => file),
  }));
}

/** The text of a chapter. */
export const textOf = (chapter) => readFileSync(`${guide}${chapter}.md`, 'utf8');

/** Where the picture of a step stands, as the text names it. */
export const pictureOf = (chapter, id) => `images/${chapter}-${id}.png`;
