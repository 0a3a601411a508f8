// A local mail folder with messages of our own, the reading pane, and the add-on's button in it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addonId } from './goodturn.mjs';
import { waitFor } from './wait.mjs';

/** The text of a small message; `headers` are further header lines. All addresses are example.org ones. */
export function message({ from, to, subject, text, date = new Date(), id = 'one', headers = [] }) {
  return [`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}@example.org>`, ...headers, 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', '', text, '']
    .join('\r\n');
}

const FOLDER = `
  const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
  const local = () => {
    try { return MailServices.accounts.localFoldersServer; } catch (e) { /* none yet */ }
    MailServices.accounts.createLocalMailAccount();
    return MailServices.accounts.localFoldersServer;
  };
  const folderNamed = (name) => {
    const root = local().rootFolder;
    if (!root.containsChildNamed(name)) root.QueryInterface(Ci.nsIMsgLocalMailFolder).createLocalSubfolder(name);
    return root.getChildNamed(name);
  };
  const mainWindow = Services.wm.getMostRecentWindow("mail:3pane");
`;

// The add-on's entries in the message list's context menu.
const ENTRIES = `
  const entries = (addonId) => {
    const name = addonId.toLowerCase().replace(/[^a-z0-9_-]/g, "_");
    const pane = mainWindow.document.getElementById("tabmail").currentAbout3Pane;
    return [...pane.document.querySelectorAll("#mailContext menuitem"), ...mainWindow.document.querySelectorAll("#mailContext menuitem")]
      .filter((item) => item.id.startsWith(name));
  };
`;

export class Mail {
  #host;

  constructor(host) {
    this.#host = host;
  }

  #run(body, args = {}, timeout = 20000) {
    return this.#host.chrome(FOLDER + body, args, timeout);
  }

  /** Puts a message (its .eml text) into a local folder. */
  async add(folder, name, text) {
    const file = join(this.#host.folder, `${name}.eml`);
    writeFileSync(file, text);
    await this.#run(`
      const { FileUtils } = ChromeUtils.importESModule("resource://gre/modules/FileUtils.sys.mjs");
      await new Promise((resolve, reject) => MailServices.copy.copyFileMessage(new FileUtils.File(args.file),
        folderNamed(args.folder), null, false, 0, "", {
          QueryInterface: ChromeUtils.generateQI(["nsIMsgCopyServiceListener"]),
          onStartCopy() {}, onProgress() {}, setMessageKey() {}, getMessageId() { return null; },
          onStopCopy(status) { Components.isSuccessCode(status) ? resolve() : reject(new Error("copy " + status)); },
        }, null));`, { folder, file });
  }

  /** Gives the local mail account an identity of the user. */
  async addIdentity(email) {
    await this.#run(`
      const identity = MailServices.accounts.createIdentity();
      identity.email = args.email;
      MailServices.accounts.findAccountForServer(local()).addIdentity(identity);`, { email });
  }

  /** Shows the folder in the mail tab and selects the message with this subject, so that the reading pane shows it. */
  async open(folder, subject) {
    await this.#run(`
      const tabmail = mainWindow.document.getElementById("tabmail");
      tabmail.switchToTab(0);
      tabmail.currentAbout3Pane.displayFolder(folderNamed(args.folder).URI);`, { folder });
    await waitFor(`the message "${subject}" in the reading pane`, () => this.#run(`
      const pane = mainWindow.document.getElementById("tabmail").currentAbout3Pane;
      const row = [...Array(pane.gDBView?.rowCount ?? 0).keys()]
        .find((one) => pane.gDBView.getMsgHdrAt(one).mime2DecodedSubject === args.subject);
      if (row === undefined) return false;
      if (pane.threadTree.selectedIndex !== row) pane.threadTree.selectedIndex = row;
      const shown = pane.messageBrowser.contentWindow;
      return shown.gMessage?.mime2DecodedSubject === args.subject && shown.msgLoaded;`, { subject }));
  }

  /** Opens the menu of the selected message and the add-on's part of it; the entries of the add-on: [{id, label}]. */
  async contextMenu(addonId) {
    await this.closeMenu();
    await this.#run(`
      const pane = mainWindow.document.getElementById("tabmail").currentAbout3Pane;
      // Without a window system around it Thunderbird would close the menu as soon as its second part opens.
      Services.prefs.setBoolPref("ui.popup.disable_autohide", true);
      const row = pane.threadTree.getRowAtIndex(pane.threadTree.selectedIndex);
      const box = row.getBoundingClientRect();
      const at = { clientX: box.left + 40, clientY: box.top + box.height / 2, screenX: pane.mozInnerScreenX + box.left + 40,
        screenY: pane.mozInnerScreenY + box.top + 5, button: 2, bubbles: true, cancelable: true, view: pane };
      row.dispatchEvent(new pane.MouseEvent("mousedown", at));
      row.dispatchEvent(new pane.PointerEvent("contextmenu", at));`);
    return waitFor('the entries in the menu', async () => {
      const found = await this.#run(`${ENTRIES}
        const found = entries(args.addonId);
        const menu = found[0]?.closest("menu");
        if (menu?.parentNode.state === "open" && menu.menupopup.state === "closed") menu.openMenu(true);
        if (menu?.menupopup.state !== "open") return [];
        return found.map((item) => ({ id: item.id, label: item.label }));`, { addonId });
      return found.length > 0 && found;
    });
  }

  /** Chooses an entry of the open menu by its label. */
  async chooseEntry(label) {
    await this.#run(`${ENTRIES}
      const item = entries("goodturn@example.org").find((one) => one.label === args.label);
      const menu = item.closest("#mailContext");
      item.doCommand();
      menu.hidePopup();
      Services.prefs.clearUserPref("ui.popup.disable_autohide");`, { label });
  }

  /** Closes the menu where it is open, and waits until it is. */
  async closeMenu() {
    const menus = `${ENTRIES} const menus = [mainWindow.document, mainWindow.document.getElementById("tabmail").currentAbout3Pane.document]
      .map((doc) => doc.getElementById("mailContext")).filter(Boolean);`;
    await this.#run(`${menus} for (const menu of menus) menu.hidePopup(); Services.prefs.clearUserPref("ui.popup.disable_autohide");`);
    await waitFor('a closed menu', () => this.#run(`${menus} return menus.every((menu) => menu.state === "closed") && entries(args.addonId).length === 0;`, { addonId }));
  }

  /** Clicks the add-on's button in the header of the reading pane. */
  async pressAddonButton(addonId) {
    const id = `${addonId.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-messageDisplayAction-toolbarbutton`;
    await waitFor('the button of the add-on in the reading pane', () => this.#run(`
      const pane = mainWindow.document.getElementById("tabmail").currentAbout3Pane;
      const button = pane.messageBrowser.contentDocument.getElementById(args.id);
      if (!button || button.disabled || !button.getBoundingClientRect().width) return false;
      button.click();
      return true;`, { id }));
  }
}
