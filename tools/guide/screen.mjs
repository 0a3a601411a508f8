// What is on Thunderbird's screen, found by the words that a user reads there: in its own windows and in the add-on's pages.
import { Page } from '../../tests/host/support/page.mjs';

// Words of an element as a user reads them, and the smallest shown element that has just these.
const FIND = `
  const plain = (text) => (text ?? "").replace(/\\s+/g, " ").trim();
  const words = (e) => [e.getAttribute("label"), e.getAttribute("aria-label"), e.getAttribute("value"), e.textContent,
    [...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data).join(" ")].map(plain);
  const shown = (e) => { const box = e.getBoundingClientRect(); return box.width > 0 && box.height > 0 && e.checkVisibility?.({ visibilityProperty: true }) !== false; };
  const reachable = (root) => [...root.querySelectorAll("*")].flatMap((e) => e.shadowRoot ? [e, ...reachable(e.shadowRoot)] : [e]);
  const pressable = "button, a, summary, input, select, toolbarbutton, menuitem, menu, radio, checkbox, panel-item, [role=option], [role=menuitem]";
  const outer = (e) => e.closest(pressable) ?? e.getRootNode().host?.closest(pressable) ?? e.closest("label") ?? e;
  const named = (root, text) => {
    const found = reachable(root).filter((e) => shown(e) && words(e).includes(text));
    const smallest = found.filter((e) => !found.some((other) => other !== e && e.contains(other))).map(outer);
    return smallest.find((e) => e.matches(pressable)) ?? smallest[0];
  };
  const boxOf = (e, win) => {
    const { left, top, width, height } = e.getBoundingClientRect();
    return { left: Math.round(win.mozInnerScreenX + left), top: Math.round(win.mozInnerScreenY + top), width: Math.round(width), height: Math.round(height) };
  };
`;

// Thunderbird's own documents, those inside of its tabs and panels included.
const DOCUMENTS = `
  function* within(doc) {
    yield doc;
    for (const frame of doc.querySelectorAll("browser, iframe")) {
      let inner = null;
      try { inner = frame.contentDocument; } catch (e) { /* another program's page */ }
      if (inner) yield* within(inner);
    }
  }
  const find = (text) => {
    for (const win of [...Services.wm.getEnumerator(null)].reverse()) {
      for (const doc of within(win.document)) {
        const element = named(doc, text);
        if (element) return [element, doc.defaultView];
      }
    }
    return [];
  };
`;

const pages = ['app', 'popup', 'sender', 'composing'];

export class Screen {
  #host;

  constructor(host) {
    this.#host = host;
    this.pages = pages.map((name) => new Page(host, `^moz-extension://[^/]+/${name}\\.html`));
  }

  /** Where the words stand: {left, top, width, height} on the screen and {press}, or null when they are not shown. */
  async find(text) {
    for (const page of this.pages) {
      const box = await page.run(`${FIND} const e = named(document, args.text);
        if (!e) return null;
        e.scrollIntoView({ block: "nearest" });
        return boxOf(e, window);`, { text }).catch(() => null); // the page is not there
      if (box) return { ...box, press: () => page.clickFound(`${FIND} return named(document, args.text);`, { text }) };
    }
    const box = await this.#host.chrome(`${FIND} ${DOCUMENTS} const [e, win] = find(args.text); return e ? boxOf(e, win) : null;`, { text });
    return box && { ...box, press: () => this.#press(text) };
  }

  #press(text) {
    return this.#host.chrome(`${FIND} ${DOCUMENTS}
      const [element] = find(args.text);
      if (element.localName === "menuitem") element.doCommand(); else element.click();`, { text });
  }
}
