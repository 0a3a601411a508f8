import { HelperLink } from "./helper_link.js";
import { PagePorts } from "./page_ports.js";
import { ensureSpace, openSpace } from "./space.js";
import { followInToolbar } from "./toolbar.js";

const { messenger } = globalThis;
const page = messenger.runtime.getURL("app.html");

const link = new HelperLink({
  connectNative: (name) => messenger.runtime.connectNative(name),
  hasPermission: (origin) => messenger.permissions.contains({ origins: [origin] }),
  fetch: globalThis.fetch.bind(globalThis),
  version: messenger.runtime.getManifest().version,
  origin: new URL(messenger.runtime.getURL("")).origin,
});
const pages = new PagePorts({ link, open: () => openSpace(messenger.spaces, page) });

followInToolbar(messenger.action, link);
messenger.runtime.onConnect.addListener((port) => pages.accept(port));
messenger.permissions.onAdded.addListener(() => link.start());
// Without these two the script would sleep until a page opens, and the follow-ups calendar would have no helper.
messenger.runtime.onStartup.addListener(() => link.start());
messenger.runtime.onInstalled.addListener(() => link.start());
await ensureSpace(messenger.spaces, page);
await link.start();
