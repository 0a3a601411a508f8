// Light and dark: the pages of the add-on follow Thunderbird's theme.
import assert from 'node:assert/strict';
import { waitFor } from './wait.mjs';

const SEEN = `
  const channels = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((one) => one / 255)
    .map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
  const luminance = (colour) => { const [r, g, b] = channels(colour); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const { backgroundColor, color } = getComputedStyle(document.body);
  return { ground: luminance(backgroundColor), text: luminance(color) };`;

/** Pictures NAME-dark and NAME-light of the screen, for what Thunderbird itself shows of ours. */
export async function picturesOfBothThemes(host, name) {
  for (const theme of ['dark', 'light']) {
    await host.theme(theme);
    await host.screenshot(`${name}-${theme}`);
  }
}

/** Waits until `page` stands on this ground with text of this colour, both as computed ("rgb(1, 2, 3)"). */
export async function isDressed(page, ground, text) {
  const colours = 'const { backgroundColor, color } = getComputedStyle(document.body); return `${backgroundColor} ${color}`;';
  await waitFor(`${text} on ${ground}`, async () => (await page.run(colours)) === `${ground} ${text}`);
}

/**
 * Pictures NAME-dark and NAME-light of the screen with `page` on it. Fails when the page does not take the theme's colours
 * (WCAG 2.2 luminance: a dark ground below 0.1, a light one above 0.8) or its text has less contrast than 7:1.
 */
export async function inBothThemes(host, page, name) {
  for (const theme of ['dark', 'light']) {
    await host.theme(theme);
    const { ground, text } = await waitFor(`${name} in the ${theme} theme`, async () => {
      const seen = await page.run(SEEN);
      return (theme === 'dark' ? seen.ground < 0.1 : seen.ground > 0.8) && seen;
    });
    const contrast = (Math.max(ground, text) + 0.05) / (Math.min(ground, text) + 0.05);
    assert.ok(contrast >= 7, `${name}, ${theme}: contrast ${contrast.toFixed(1)}`);
    await host.screenshot(`${name}-${theme}`);
  }
}
