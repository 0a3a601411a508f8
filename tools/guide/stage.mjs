// The stage of the guide: a helper without an account, a server with a few items, a Thunderbird without the add-on.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Addon } from '../../tests/host/support/addon.mjs';
import { Calendars } from '../../tests/host/support/calendar.mjs';
import { Goodturn } from '../../tests/host/support/goodturn.mjs';
import { Mail } from '../../tests/host/support/mail.mjs';
import { makeCollection, startServer } from '../../tests/host/support/servers.mjs';
import { cards, meetings } from '../../tests/host/support/sample.mjs';
import { Thunderbird } from '../../tests/host/support/thunderbird.mjs';
import { waitFor } from '../../tests/host/support/wait.mjs';
import { writePicture } from './picture.mjs';
import { Screen } from './screen.mjs';
import { pictureOf } from './text.mjs';

export class Stage {
  #folder;
  #pictures;
  #screen;
  #chapter;
  #step;
  #quoted = new Set();
  #taken = [];

  /** Starts everything; pictures go below the folder `pictures`. */
  static async start(pictures) {
    const stage = new Stage();
    stage.#pictures = pictures;
    stage.#folder = mkdtempSync(join(tmpdir(), 'goodturn-guide-'));
    try {
      stage.server = await startServer('radicale', join(stage.#folder, 'radicale'));
      stage.book = await makeCollection(stage.server, 'book', 'contacts', cards());
      await makeCollection(stage.server, 'calendar', 'meetings', meetings());
      stage.goodturn = new Goodturn(stage.#folder);
      stage.host = await Thunderbird.start({ prepare: (home) => stage.goodturn.announce(home), screen: '1180x800' });
    } catch (error) {
      await stage.stop();
      throw error;
    }
    stage.addon = new Addon(stage.host);
    stage.calendars = new Calendars(stage.host);
    stage.mail = new Mail(stage.host);
    stage.#screen = new Screen(stage.host);
    return stage;
  }

  /** Begins a step of a chapter. */
  begin(chapter, step) {
    this.#chapter = chapter;
    this.#step = step;
    this.#quoted = new Set();
    this.#taken = [];
  }

  /** What was done since begin(): the words that stood on the screen, the pictures that were taken. */
  get done() {
    return { seen: this.#quoted, pictures: this.#taken };
  }

  /** Waits until these words stand on the screen, and tells where. */
  async see(words, timeout = 15000) {
    const place = await waitFor(`the words "${words}" on the screen`, () => this.#screen.find(words), { timeout });
    this.#quoted.add(words);
    return place;
  }

  /** Presses what these words are written on. */
  async press(words) {
    await (await this.see(words)).press();
  }

  /** Takes the picture of the step, with frames around these words. */
  async picture(...words) {
    const places = [];
    for (const one of words) places.push(await this.see(one));
    await this.pictureOf(places);
  }

  /** Takes the picture of the step, with frames around these places; of a part of the screen when given. */
  async pictureOf(places, part) {
    const name = pictureOf(this.#chapter, this.#step);
    const source = join(this.#folder, 'screen.png');
    await this.host.pictureOfScreen(source);
    await writePicture(source, join(this.#pictures, name), { places, part });
    this.#taken.push(name);
  }

  /** Where an element of Thunderbird's main window stands on the screen. */
  placeOf(selector) {
    return waitFor(selector, () => this.host.chrome(`
      const win = Services.wm.getMostRecentWindow("mail:3pane");
      const box = win.document.querySelector(args.selector)?.getBoundingClientRect();
      return box?.width ? { left: Math.round(win.mozInnerScreenX + box.left), top: Math.round(win.mozInnerScreenY + box.top),
        width: Math.round(box.width), height: Math.round(box.height) } : null;`, { selector }));
  }

  /** Where the window stands whose address contains a word. */
  windowOf(word) {
    return this.host.chrome(`
      const win = [...Services.wm.getEnumerator(null)].find((one) => one.location.href.includes(args.word));
      return { left: win.screenX, top: win.screenY, width: win.outerWidth, height: win.outerHeight };`, { word });
  }

  /** Goes to a page of the add-on's space by its name in the navigation. */
  async go(name) {
    await this.addon.openSpace();
    await this.press(name);
  }

  /** Ends everything and removes what was written but the pictures. */
  async stop() {
    await this.host?.stop();
    await this.server?.stop();
    if (!process.env.GOODTURN_KEEP) rmSync(this.#folder, { recursive: true, force: true });
  }
}
