// A Thunderbird of its own for one test: fresh profile, temporary HOME, its own display and Marionette port.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const pictures = join(root, 'build/screenshots/host');

const PREFS = {
  // Without a session bus the system's notifications fail, and a calendar whose refresh failed stays locked by that.
  'alerts.useSystemBackend': false,
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
  'ui.caretBlinkTime': 0, // a picture waits until nothing moves
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
  #prefs = {};

  /**
   * Starts Xvfb and Thunderbird and waits for the main window.
   * @param {{prepare?: (home: string) => void, screen?: string, prefs?: object}} options `prepare` may write into the temporary
   *   HOME before Thunderbird starts (native-messaging manifests); `screen` is the size of the screen; `prefs` are further
   *   preferences ({name: value})
   */
  static async start({ prepare = () => {}, screen = '1260x900', prefs = {} } = {}) {
    const host = new Thunderbird();
    host.#prefs = prefs;
    host.size = screen;
    host.folder = mkdtempSync(join(tmpdir(), 'goodturn-host-'));
    host.home = join(host.folder, 'home');
    host.profile = join(host.folder, 'profile');
    mkdirSync(host.home, { mode: 0o700 });
    try {
      prepare(host.home);
      await host.#openScreen();
      await host.#launch();
      return host;
    } catch (error) {
      await host.stop();
      throw error;
    }
  }

  async #openScreen() {
    this.#screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', `${this.size}x24`, '-nolisten', 'tcp'],
      { log: join(this.folder, 'xvfb.log'), extra: ['pipe'] });
    this.display = `:${await within(15000, 'a display from Xvfb', displayOf(this.#screen))}`;
  }

  #environment() {
    const env = { ...process.env, DISPLAY: this.display, HOME: this.home, XDG_RUNTIME_DIR: this.home, LC_ALL: 'C.UTF-8',
      MOZ_CRASHREPORTER_DISABLE: '1' };
    for (const name of ['WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME']) {
      delete env[name];
    }
    return env;
  }

  async #launch() {
    const port = await freePort();
    writeProfile(this.profile, { ...this.#prefs, 'marionette.port': port });
    this.#program = start('thunderbird', ['--marionette', '-remote-allow-system-access', '--profile', this.profile,
      '--no-remote'], { env: this.#environment(), log: join(this.folder, 'thunderbird.log') });
    this.marionette = await waitFor('Marionette answers', () => Marionette.open(port), { timeout: 60000, every: 250 });
    await waitFor('the main window is ready', () => this.chrome(`
      const win = Services.wm.getMostRecentWindow("mail:3pane");
      if (win?.document.readyState !== "complete" || !win.gSpacesToolbar?.isLoaded) return false;
      win.moveTo(0, 0);
      win.resizeTo(win.screen.width, win.screen.height);
      return true;`), { timeout: 60000 });
  }

  /** Runs a function body with chrome rights; see Marionette.chrome. */
  chrome(body, args, timeout) {
    return this.marionette.chrome(body, args, timeout);
  }

  /** Installs an add-on from an .xpi for good (it is there again after a restart) and returns its id. */
  installAddon(path) {
    return this.marionette.send('Addon:Install', { path: resolve(path), temporary: false });
  }

  /** Picture of the whole screen, kept as build/screenshots/host/NAME.png; its path. */
  async screenshot(name) {
    const file = join(pictures, `${name}.png`);
    await this.pictureOfScreen(file);
    return file;
  }

  /** Writes a picture of the whole screen as soon as nothing moves on it any more. */
  async pictureOfScreen(file) {
    mkdirSync(dirname(file), { recursive: true });
    let before;
    await waitFor('a screen that stands still', async () => {
      await run('import', ['-display', this.display, '-window', 'root', '-define', 'png:exclude-chunks=date,time', file],
        { timeout: 20000 });
      const last = before;
      before = readFileSync(file);
      return last?.equals(before);
    }, { timeout: 10000, every: 150 }).catch(() => {}); // something may blink; the last picture is good enough
  }

  /** Picture of the main window by Marionette, kept like screenshot(): without popups, but never covered by them. */
  async windowPicture(name) {
    mkdirSync(pictures, { recursive: true });
    writeFileSync(join(pictures, `${name}.png`), await this.marionette.picture());
  }

  /** Switches to Thunderbird's own theme "light" or "dark", as under Add-ons and Themes; waits until the window shows it. */
  async theme(name) {
    await this.chrome(`
      const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
      await (await AddonManager.getAddonByID("thunderbird-compact-" + args.name + "@mozilla.org")).enable();`, { name });
    await waitFor(`the ${name} theme`, () => this.chrome(`
      return Services.wm.getMostRecentWindow("mail:3pane").matchMedia("(prefers-color-scheme: " + args.name + ")").matches;`, { name }));
  }

  /** Wears a theme of these colours (names and values of a theme's manifest), installed for this session. */
  async wear(colors) {
    const folder = join(this.folder, 'theme');
    mkdirSync(folder, { recursive: true });
    const gecko = { id: 'own-theme@example.org' };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ manifest_version: 2, name: 'A theme', version: '1.0',
      browser_specific_settings: { gecko }, theme: { colors } }));
    await this.marionette.send('Addon:Install', { path: folder, temporary: true });
    await this.chrome(`
      const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
      await (await AddonManager.getAddonByID(args.id)).enable();`, gecko);
  }

  /** Leaves Thunderbird as its menu does; its profile stays. */
  async leave() {
    await this.chrome('Services.tm.dispatchToMainThread(() => Services.startup.quit(Ci.nsIAppStartup.eForceQuit));');
    await within(20000, 'end of Thunderbird', this.#program.ended);
    await this.#endProgram();
  }

  /** Leaves Thunderbird and starts it again on the same profile, with further preferences ({name: value}). */
  async restart(prefs = {}) {
    await this.leave();
    Object.assign(this.#prefs, prefs);
    await this.#launch();
  }

  async #endProgram() {
    this.marionette?.close();
    if (this.#program) await stop(this.#program, { patience: 15000 });
    this.#program = undefined;
  }

  /** Ends everything that was started and removes the temporary folder. Safe to call twice. */
  async stop() {
    await this.#endProgram();
    if (this.#screen) await stop(this.#screen);
    this.#screen = undefined;
    if (!process.env.GOODTURN_KEEP) rmSync(this.folder, { recursive: true, force: true });
  }
}
