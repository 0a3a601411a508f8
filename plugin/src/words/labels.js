/** Words for the fixed vocabularies; a word that is missing here is shown as it came. */
const labels = Object.freeze({
  "keep-in-touch": "Keep in touch",
  thank: "Say thanks",
  promised: "You promised",
  "first-meeting": "After your first meeting",
  celebrate: "Celebrate",
  support: "A hard time",
  "give-match": "Something to give",
  introduce: "Two who might meet",
  reciprocate: "In return",
  "role-gap": "An empty role",
  "decision-maker": "Who decides",
  ask: "Something to ask",
  revive: "An old tie",
  deepen: "More than a line",
  diversify: "Another house",
  "build-now": "Build now",
  "warm-contacts": "Warm contacts first",
  meeting: "Meeting",
  call: "Call",
  mail: "Mail",
  message: "Message",
  social: "Social network",
  post: "Post",
  touch: "Contact",
  note: "Note",
  gave: "You gave",
  received: "You received",
  planned: "Planned",
  "follow-up": "Follow-up",
  out: "I reached out",
  in: "They reached out",
  mutual: "Both",
  alive: "In touch",
  fading: "Fading",
  quiet: "Quiet",
  new: "No history yet",
  "address-book": "Address book",
  calendar: "Calendar",
  dav: "Server",
  vdir: "Folder",
  feed: "Calendar address",
});

/** "Chance without help" for chance_without_help or chance-without-help. */
export const sentence = (word) => (word.charAt(0).toUpperCase() + word.slice(1)).replace(/[-_]/g, " ");

/** Shown word of a vocabulary word. */
export const label = (word) => labels[word] ?? sentence(word);

const plainTitles = new Set(["In touch", "Note", "You gave", "You received", "You promised"]);

/** Title of a timeline entry, "" when it says no more than the entry's kind and there is a text to show. */
export const titleOf = ({ title, text }) => (text && plainTitles.has(title) ? "" : title);

/** "every day" or "every 14 days" for a rhythm. */
export const everyDays = (days) => (Number(days) === 1 ? "every day" : `every ${days} days`);

/** Words for a person's circle. */
export const layerLabel = (layer) => (layer > 0 ? `Inner ${layer}` : "Outside the circles");
