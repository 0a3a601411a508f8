import { connectBridge } from "../bridge/client.js";
import { MailReader } from "../mail/reader.js";
import { MailWatch } from "../mail/watch.js";
import { takeReturnRoute } from "../thunderbird/permission.js";
import { DailyNotice } from "./daily_notice.js";
import { HelperLink } from "./helper_link.js";
import { MessageMenus } from "./menus.js";
import { PagePorts } from "./page_ports.js";
import { ensureSpace, openSpace } from "./space.js";
import { ToolbarTitle } from "./toolbar.js";

const { messenger } = globalThis;
const page = messenger.runtime.getURL("app.html");

const link = new HelperLink({
  connectNative: (name) => messenger.runtime.connectNative(name),
  hasPermission: (origin) => messenger.permissions.contains({ origins: [origin] }),
  fetch: globalThis.fetch.bind(globalThis),
  version: messenger.runtime.getManifest().version,
  origin: new URL(messenger.runtime.getURL("")).origin,
});
const now = () => Date.now();
const bridge = () => (link.state.phase === "ready" ? connectBridge({ base: `http://127.0.0.1:${link.state.port}`, token: link.state.token }) : null);
const reader = new MailReader({
  messenger,
  now,
  bridge,
  // Thunderbird stays free for its user between two pages of messages.
  pause: () => new Promise((resolve) => setTimeout(resolve, 250)),
});
const watch = new MailWatch({ messenger, link, reader, now });
const pages = new PagePorts({ link, open: () => openSpace(messenger.spaces, page), mail: { reader, watch } });

new ToolbarTitle({ action: messenger.action, link, bridge }).start();
new MessageMenus(messenger).start();
new DailyNotice({ messenger, link, bridge, open: (route) => pages.show(route) }).start();
messenger.commands.onCommand.addListener((name) => (name === "week" ? pages.show("#/week") : bridge()?.startSync({}, {}).catch(() => {})));
watch.start();
messenger.runtime.onConnect.addListener((port) => pages.accept(port));
messenger.permissions.onAdded.addListener(() => link.start());
// Without these two the script would sleep until a page opens, and the follow-ups calendar would have no helper.
messenger.runtime.onStartup.addListener(() => link.start());
messenger.runtime.onInstalled.addListener(() => link.start());
// First the helper: a host that makes no space still has its follow-ups calendar.
await link.start();
await ensureSpace(messenger.spaces, page);
const route = takeReturnRoute();
if (route) pages.show(route);
