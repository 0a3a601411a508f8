import { t } from "../words/message.js";

/** What a message in the list can be logged as: kinds of schemas/vocabulary.json. */
export const loggable = ["gave", "received", "promised"];

/**
 * The entries "Goodturn: log as …" of the message list's menu. A click opens a small window with the log form for the
 * message's other person; without Thunderbird's permission to see messages it is asked for first.
 */
export class MessageMenus {
  /** @param {Pick<typeof messenger, "menus" | "permissions" | "windows" | "runtime">} host */
  constructor({ menus, permissions, windows, runtime }) {
    this.menus = menus;
    this.permissions = permissions;
    this.windows = windows;
    this.runtime = runtime;
  }

  /** Makes the entries anew and listens. Call it at each start of the background script. */
  async start() {
    this.menus.onClicked.addListener((info) => this.#clicked(info));
    await this.menus.removeAll();
    for (const kind of loggable) this.menus.create({ id: kind, title: t(`host.menu_${kind}`), contexts: ["message_list"] });
  }

  /** @param {messenger.menus.OnClickData} info */
  async #clicked({ menuItemId, selectedMessages }) {
    const kind = String(menuItemId);
    if (!loggable.includes(kind)) return;
    // Directly from the click, or Thunderbird refuses to ask.
    const asked = this.permissions.request({ permissions: ["messagesRead"] });
    const message = selectedMessages?.messages?.[0];
    if (message) this.#open(kind, message.id);
    // With the permission the add-on must start anew to see messages (docs/host.md); the next click then opens the form.
    else if (await asked) this.runtime.reload();
  }

  /**
   * @param {string} kind
   * @param {number} message
   */
  #open(kind, message) {
    const query = new URLSearchParams({ kind, message: String(message) });
    this.windows.create({ type: "popup", url: `sender.html?${query}`, width: 460, height: 640 });
  }
}
