// Pages of an add-on inside Thunderbird: its space, its popups, its tabs. Marionette lists no content pages in
// Thunderbird, so they are reached from chrome context through Marionette's own window actor.

// The part that runs in Thunderbird: finds the page's actor and lends it a few words.
const REACH = `
  const findContext = (pattern) => {
    const wanted = new RegExp(pattern);
    for (const win of Services.wm.getEnumerator(null)) {
      for (const inner of win.browsingContext.getAllBrowsingContextsInSubtree()) {
        for (const browser of inner.window?.document?.querySelectorAll("browser") ?? []) {
          const uri = browser.browsingContext?.currentWindowGlobal?.documentURI?.spec;
          if (uri && wanted.test(uri)) return browser.browsingContext;
        }
      }
    }
    return null;
  };
  const reach = (pattern) => {
    const context = findContext(pattern);
    if (!context) throw new Error("no page " + pattern);
    return context.currentWindowGlobal.getActor("MarionetteCommands");
  };
  const run = (actor, body, values, timeout) => actor.executeScript(
    "const [args, done] = [arguments[0], arguments[arguments.length - 1]];" +
    "(async (args) => {" + body + "})(args).then(done, (error) => done({ failed: String(error) }));",
    [values], { async: true, timeout, sandboxName: null });
`;

// A click may close the page that it is in, before it is answered: then it was done.
const CLICK = `await actor.clickElement(element, { toJSON: () => ({}) })
  .catch((error) => { if (!String(error).startsWith("AbortError")) throw error; });`;

// Looks through shadow trees too. \`text\` narrows to elements whose text or accessible label contains it.
const FIND = `
  const reachable = (root) => [...root.querySelectorAll("*")].flatMap((e) => e.shadowRoot ? [e, ...reachable(e.shadowRoot)] : [e]);
  const label = (e) => [e.textContent, e.getAttribute("aria-label"), e.title, e.value].filter(Boolean).join(" ");
  const shown = (e) => { const box = e.getBoundingClientRect(); return box.width > 0 && box.height > 0; };
  const all = (selector, text) => reachable(document).filter((e) => e.matches(selector) && shown(e) &&
    (!text || label(e).includes(text)));
`;

/** One page, named by a regular expression on its address. The page is looked up anew for every call. */
export class Page {
  #host;

  constructor(host, pattern) {
    this.#host = host;
    this.pattern = pattern;
  }

  /** Whether the page is there. */
  exists() {
    return this.#host.chrome(`${REACH} return !!findContext(args.pattern);`, { pattern: this.pattern });
  }

  /** Runs a function body in the page (arguments in `args`; may await and return a JSON value). */
  async run(body, values = {}, timeout = 20000) {
    const answer = await this.#host.chrome(
      `${REACH} const value = await run(reach(args.pattern), args.body, args.values, args.timeout);
       return value === undefined ? null : value;`,
      { pattern: this.pattern, body, values, timeout }, timeout + 2000);
    if (answer?.failed !== undefined) throw new Error(answer.failed);
    return answer;
  }

  /** The whole text that is shown, shadow trees included. */
  text() {
    return this.run(`${FIND}
      return reachable(document.body).filter(shown).flatMap((e) => [...e.childNodes])
        .filter((n) => n.nodeType === 3).map((n) => n.data.trim()).filter(Boolean).join("\\n");`);
  }

  /** How many shown elements match. */
  count(selector, text = '') {
    return this.run(`${FIND} return all(args.selector, args.text).length;`, { selector, text });
  }

  /** Clicks the first shown element that matches (and whose text or label contains `text`), as a pointer would. */
  click(selector, text = '') {
    return this.#onElement(selector, text, CLICK);
  }

  /** Puts away what the page tells at its foot, when it still stands there. */
  dismissToast() {
    return this.run(`${FIND} all(".toast button:last-of-type", "")[0]?.click();`);
  }

  /** Types into the first shown element that matches. A "\\uE007" in the text is the Enter key. */
  type(selector, keys, text = '') {
    return this.#onElement(selector, text,
      `await actor.sendKeysToElement(element, args.keys, { toJSON: () => ({}) });`, { keys });
  }

  #onElement(selector, text, action, more = {}) {
    return this.#onFound(`${FIND} return all(args.selector, args.text)[0] ?? null;`, { selector, text }, action, more);
  }

  /** Clicks the element that a function body finds in the page (arguments in `args`). */
  clickFound(find, values) {
    return this.#onFound(find, values, CLICK);
  }

  #onFound(find, values, action, more = {}) {
    return this.#host.chrome(`${REACH}
      const actor = reach(args.pattern);
      const element = await run(actor, args.find, args.values, 10000);
      if (!element || element.failed) throw new Error("no element " + JSON.stringify(args.values) + " " + (element?.failed ?? ""));
      ${action}
      return true;`,
    { pattern: this.pattern, find, values, ...more });
  }
}
