// First run: the add-on from its file, the first steps with sample data, the first list.
import { addon } from '../../../tests/host/support/goodturn.mjs';
import { waitFor } from '../../../tests/host/support/wait.mjs';

/** Opens Thunderbird's main menu. */
const openMenu = (stage) => stage.host.chrome('Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("button-appmenu").click();');

/** Thunderbird's next file dialog answers with this file at once: the desktop draws that dialog, no script can press in it. */
const answerFileDialog = (stage, file) => stage.host.chrome(`
  const { FileUtils } = ChromeUtils.importESModule("resource://gre/modules/FileUtils.sys.mjs");
  const registrar = Components.manager.QueryInterface(Ci.nsIComponentRegistrar);
  const contract = "@mozilla.org/filepicker;1";
  const before = registrar.contractIDToCID(contract);
  const dialog = { QueryInterface: ChromeUtils.generateQI(["nsIFilePicker"]), init() {}, appendFilter() {}, appendFilters() {},
    get files() {
      const files = Cc["@mozilla.org/array;1"].createInstance(Ci.nsIMutableArray);
      files.appendElement(new FileUtils.File(args.file));
      return files.enumerate();
    },
    open(answer) {
      registrar.registerFactory(before, "", contract, null);
      answer.done(Ci.nsIFilePicker.returnOK);
    } };
  registrar.registerFactory(Services.uuid.generateUUID(), "", contract, { QueryInterface: ChromeUtils.generateQI(["nsIFactory"]),
    createInstance: (iid) => dialog.QueryInterface(iid) });`, { file });

/** The page of add-ons, which Thunderbird shows in a tab. */
const inAddons = (stage, body, args = {}) => stage.host.chrome(`
  const { document } = Services.wm.getMostRecentWindow("mail:3pane");
  const page = [...document.querySelectorAll("browser")].find((one) => one.currentURI?.spec === "about:addons")?.contentDocument;
  ${body}`, args);

export const steps = {
  'open-add-ons': async (stage) => {
    await openMenu(stage);
    await stage.picture('Add-ons and Themes');
    await stage.press('Add-ons and Themes');
    await waitFor('the page of add-ons', () => inAddons(stage, 'return page?.readyState === "complete";'));
  },
  'choose-file': async (stage) => {
    await stage.press('Extensions');
    await waitFor('the gear', () => inAddons(stage, `
      const gear = page.querySelector("addon-page-header .more-options-button");
      (gear?.shadowRoot?.querySelector("button") ?? gear)?.click();
      return !!gear;`));
    await stage.picture('Install Add-on From File…');
    await answerFileDialog(stage, addon);
    await stage.press('Install Add-on From File…');
  },
  allow: async (stage) => {
    await stage.picture('Add');
    await stage.press('Add');
    await stage.press('OK');
    await waitFor('the helper', () => stage.goodturn.signIn(), { timeout: 30000, every: 500 });
  },
  'open-space': async (stage) => {
    await stage.addon.openSpace();
    await stage.see('Welcome');
    await stage.pictureOf([await stage.placeOf('[id$="-spacesButton-goodturn"]')]);
  },
  sample: async (stage) => {
    await stage.see('Test');
    await stage.press('Start with sample data');
    await waitFor('the people', async () => (await stage.goodturn.ask('GET', '/api/v1/status')).people >= 60, { timeout: 60000 });
    await stage.see('Sync now');
    await stage.picture();
  },
  'to-list': async (stage) => {
    await stage.see('Mail');
    await stage.see('Ten questions');
    await stage.press('To my list');
  },
  'first-list': async (stage) => {
    await stage.see('This week', 30000);
    for (const words of ['Not now', 'Later', 'Done']) await stage.see(words);
    await stage.picture();
  },
  why: async (stage) => {
    await stage.press('What would change this?');
    await stage.picture('What would change this?');
  },
};
