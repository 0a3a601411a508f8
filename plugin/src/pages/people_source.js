const pageSize = 100;

/**
 * Rows of the People list, read page by page as they come into view. Rows of the helper first, then `local` rows
 * (contacts that only Thunderbird has). `total` counts both; `tags` and `emptyReason` come with the first page.
 */
export class PeopleSource {
  #pages = new Map();
  #abort = new AbortController();

  /** `filters` are query parameters of listPeople; empty ones do not count. */
  constructor(bridge, { query, filters = {}, local = [] }) {
    this.bridge = bridge;
    this.query = query;
    this.filters = filters;
    this.local = local;
    this.remoteTotal = 0;
    this.tags = [];
    this.emptyReason = "";
  }

  get total() {
    return this.remoteTotal + this.local.length;
  }

  /** The row at an index: a PersonRow, a local row, or undefined while it is on its way. */
  row(index) {
    if (index >= this.remoteTotal) return this.local[index - this.remoteTotal];
    const page = this.#pages.get(Math.floor(index / pageSize));
    return Array.isArray(page) ? page[index % pageSize] : undefined;
  }

  /** Reads the first page; resolves when total and tags are known. */
  async open() {
    await this.#read(0);
  }

  /** Reads what is missing of the rows first…last. True when something was read. */
  async need(first, last) {
    const wanted = [];
    const end = Math.min(last, this.remoteTotal - 1);
    for (let page = Math.floor(first / pageSize); page * pageSize <= end; page += 1) {
      if (!this.#pages.has(page)) wanted.push(page);
    }
    await Promise.all(wanted.map((page) => this.#read(page)));
    return wanted.length > 0;
  }

  /** Gives up what is under way; the source is not used after that. */
  close() {
    this.#abort.abort();
  }

  async #read(page) {
    this.#pages.set(page, "coming");
    try {
      const values = { query: this.query, ...this.filters, limit: pageSize, offset: page * pageSize };
      const answer = await this.bridge.listPeople(values, undefined, { signal: this.#abort.signal });
      this.#pages.set(page, answer.people);
      this.remoteTotal = answer.total;
      this.tags = answer.tags;
      this.emptyReason = answer.empty_reason ?? "";
    } catch (problem) {
      this.#pages.delete(page);
      throw problem;
    }
  }
}

/** All people of the helper as {uid, email}, in pages of 500; needed to tell which Thunderbird contacts it knows. */
export async function allPeople(bridge) {
  const people = [];
  for (;;) {
    const answer = await bridge.listPeople({ limit: 500, offset: people.length });
    people.push(...answer.people.map(({ uid, email }) => ({ uid, email })));
    if (answer.people.length === 0 || people.length >= answer.total) return people;
  }
}
