// A compose window with a draft, and the add-on's button in it. Nothing is sent.
import { waitFor } from './wait.mjs';

const WINDOW = 'const win = Services.wm.getMostRecentWindow("msgcompose");';

export class Composer {
  #host;

  constructor(host) {
    this.#host = host;
  }

  /** Opens a window with these recipients, subject and text, from the first identity (Mail.addIdentity). */
  async open({ to, subject, body }) {
    await this.#host.chrome(`
      const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
      const fields = Cc["@mozilla.org/messengercompose/composefields;1"].createInstance(Ci.nsIMsgCompFields);
      Object.assign(fields, { to: args.to, subject: args.subject, body: args.body });
      const parameters = Cc["@mozilla.org/messengercompose/composeparams;1"].createInstance(Ci.nsIMsgComposeParams);
      parameters.composeFields = fields;
      parameters.identity = MailServices.accounts.allIdentities[0];
      parameters.format = Ci.nsIMsgCompFormat.PlainText;
      MailServices.compose.OpenComposeWindowWithParams(null, parameters);`, { to, subject, body });
    await waitFor('the compose window', () => this.#host.chrome(`${WINDOW}
      return win?.document.readyState === "complete" && win.document.getElementById("msgSubject").value === args.subject;`, { subject }));
  }

  /** Clicks the add-on's button. */
  async pressAddonButton(addonId) {
    const id = `${addonId.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-composeAction-toolbarbutton`;
    await waitFor('the button of the add-on in the compose window', () => this.#host.chrome(`${WINDOW}
      const button = win.document.getElementById(args.id);
      if (!button || button.disabled || !button.getBoundingClientRect().width) return false;
      button.click();
      return true;`, { id }));
  }

  /** The recipients in the To line, as they stand there. */
  recipients() {
    return this.#host.chrome(`${WINDOW}
      return [...win.document.querySelectorAll("#toAddrContainer mail-address-pill")].map((pill) => pill.fullAddress);`);
  }

  /** What stands in the mail, as plain text. */
  text() {
    return this.#host.chrome(`${WINDOW} return win.gMsgCompose.editor.outputToString("text/plain", 2);`);
  }

  closePopups() {
    return this.#host.chrome(`${WINDOW} for (const panel of win.document.querySelectorAll("panel")) panel.hidePopup?.();`);
  }

  /** Closes the window and its draft without a question. */
  close() {
    return this.#host.chrome(`${WINDOW} win.gContentChanged = false; win.close();`);
  }
}
