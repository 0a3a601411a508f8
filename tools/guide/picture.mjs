// Pictures of the guide: the screen with frames around what a step speaks of, in few colours, so that the file is small.
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const frame = '#d9730d';
const room = 5;

const framed = ({ left, top, width, height }) => ['-draw',
  `roundrectangle ${left - room},${top - room} ${left + width + room},${top + height + room} 6,6`];

/** Writes `source`, a picture of the screen, as `file`, with a frame around each of `places` and cut to `part` when given. */
export async function writePicture(source, file, { places = [], part } = {}) {
  mkdirSync(dirname(file), { recursive: true });
  const cut = part ? ['-crop', `${part.width}x${part.height}+${part.left}+${part.top}`, '+repage'] : [];
  await run('convert', [source, '-fill', 'none', '-stroke', frame, '-strokewidth', '3', ...places.flatMap(framed), ...cut,
    '+dither', '-colors', '64', '-define', 'png:compression-level=9', '-define', 'png:exclude-chunks=date,time', `png8:${file}`],
  { timeout: 30000 });
}
