import { forceCollide, forceLink, forceManyBody, forceRadial, forceSimulation } from "d3-force";

// Distance from the middle by circle, in the picture's own units: the nearest people stand nearest.
const rings = { 5: 50, 15: 110, 50: 190, 150: 270, 0: 330 };
const radii = { 5: 9, 15: 7.5, 50: 6, 150: 5, 0: 5 };
// Pages are wider than high, and names need width.
const stretch = 1.6;
const slice = 12;

/** Radius of somebody's dot by circle (5, 15, 50, 150, 0), in pixels of the page. */
export const radiusOf = (layer) => radii[layer] ?? radii[0];

/** Pockets of the picture: for each member the number of its pocket, counted from 1, largest first; 0 for somebody alone. */
export function pocketsOf({ members, pocket_groups: groups }) {
  const byUid = new Map(groups.flatMap((group, at) => group.map((person) => [person.uid, at + 1])));
  return members.map(({ person }) => byUid.get(person.uid) ?? 0);
}

/** The members as dots: {uid, name, layer, liveliness, pocket, knows (places of others)}, in their order. */
export function dotsOf(circles) {
  const pockets = pocketsOf(circles);
  const dots = circles.members.map(({ person, liveliness, layer }, at) => ({ ...person, liveliness, layer, pocket: pockets[at], knows: [] }));
  for (const [a, b] of circles.acquainted) {
    dots[a].knows.push(b);
    dots[b].knows.push(a);
  }
  return dots;
}

function simulationOf(nodes, pairs) {
  const crowd = Math.max(1, Math.sqrt(nodes.length / 60));
  return forceSimulation(nodes)
    .force("charge", forceManyBody().strength(-60).distanceMax(260))
    .force("ring", forceRadial((node) => (rings[node.layer] ?? rings[0]) * crowd).strength(0.12))
    .force("links", forceLink(pairs.map(([source, target]) => ({ source, target }))).distance(60).strength(0.3))
    .force("room", forceCollide((node) => radiusOf(node.layer) + 13))
    .stop();
}

const breath = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Places for dots: [{x, y}] in the order of `dots`, around (0, 0), the same for the same dots. It works in slices, so that
 * the page stays responsive; an aborted `signal` ends it with null. Without a picture that moves there is nothing to reduce.
 */
export async function layOut(dots, pairs, signal) {
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
  return nodes.map(({ x, y }) => ({ x: x * stretch, y }));
}

/** {x, y, width, height} that holds all places with a margin. */
export function frameOf(places, margin = 45) {
  if (places.length === 0) return { x: -100, y: -100, width: 200, height: 200 };
  const xs = places.map((place) => place.x);
  const ys = places.map((place) => place.y);
  const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
  return { x: left, y: top, width: Math.max(...xs) + margin - left, height: Math.max(...ys) + margin - top };
}

/** The dot nearest to `from` in a direction ({x, y} of ±1 and 0), or -1: sideways distance counts twice. */
export function nextDot(places, from, direction) {
  const start = places[from];
  let best = -1;
  let least = Infinity;
  places.forEach(({ x, y }, at) => {
    const along = (x - start.x) * direction.x + (y - start.y) * direction.y;
    const aside = Math.abs((x - start.x) * direction.y) + Math.abs((y - start.y) * direction.x);
    if (at === from || along <= 0) return;
    const cost = along + 2 * aside;
    if (cost < least) [least, best] = [cost, at];
  });
  return best;
}
