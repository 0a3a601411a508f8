-- Lines that were put into the user's Markdown notes because an interaction was logged, and by what one is known again.
CREATE TABLE note_line (
  record TEXT PRIMARY KEY,  -- UID of the journal's item
  person TEXT NOT NULL,     -- UID of one of their cards
  line TEXT NOT NULL,       -- without its end
  state TEXT NOT NULL,      -- wanted, writing, written, removing, left
  path TEXT NOT NULL,       -- of the note, below the folder; empty: none was chosen yet
  inserted TEXT NOT NULL,   -- the line with what was put around it
  place INTEGER NOT NULL,   -- before which byte of the note that was put
  before TEXT NOT NULL,     -- hash of the note when a change of it began
  after TEXT NOT NULL,      -- and as it should be after it
  stood INTEGER NOT NULL,   -- how often the line stood there before
  problem TEXT NOT NULL,    -- an English sentence of helper/words/errors; else empty
  at INTEGER NOT NULL       -- of the last change of the state
) STRICT, WITHOUT ROWID;

-- Hash of a line that could be one of ours; empty: another one. All notes are read once more for it.
ALTER TABLE note_entry ADD COLUMN mark TEXT NOT NULL DEFAULT '';
UPDATE note_file SET version = '', hash = '';
