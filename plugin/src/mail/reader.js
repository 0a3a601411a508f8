import { noAnswer } from "../bridge/problem.js";
import { mailPermissions } from "../thunderbird/permission.js";
import { factsOf, wholeSeconds } from "./facts.js";
import { spansToRead } from "./spans.js";
/** @import { Bridge } from "../bridge/bridge.ts" */
/** @import { MailAccount, MailBatch, MailFolder, MailHeaders, MailSpan } from "../generated/contract.ts" */
/** @import { Span } from "./spans.js" */

/** @typedef {{ messenger: typeof messenger, bridge(): Bridge | null, now(): number, pause(): Promise<void> }} ReaderHost */
/** @typedef {{ done: number, total: number, folder: string, messages: number, fresh: number }} Count */
/** @typedef {{ phase: "idle" | "reading" | "done" | "cancelled" | "failed", kind?: string, what?: string } & Partial<Count>} ReaderState */
/** @typedef {{ account: MailAccount, folder: MailFolder }} Watched */
/** @typedef {Watched & { span: Span, at: number }} Task */
/** @typedef {messenger.messages.MessageHeader} Message */

const pageSize = 50;
const second = 1000;
const mostFailures = 5;
const mostSeen = 50000;

class Stopped extends Error {}

/**
 * Reads header fields of the chosen folders and hands them to the helper, in small pages with pauses. `state` is
 * {phase: "idle" | "reading" | "done" | "cancelled" | "failed", kind?, done, total, folder, messages, fresh}; each change
 * is told by the event "state". Without a choice and both permissions it touches no message.
 */
export class MailReader extends EventTarget {
  #host;
  /** @type {Set<string>} */
  #seen = new Set();
  /** @type {Promise<void> | null} */
  #running = null;
  #stopping = false;
  #failures = 0;

  /**
   * host: {messenger, bridge() (null while the helper is away), now(), pause()}
   * @param {ReaderHost} host
   */
  constructor(host) {
    super();
    this.#host = host;
    /** @type {ReaderState} */
    this.state = { phase: "idle" };
    /** @type {Watched[]} */
    this.watched = [];
  }

  /**
   * Reads what is missing of all chosen folders, or of the folders `only`. One run at a time; a call for all joins it.
   * @param {string[] | null} [only]
   */
  async run(only = null) {
    if (only) await this.#running;
    this.#running ??= this.#guarded(only).finally(() => (this.#running = null));
    return this.#running;
  }

  /** Looks at every message again, also at those handed over before; after the user let something be forgotten. */
  startOver() {
    this.#seen.clear();
  }

  /** Ends a run after the page it is at. */
  async cancel() {
    this.#stopping = true;
    await this.#running;
  }

  /**
   * Takes messages that just came into a folder.
   * @param {{ id?: string }} folder
   * @param {Message[]} messages
   */
  async take(folder, messages) {
    const task = this.watched.find((one) => one.folder.id === folder.id);
    if (task && messages.length > 0 && (await this.#allowed())) await this.#send(task, messages, {});
  }

  /** Reads the choice anew: [{account, folder}] of all chosen folders. */
  async readChoice() {
    const bridge = this.#host.bridge();
    if (!bridge) return (this.watched = []);
    const { accounts } = await bridge.getMail();
    this.watched = accounts.flatMap((account) => account.folders.map((folder) => ({ account, folder })));
    return this.watched;
  }

  /** @param {string[] | null} only */
  async #guarded(only) {
    this.#stopping = false;
    this.#failures = 0;
    try {
      await this.#read(only);
    } catch (problem) {
      if (problem instanceof Stopped) return this.#tell({ ...this.state, phase: "cancelled" });
      const { kind = "mail", message: what } = /** @type {Error & { kind?: string }} */ (problem);
      this.#tell({ ...this.state, phase: "failed", kind, what });
    }
  }

  #allowed() {
    return this.#host.messenger.permissions.contains({ permissions: mailPermissions });
  }

