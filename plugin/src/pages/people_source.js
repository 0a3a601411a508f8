/** @import { Bridge } from "../bridge/bridge.ts" */
/** @import { People, PersonRow } from "../generated/contract.ts" */
/** @import { ContactRow } from "../thunderbird/books.js" */
/** @import { Filters } from "./people_filters.js" */

const pageSize = 100;

/**
 * Rows of the People list, read page by page as they come into view. Rows of the helper first, then `local` rows
 * (contacts that only Thunderbird has). `total` counts both; `tags` and `emptyReason` come with the first page.
 */
export class PeopleSource {
  /** @type {Map<number, PersonRow[]>} */
  #pages = new Map();
  /** @type {Map<number, Promise<void>>} */
  #coming = new Map();
  #abort = new AbortController();

  /**
   * `filters` are query parameters of listPeople; empty ones do not count.
   * @param {Bridge} bridge
   * @param {{ query: string, filters?: Partial<Filters>, local?: ContactRow[] }} question
   */
  constructor(bridge, { query, filters = {}, local = [] }) {
    this.bridge = bridge;
    this.query = query;
    this.filters = filters;
    this.local = local;
    this.remoteTotal = 0;
    /** @type {People["tags"]} */
    this.tags = [];
    this.emptyReason = "";
  }

  /** What is asked for: two sources that ask the same show the same rows, but for what changed in between. */
  get question() {
    return JSON.stringify([this.query, this.filters]);
  }

  get total() {
    return this.remoteTotal + this.local.length;
  }

  /**
   * The row at an index: a PersonRow, a local row, or undefined while it is on its way.
   * @param {number} index
   * @returns {PersonRow | ContactRow | undefined}
   */
  row(index) {
    if (index >= this.remoteTotal) return this.local[index - this.remoteTotal];
    return this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize];
  }

  /**
   * The UID at an index where a person of the helper stands.
   * @param {number} index
   */
  uidAt(index) {
    return index < this.remoteTotal ? this.row(index)?.uid : undefined;
  }

  /** Reads the first page; resolves when total and tags are known. */
  async open() {
    await this.#read(0);
  }

  /**
   * Reads what is missing of the rows first…last; resolves when they are there, whoever asked for them first. True when any was
   * missing. What failed is asked for anew the next time.
   * @param {number} first
   * @param {number} last
   */
  async need(first, last) {
    const missing = [];
    const end = Math.min(last, this.remoteTotal - 1);
    for (let page = Math.floor(first / pageSize); page * pageSize <= end; page += 1) {
      if (!this.#pages.has(page)) missing.push(this.#coming.get(page) ?? this.#read(page));
    }
    await Promise.all(missing);
    return missing.length > 0;
  }

  /** Gives up what is under way; the source is not used after that. */
  close() {
    this.#abort.abort();
  }

  /** @param {number} page */
  #read(page) {
    const reading = this.#fetch(page).finally(() => this.#coming.delete(page));
    this.#coming.set(page, reading);
    return reading;
  }

  /** @param {number} page */
  async #fetch(page) {
    const values = { ...(/** @type {object} */ (this.filters)), query: this.query, limit: pageSize, offset: page * pageSize };
    const answer = await this.bridge.listPeople(values, undefined, { signal: this.#abort.signal });
    this.#pages.set(page, answer.people);
    this.remoteTotal = answer.total;
    this.tags = answer.tags;
    this.emptyReason = answer.empty_reason ?? "";
  }
}

/**
 * All people of the helper as {uid, email}, in pages of 500; needed to tell which Thunderbird contacts it knows.
 * @param {Bridge} bridge
 * @param {AbortSignal} [signal]
 */
export async function allPeople(bridge, signal) {
  const people = [];
  for (;;) {
    const answer = await bridge.listPeople({ limit: 500, offset: people.length }, undefined, { signal });
    people.push(...answer.people.map(({ uid, email }) => ({ uid, email })));
    if (answer.people.length === 0 || people.length >= answer.total) return people;
  }
}
