// The whole chain for one test: a Radicale with items, the helper with an account there, Thunderbird that knows the helper.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Addon } from './addon.mjs';
import { Calendars } from './calendar.mjs';
import { Goodturn } from './goodturn.mjs';
import { alice, makeCollection, startServer } from './servers.mjs';
import { Thunderbird } from './thunderbird.mjs';

export class Chain {
  #folder;
  #server;

  /** Starts all parts; `cards` and `meetings` are items ({name, text}) for the server. The add-on is not installed yet. */
  static async start({ cards, meetings }) {
    const chain = new Chain();
    chain.#folder = mkdtempSync(join(tmpdir(), 'goodturn-chain-'));
    try {
      chain.#server = await startServer('radicale', join(chain.#folder, 'radicale'));
      chain.book = await makeCollection(chain.#server, 'book', 'contacts', cards);
      await makeCollection(chain.#server, 'calendar', 'meetings', meetings);
      chain.goodturn = new Goodturn(chain.#folder);
      await chain.#addAccount();
      chain.host = await Thunderbird.start({ prepare: (home) => chain.goodturn.announce(home) });
      chain.addon = new Addon(chain.host);
      chain.calendars = new Calendars(chain.host);
      return chain;
    } catch (error) {
      await chain.stop();
      throw error;
    }
  }

  /** Adds the server as an account, with tags written back to its address book. */
  async #addAccount() {
    const secret = join(this.#folder, 'password');
    writeFileSync(secret, `${alice.password}\n`, { mode: 0o600 });
    const { collections } = await this.goodturn.command('account', 'add', this.#server.url, '--user', alice.user,
      '--password-file', secret);
    const contacts = collections.find((one) => one.kind === 'address-book');
    await this.goodturn.command('collection', 'set', String(contacts.id), '--write-back', 'on');
  }

  /** Ends all parts and removes what they wrote. */
  async stop() {
    await this.host?.stop();
    await this.#server?.stop();
    if (!process.env.GOODTURN_KEEP) rmSync(this.#folder, { recursive: true, force: true });
  }
}