  /** @param {string[] | null} only */
  async #read(only) {
    const choice = (await this.readChoice()).filter(({ folder }) => !only || only.includes(folder.id));
    if (choice.length === 0) return this.#tell({ phase: "idle" });
    if (!(await this.#allowed())) return this.#tell({ phase: "failed", kind: "no-permission" });
    // Older ones give the header only together with the whole message, which is not to be read.
    if (!this.#host.messenger.messages.getHeaders) return this.#tell({ phase: "failed", kind: "too-old" });
    const tasks = this.#tasksOf(choice);
    this.#tell({ phase: "reading", done: 0, total: tasks.length, folder: "", messages: 0, fresh: 0 });
    for (const task of tasks) {
      this.#tell({ ...this.state, folder: task.folder.name });
      await this.#readSpan(task);
      this.#tell({ ...this.state, done: Number(this.state.done) + 1 });
    }
    return this.#tell({ ...this.state, phase: "done" });
  }

  /**
   * The first span of every folder, then the second of every folder, …: what is recent comes first.
   * @param {Watched[]} choice
   * @returns {Task[]}
   */
  #tasksOf(choice) {
    const rows = choice.map((one) => {
      const { read_from: from, read_until: until } = one.folder;
      const read = from && until ? { from: Date.parse(from), until: Date.parse(until) } : null;
      return spansToRead(read, this.#host.now()).map((span, at) => ({ ...one, span, at }));
    });
    return rows.flat().sort((one, other) => one.at - other.at);
  }

  /** @param {Task} task */
  async #readSpan(task) {
    const { messages } = this.#host.messenger;
    const { from, until } = task.span;
    const isNewest = until >= this.#host.now() - second;
    // Both bounds are exclusive, and a clock that is ahead dates messages into the future.
    const bounds = { fromDate: new Date(from - second), ...(isNewest ? {} : { toDate: new Date(until + second) }) };
    let page = /** @type {messenger.messages.MessageList} */ (await messages.query({ folderId: task.folder.id, ...bounds, messagesPerPage: pageSize }));
    let whole = true;
    for (;;) {
      if (this.#stopping) {
        if (page.id) await messages.abortList(page.id);
        throw new Stopped();
      }
      const isLast = !page.id;
      const read = { from: wholeSeconds(new Date(from)), until: wholeSeconds(new Date(until)) };
      whole = (await this.#send(task, page.messages, isLast && whole ? { read } : {})) && whole;
      if (isLast) return;
      await this.#host.pause();
      page = await messages.continueList(String(page.id));
    }
  }

  /**
   * Hands over a page; false when a message could not be read, so that the span is read once more another time.
   * @param {Watched} task
   * @param {Message[]} found
   * @param {{ read?: MailSpan }} part
   */
  async #send(task, found, { read }) {
    const fresh = found.filter((message) => !this.#seen.has(this.#keyOf(task, message)));
    /** @type {MailHeaders[]} */
    const facts = [];
    for (const message of fresh) {
      const one = await this.#factsOf(message);
      if (one) facts.push(one);
    }
    const whole = facts.length === fresh.length;
    if (facts.length === 0 && !(read && whole)) return whole;
    const body = { account: task.account.id, folder: task.folder.id, own_addresses: await this.#ownAddresses(), messages: facts };
    const taken = await this.#bridge().observeMail({}, read && whole ? { ...body, read } : body);
    if (this.#seen.size > mostSeen) this.#seen.clear();
    if (whole) for (const message of fresh) this.#seen.add(this.#keyOf(task, message));
    if (this.state.phase === "reading") {
      this.#tell({ ...this.state, messages: Number(this.state.messages) + facts.length, fresh: Number(this.state.fresh) + taken.fresh });
    }
    return whole;
  }

  /** @param {Message} message */
  async #factsOf(message) {
    const { messages, messengerUtilities } = this.#host.messenger;
    try {
      const facts = await factsOf(message, {
        getHeaders: (id) => messages.getHeaders(id),
        parse: (text) => messengerUtilities.parseMailboxString(text),
      });
      this.#failures = 0;
      return facts;
    } catch (problem) {
      this.#failures += 1;
      if (this.#failures >= mostFailures) throw problem;
      return null;
    }
  }

  /**
   * @param {Watched} task
   * @param {Message} message
   */
  #keyOf(task, message) {
    return `${task.folder.id} ${message.headerMessageId}`;
  }

  async #ownAddresses() {
    const accounts = await this.#host.messenger.accounts.list(false);
    return [...new Set(accounts.flatMap((account) => (account.identities ?? []).flatMap((one) => one.email || [])))];
  }

  #bridge() {
    const bridge = this.#host.bridge();
    if (!bridge) throw noAnswer();
    return bridge;
  }

  /** @param {ReaderState} state */
  #tell(state) {
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }
}
