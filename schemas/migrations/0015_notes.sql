-- What was read of the folder of Markdown notes that the user chose. The files are the notes; this can be read again.
CREATE TABLE note_file (
  path TEXT PRIMARY KEY,    -- below the folder
  version TEXT NOT NULL,    -- of the file, as it was read
  hash TEXT NOT NULL,       -- of its bytes; empty when it could not be read
  problem TEXT NOT NULL     -- why not: an English sentence of helper/words/errors; else empty
) STRICT, WITHOUT ROWID;

-- How a note is called: its name, title, aliases; or an address of the person whose note it is.
CREATE TABLE note_name (
  path TEXT NOT NULL REFERENCES note_file (path) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  is_address INTEGER NOT NULL,
  PRIMARY KEY (path, number)
) STRICT, WITHOUT ROWID;

-- What it says of whom, in the order of the note.
CREATE TABLE note_entry (
  path TEXT NOT NULL REFERENCES note_file (path) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  line INTEGER NOT NULL,    -- from 1; 0: the front matter
  day INTEGER NOT NULL,     -- since 1970-01-01
  name TEXT NOT NULL,       -- as written; empty: of whom the note is
  is_person INTEGER NOT NULL,
  channel TEXT,             -- NULL: no contact
  direction TEXT NOT NULL,
  others INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (path, number)
) STRICT, WITHOUT ROWID;
