import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { contrast, luminance, mixed, parseRgb } from "../../../plugin/src/thunderbird/colour.js";
import { lookOf, own } from "../../../plugin/src/thunderbird/theme_colours.js";

const style = (name) => readFileSync(new URL(`../../../plugin/src/pages/${name}`, import.meta.url), "utf8");
const night = { sidebar: [43, 24, 61], sidebar_text: [240, 230, 250], popup: [250, 240, 220], popup_text: [40, 30, 20] };
const at = (look, name) => parseRgb(look.properties[`--${name}`]);

test("contrast is the one of WCAG 2.2", () => {
  assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
  assert.equal(contrast([255, 255, 255], [255, 255, 255]), 1);
  assert.equal(contrast([119, 119, 119], [255, 255, 255]).toFixed(2), "4.48", "just below AA, as every checker of contrast says");
  assert.equal(luminance([255, 0, 0]).toFixed(4), "0.2126");
  assert.deepEqual(mixed([0, 100, 200], [100, 0, 200], 0.25), [25, 75, 200]);
});

test("only colours that let nothing shine through are taken", () => {
  assert.deepEqual(parseRgb("rgb(1, 20, 255)"), [1, 20, 255]);
  assert.deepEqual(parseRgb("rgba(1, 20, 255, 1)"), [1, 20, 255]);
  for (const text of ["rgba(1, 20, 255, 0.9)", "rgba(0, 0, 0, 0)", "color(srgb 1 0 0)", ""]) assert.equal(parseRgb(text), null, text);
});

test("a pane is dark and a panel light where the theme says so, whatever the system is", () => {
  const pane = lookOf(night, "pane");
  assert.equal(pane.scheme, "dark");
  assert.deepEqual([at(pane, "page"), at(pane, "text")], [night.sidebar, night.sidebar_text]);
  const panel = lookOf(night, "panel");
  assert.equal(panel.scheme, "light");
  assert.deepEqual([at(panel, "page"), at(panel, "text")], [night.popup, night.popup_text]);
});

test("a theme that says nothing about a place leaves it as it is", () => {
  assert.equal(lookOf({}, "pane"), null);
  assert.equal(lookOf({ popup: [0, 0, 0], popup_text: [255, 255, 255] }, "pane"), null);
  assert.equal(lookOf({ sidebar: null, sidebar_text: [255, 255, 255] }, "pane"), null);
});

test("a theme whose text is hard to read keeps the page's own colours, light or dark as it is", () => {
  assert.deepEqual(lookOf({ sidebar: [60, 60, 60], sidebar_text: [120, 120, 120] }, "pane"), { scheme: "dark", properties: {} });
  assert.deepEqual(lookOf({ sidebar: [250, 250, 220], sidebar_text: [180, 180, 180] }, "pane"), { scheme: "light", properties: {} });
  assert.deepEqual(lookOf({ sidebar: [10, 10, 10] }, "pane"), { scheme: "dark", properties: {} });
});

test("the theme's own chosen colour is taken for links where it can be read, the page's where it cannot", () => {
  assert.deepEqual(at(lookOf({ ...night, sidebar_highlight: [255, 190, 90] }, "pane"), "accent"), [255, 190, 90]);
  assert.deepEqual(at(lookOf({ ...night, sidebar_highlight: [90, 30, 90] }, "pane"), "accent"), own.dark.links);
});

test("ten thousand themes: what is taken is readable, each word and mark of it", () => {
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const colour = () => [random(), random(), random()].map((one) => Math.round(one * 255));
  const tallies = { taken: 0, left: 0 };
  for (let round = 0; round < 10000; round += 1) {
    const names = ["sidebar", "sidebar_text", "sidebar_border", "sidebar_highlight", "toolbar_field"];
    const theme = Object.fromEntries(names.map((name) => [name, random() < 0.85 || name.endsWith("sidebar") ? colour() : null]));
    const look = lookOf(theme, "pane");
    tallies[look && Object.keys(look.properties).length ? "taken" : "left"] += 1;
    if (!look || !look.properties["--page"]) continue;
    const holds = (paint, grounds, least) => grounds.forEach((ground) => assert.ok(contrast(at(look, paint), at(look, ground)) >= least - 0.1, `${paint} on ${ground} in ${JSON.stringify(theme)}`));
    for (const words of ["text", "quiet", "accent"]) holds(words, ["page", "panel", "raised", "chip", "calm"], 4.5);
    holds("text", ["field"], 4.5);
    holds("on-accent", ["accent-strong"], 4.5);
    holds("field-line", ["field"], 3);
    for (const mark of own[look.scheme].marks) assert.ok(contrast(mark, at(look, "page")) >= 2.9);
  }
  assert.ok(tallies.taken > 300 && tallies.left > 300, JSON.stringify(tallies));
});

test("the colours that stay are those of the style sheets", () => {
  const sheets = style("goodturn.css") + style("styles/network.css");
  const rgb = (hex) => [1, 3, 5].map((from) => parseInt(hex.slice(from, from + 2), 16));
  const said = (name) => sheets.match(new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`)).slice(1).map(rgb);
  const both = (of) => [of(own.light), of(own.dark)];
  assert.deepEqual(said("accent"), both((one) => one.links));
  assert.deepEqual(said("on-accent"), both((one) => one.onLinks));
  const marks = ["living", "second", "pocket-4", "pocket-5", "pocket-6"];
  marks.forEach((name, place) => assert.deepEqual(said(name), both((one) => one.marks[place]), name));
  assert.deepEqual([said("pocket-1"), said("pocket-2"), said("pocket-3")], [said("accent"), said("living"), said("second")]);
});
