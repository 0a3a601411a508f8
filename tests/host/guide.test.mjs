// The guide can be performed: each step of its text, with the words it quotes, in the real Thunderbird. Its pictures go to
// build/guide; `make guide` puts them into docs.
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { makeGuide } from '../../tools/guide/make.mjs';

test('the guide, step by step', { timeout: 280000 }, async (t) => {
  await makeGuide(fileURLToPath(new URL('../../build/guide', import.meta.url)), (step) => t.diagnostic(step));
});
