/** Tooltip of the toolbar button by the link's phase. */
export const toolbarTitles = Object.freeze({
  idle: "Goodturn",
  connecting: "Goodturn: starting",
  ready: "Goodturn: sync now",
  failed: "Goodturn: the helper is not running",
});

const install = [
  "Goodturn has two parts: this add-on, and a small program on your computer that keeps your history and talks to your servers.",
  "Install the program with “make install” in Goodturn's folder, or with your system's package.",
  "Then press “Try again”. Nothing needs to be copied or typed.",
];

const texts = {
  missing: ["The Goodturn program is not installed yet", install],
  "no-permission": [
    "Goodturn may not talk to its own program yet",
    ["Thunderbird was told not to let Goodturn reach 127.0.0.1, which is this computer itself.", "Allow it here; no other address is asked for."],
  ],
  silent: ["The Goodturn program started but says nothing", ["It may still be starting, or a second one holds its folder.", "Press “Try again”. If it stays silent, run “goodturn doctor” in a terminal."]],
  "not-ours": ["Another program answers in Goodturn's place", ["Something on this computer listens on Goodturn's port and could not prove that it is your helper. Nothing was sent to it.", "Close that program or restart the computer, then press “Try again”."]],
  "old-helper": ["The Goodturn program is older than this add-on", ["Install the newer program (“make install” in the newer folder), then press “Try again”."]],
  "new-helper": ["This add-on is older than the Goodturn program", ["Install the newer goodturn.xpi: Add-ons and Themes, gear button, Install Add-on From File."]],
  stopped: ["The Goodturn program stopped", ["Press “Try again”. If it stops again, run “goodturn doctor” in a terminal."]],
  "no-code": ["This page needs a link from Goodturn", ["Run “goodturn open” in a terminal, or press “Open in the browser” in Thunderbird's Goodturn space.", "The link works once, so that nobody else can use it."]],
  "old-code": ["This link was used already or is too old", ["Run “goodturn open” again and use the new link."]],
};

/** {title, lines} for a link that failed; `what` is the program's own explanation, shown last when there is one. */
export function connectionText({ kind, what }) {
  const [title, lines] = texts[kind] ?? ["The Goodturn program reports a problem", ["Press “Try again”. “goodturn doctor” in a terminal checks everything."]];
  return { title, lines: what && !["missing", "stopped"].includes(kind) ? [...lines, what] : lines };
}
