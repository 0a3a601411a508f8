import { forceCollide, forceLink, forceManyBody, forceRadial, forceSimulation } from "d3-force";

/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ uid: string, name: string, liveliness: string, layer: number, pocket: number, knows: number[] }} Dot */
/** @typedef {import("d3-force").SimulationNodeDatum & { layer: number }} Node */
/** @import { Circles } from "../generated/contract.ts" */

// Distance from the middle by circle, in the picture's own units: the nearest people stand nearest.
/** @type {Record<number, number>} */
const rings = { 5: 50, 15: 110, 50: 190, 150: 270, 0: 330 };
/** @type {Record<number, number>} */
const radii = { 5: 9, 15: 7.5, 50: 6, 150: 5, 0: 5 };
// Pages are wider than high, and names need width.
const stretch = 1.6;
const slice = 12;
// Width of a letter of a name in pixels, on average.
const letter = 6;

/** Radius of somebody's dot by circle (5, 15, 50, 150, 0), in pixels of the page. */
export const radiusOf = (/** @type {number} */ layer) => radii[layer] ?? radii[0];

/**
 * Pockets of the picture: for each member the number of its pocket, counted from 1, largest first; 0 for somebody alone.
 * @param {Pick<Circles, "members" | "pocket_groups">} circles
 */
export function pocketsOf({ members, pocket_groups: groups }) {
  const byUid = new Map(groups.flatMap((group, /** @type {number} */ at) => group.map((person) => [person.uid, at + 1])));
  return members.map(({ person }) => byUid.get(person.uid) ?? 0);
}

/**
 * The members as dots: {uid, name, layer, liveliness, pocket, knows (places of others)}, in their order.
 * @param {Circles} circles
 */
export function dotsOf(circles) {
  const pockets = pocketsOf(circles);
  /** @type {Dot[]} */
  const dots = circles.members.map(({ person, liveliness, layer }, /** @type {number} */ at) => ({ ...person, liveliness, layer, pocket: pockets[at], knows: [] }));
  for (const [a, b] of circles.acquainted) {
    dots[a].knows.push(b);
    dots[b].knows.push(a);
  }
  return dots;
}

/**
 * @param {Node[]} nodes
 * @param {[number, number][]} pairs
 */
function simulationOf(nodes, pairs) {
  const crowd = Math.max(1, Math.sqrt(nodes.length / 60));
  return forceSimulation(nodes)
    .force("charge", forceManyBody().strength(-60).distanceMax(260))
    .force("ring", forceRadial((/** @type {Node} */ node) => (rings[node.layer] ?? rings[0]) * crowd).strength(0.12))
    .force("links", forceLink(pairs.map(([source, target]) => ({ source, target }))).distance(60).strength(0.3))
    .force("room", forceCollide((/** @type {Node} */ node) => radiusOf(node.layer) + 13))
    .stop();
}

const breath = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Places for dots: [{x, y}] in the order of `dots`, around (0, 0), the same for the same dots. It works in slices, so that
 * the page stays responsive; an aborted `signal` ends it with null. Without a picture that moves there is nothing to reduce.
 * @param {Dot[]} dots
 * @param {[number, number][]} pairs
 * @param {AbortSignal} [signal]
 */
export async function layOut(dots, pairs, signal) {
  /** @type {Node[]} */
  const nodes = dots.map(({ layer }) => ({ layer }));
  const simulation = simulationOf(nodes, pairs);
  const steps = nodes.length > 200 ? 150 : 300;
  simulation.alphaDecay(1 - 0.001 ** (1 / steps));
  let since = performance.now();
  for (let step = 0; step < steps; step += 1) {
    simulation.tick();
    if (performance.now() - since < slice) continue;
    await breath();
    if (signal?.aborted) return null;
    since = performance.now();
  }
  return nodes.map(({ x = 0, y = 0 }) => ({ x: x * stretch, y }));
}

/**
 * {x, y, width, height} that holds all places with a margin.
 * @param {Point[]} places
 */
export function frameOf(places, margin = 45) {
  if (places.length === 0) return { x: -100, y: -100, width: 200, height: 200 };
  const xs = places.map((place) => place.x);
  const ys = places.map((place) => place.y);
  const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
  return { x: left, y: top, width: Math.max(...xs) + margin - left, height: Math.max(...ys) + margin - top };
}

/**
 * Which of the `wanted` dots (places in `dots`) may carry their name below them without lying on another name: nearer circles
 * come first. `unit` is the picture's units for one pixel.
 * @param {Dot[]} dots
 * @param {Point[]} places
 * @param {number} unit
 * @param {number[]} wanted
 */
export function namesWithRoom(dots, places, unit, wanted) {
  const nearness = (/** @type {number} */ at) => dots[at].layer || Infinity;
  /** @type {{ left: number, right: number, top: number, bottom: number }[]} */
  const taken = [];
  /** @type {Set<number>} */
  const named = new Set();
  for (const at of [...wanted].sort((a, b) => nearness(a) - nearness(b) || a - b)) {
    const half = (dots[at].name.length * letter * unit) / 2;
    const top = places[at].y + (radiusOf(dots[at].layer) + 2) * unit;
    const box = { left: places[at].x - half, right: places[at].x + half, top, bottom: top + 12 * unit };
    if (taken.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)) continue;
    taken.push(box);
    named.add(at);
  }
  return named;
}

/**
 * The dot nearest to `from` in a direction ({x, y} of ±1 and 0), or -1: sideways distance counts twice.
 * @param {Point[]} places
 * @param {number} from
 * @param {{ x: number; y: number; }} direction
 */
export function nextDot(places, from, direction) {
  const start = places[from];
  let best = -1;
  let least = Infinity;
  places.forEach(({ x, y }, /** @type {number} */ at) => {
    const along = (x - start.x) * direction.x + (y - start.y) * direction.y;
    const aside = Math.abs((x - start.x) * direction.y) + Math.abs((y - start.y) * direction.x);
    if (at === from || along <= 0) return;
    const cost = along + 2 * aside;
    if (cost < least) [least, best] = [cost, at];
  });
  return best;
}
