// A Thunderbird of its own for one test: fresh profile, temporary HOME, its own display and Marionette port.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Marionette } from './marionette.mjs';
import { freePort, start, stop } from './programs.mjs';
import { waitFor, within } from './wait.mjs';

const run = promisify(execFile);
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
export const pictures = join(root, 'build/screenshots/host');

const PREFS = {
  'app.donation.eoy.version.viewed': 999,
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'calendar.alarms.show': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'extensions.autoDisableScopes': 0,
  'mail.provider.suppress_dialog_on_startup': true,
  'mail.rights.version': 1,
  'mail.shell.checkDefaultClient': false,
  'mail.spotlight.firstRunDone': true,
  'mail.winsearch.firstRunDone': true,
  'mailnews.start_page.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
  'xpinstall.signatures.required': false,
};



/** The number of a new X display; Xvfb picks a free one and writes it to descriptor 3. */
function displayOf(server) {
  return new Promise((resolveNumber, reject) => {
    let text = '';
    server.stdio[3].on('data', (bytes) => {
      text += bytes;
      if (text.endsWith('\n')) resolveNumber(Number(text));
    });
    server.ended.then((why) => reject(new Error(`Xvfb ended: ${why}`)));
  });
}

function writeProfile(folder, prefs) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lines = Object.entries({ ...PREFS, ...prefs })
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
  writeFileSync(join(folder, 'user.js'), lines.join(''));
}

export class Thunderbird {
  #screen;
  #program;

  /**
   * Starts Xvfb and Thunderbird and waits for the main window.
   * @param {{folder?: string, prefs?: object, prepare?: (home: string) => void, size?: string}} options `prepare` may
   *   write into the temporary HOME before Thunderbird starts (native-messaging manifests)
   */
  static async start({ folder, prefs = {}, prepare = () => {}, size = '1260x900', noRemote = true } = {}) {
    const host = new Thunderbird();
    host.ownFolder = folder === undefined;
    host.noRemote = noRemote;
    host.folder = folder ?? mkdtempSync(join(tmpdir(), 'goodturn-host-'));
    host.home = join(host.folder, 'home');
    host.profile = join(host.folder, 'profile');
    host.log = join(host.folder, 'thunderbird.log');
    mkdirSync(host.home, { recursive: true, mode: 0o700 });
    try {
      prepare(host.home);
      await host.#openScreen(size);
      await host.#launch(prefs);
      return host;
    } catch (error) {
      await host.stop();
      throw error;
    }
  }

  async #openScreen(size) {
    this.#screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'],
      { log: join(this.folder, 'xvfb.log'), extra: ['pipe'] });
    this.display = `:${await within(15000, 'a display from Xvfb', displayOf(this.#screen))}`;
  }

  async #launch(prefs) {
    const port = await freePort();
    writeProfile(this.profile, { ...prefs, 'marionette.port': port });
    const env = { ...process.env, DISPLAY: this.display, HOME: this.home, LC_ALL: 'C.UTF-8', MOZ_CRASHREPORTER_DISABLE: '1',
      XDG_RUNTIME_DIR: this.home };
    for (const name of ['WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME',
      'XDG_CACHE_HOME']) delete env[name];
    this.#program = start('thunderbird', ['--marionette', '-remote-allow-system-access', '--profile', this.profile,
      ...(this.noRemote ? ['--no-remote'] : [])], { env, log: this.log });
    this.marionette = await waitFor('Marionette answers', () => Marionette.open(port), { timeout: 60000, every: 250 });
    await waitFor('the main window is ready', () => this.chrome(`
      const win = Services.wm.getMostRecentWindow("mail:3pane");
      return !!win && win.document.readyState === "complete" && !!win.gSpacesToolbar?.isLoaded;`), { timeout: 60000 });
  }

  chrome(body, args, timeout) {
    return this.marionette.chrome(body, args, timeout);
  }

  /** Installs an add-on from a folder or an .xpi and returns its id. */
  installAddon(path) {
    return this.marionette.send('Addon:Install', { path: resolve(path), temporary: true });
  }

  /** Picture of the whole screen, kept as build/screenshots/host/NAME.png. */
  async screenshot(name) {
    mkdirSync(pictures, { recursive: true });
    const file = join(pictures, `${name}.png`);
    await run('import', ['-display', this.display, '-window', 'root', file], { timeout: 20000 });
    return file;
  }

  /** Picture of the current page ("content") or window ("chrome"), kept like screenshot(). */
  async pagePicture(name, context = 'content') {
    mkdirSync(pictures, { recursive: true });
    const file = join(pictures, `${name}.png`);
    writeFileSync(file, await this.marionette.picture(context));
    return file;
  }

  /** Ends Thunderbird and keeps profile and display: used to show what happens after a restart. */
  async quit() {
    this.marionette?.close();
    if (this.#program) await stop(this.#program, { patience: 15000 });
    this.#program = undefined;
  }

  /** Starts Thunderbird again on the same profile. */
  async relaunch(prefs = {}) {
    await this.#launch(prefs);
  }

  /** Ends everything that was started and removes the temporary folder. Safe to call twice. */
  async stop() {
    await this.quit();
    if (this.#screen) await stop(this.#screen);
    this.#screen = undefined;
    if (this.ownFolder && !process.env.GOODTURN_KEEP) rmSync(this.folder, { recursive: true, force: true });
  }
}
