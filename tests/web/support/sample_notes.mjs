// Markdown notes of the sample world: one folder that can be read, names that are clear, unclear and unknown.

const folder = "/home/alex/Notes";

/** What the folder says, after the answers that were given. */
function survey(world) {
  const [ada, bruno, chidi] = [...world.people.values()];
  const person = ({ uid, name, emails, organisation }) => ({ uid, name, email: emails[0], organisation });
  const answers = world.notes?.answers ?? [];
  const isOpen = ({ name }) => !answers.some((answer) => answer.name === name);
  const said = answers.filter((answer) => answer.person).map(({ name, person: who }) => ({ name, entries: 2, people: [who] }));
  return {
    notes: 42,
    entries: 17,
    matched: [{ name: ada.name, entries: 15, people: [person(ada)] }, ...said],
    unclear: [{ name: "Kim Example", entries: 2, people: [person(bruno), person(chidi)] }].filter(isOpen),
    unknown: [{ name: "Zoe Nobody", entries: 1, people: [] }].filter(isOpen),
    other_links: 8,
    skipped: [{ file: "Journal/broken.md", why: "The front matter cannot be read as YAML." }],
  };
}

const nothing = { notes: 0, entries: 0, matched: [], unclear: [], unknown: [], other_links: 0, skipped: [] };

function state(world) {
  const notes = world.notes;
  if (!notes) return { folder: "", answers: [], found: nothing, writes: false, heading: "Contact", lines: [], watch: "off" };
  return { ...notes, found: survey(world) };
}

function look(world, wanted) {
  if (wanted !== folder) throw Object.assign(new Error("The folder of notes cannot be read: No such file or directory"), { kind: "not_found", status: 404 });
  return survey(world);
}

/** Operations about Markdown notes, by operationId. */
export const notesOperations = {
  getNotes: state,
  previewNotes: (world, _, body) => look(world, body.folder),
  chooseNotes: (world, _, body) => {
    look(world, body.folder);
    world.notes = { folder, answers: [], writes: false, heading: "Contact", lines: [], watch: "watching" };
    return state(world);
  },
  readNotes: state,
  leaveNotes: (world) => {
    world.notes = null;
    return state(world);
  },
  answerNoteName: (world, _, { name, person }) => {
    const answers = world.notes.answers.filter((answer) => answer.name !== name);
    const who = person ? world.people.get(person) : null;
    if (person !== undefined) answers.push({ name, ...(who ? { person: { uid: who.uid, name: who.name } } : {}) });
    world.notes.answers = answers;
    return state(world);
  },
  writeNotes: (world, _, { writes, heading }) => {
    Object.assign(world.notes, { writes, heading: heading ?? world.notes.heading });
    return state(world);
  },
};
