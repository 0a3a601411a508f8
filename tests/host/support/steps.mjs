import test from 'node:test';

/**
 * A step(name, body) whose later steps rest on earlier ones: the first failure ends the job, with a picture of the screen
 * of host() under `picture`.
 */
export function stepsOf(host, picture) {
  let broken = false;
  return (name, body) =>
    test(name, { timeout: 90000 }, async (t) => {
      if (broken) return t.skip('an earlier step failed');
      try {
        await body();
      } catch (error) {
        broken = true;
        await host().screenshot(picture).catch(() => {}); // the step's own error is the one to report
        throw error;
      }
    });
}
