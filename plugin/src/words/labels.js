/** Words for the fixed vocabularies; a word that is missing here is shown as it came. */
const labels = Object.freeze({
  "keep-in-touch": "Keep in touch",
  thank: "Say thanks",
  promised: "You promised",
  "first-meeting": "After your first meeting",
  celebrate: "Celebrate",
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
  alive: "in touch",
  fading: "fading",
  quiet: "quiet",
  new: "no history yet",
  "address-book": "Address book",
  calendar: "Calendar",
  dav: "Server",
  vdir: "Folder",
  feed: "Calendar address",
});

/** Shown word of a vocabulary word. */
export const label = (word) => labels[word] ?? (word.charAt(0).toUpperCase() + word.slice(1)).replaceAll("-", " ");

/** "every day" or "every 14 days" for a rhythm. */
export const everyDays = (days) => (Number(days) === 1 ? "every day" : `every ${days} days`);

/** Words for a person's circle. */
export const layerLabel = (layer) => (layer > 0 ? `Inner ${layer}` : "Outside the circles");
