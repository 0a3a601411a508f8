/** @typedef {readonly [number, number, number]} Colour red, green and blue of sRGB, 0 to 255 */

/**
 * The colour of a computed value ("rgb(1, 2, 3)"); null for one that lets something shine through or is in another space.
 * @param {string} text
 * @returns {Colour | null}
 */
export function parseRgb(text) {
  const [, red, green, blue, alpha = "1"] = /^rgba?\(([\d.]+),\s*([\d.]+),\s*([\d.]+)(?:,\s*([\d.]+))?\)$/.exec(text) ?? [];
  return blue !== undefined && Number(alpha) === 1 ? [Number(red), Number(green), Number(blue)] : null;
}

/** As CSS writes it. */
export const cssOf = (/** @type {Colour} */ [red, green, blue]) => `rgb(${Math.round(red)}, ${Math.round(green)}, ${Math.round(blue)})`;

/**
 * Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it.
 * @param {Colour} colour
 */
export function luminance([red, green, blue]) {
  const linear = (/** @type {number} */ value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/**
 * Contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3).
 * @param {Colour} one
 * @param {Colour} other
 */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * `ground` with a share (0 to 1) of `paint` in it.
 * @param {Colour} ground
 * @param {Colour} paint
 * @param {number} share
 * @returns {Colour}
 */
export function mixed(ground, paint, share) {
  const [red, green, blue] = ground.map((value, at) => value + (paint[at] - value) * share);
  return [red, green, blue];
}
