-- Derived rows: what items say. Every row here can be deleted; a rebuild recreates it from the items.
-- Lists are text in which each element ends with a line feed; a backslash or line feed inside an element
-- is written \\ or \n. Days count from 1970-01-01, instants are seconds since then, UTC.

CREATE TABLE person (
  collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  href TEXT NOT NULL,
  uid TEXT NOT NULL,
  name TEXT NOT NULL,
  emails TEXT NOT NULL,
  phones TEXT NOT NULL,
  organisation TEXT NOT NULL,
  unit TEXT NOT NULL,
  title TEXT NOT NULL,
  tags TEXT NOT NULL,
  roles TEXT NOT NULL,
  birthday TEXT,     -- year-month-day; the year may be missing: --month-day
  anniversary TEXT,
  notes TEXT NOT NULL,
  is_group INTEGER NOT NULL,
  PRIMARY KEY (collection, href)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting (
  collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  href TEXT NOT NULL,
  position INTEGER NOT NULL,
  event TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  day INTEGER NOT NULL,
  summary TEXT NOT NULL,
  addresses TEXT NOT NULL,
  PRIMARY KEY (collection, href, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE record (
  collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  href TEXT NOT NULL,
  uid TEXT NOT NULL,
  kind TEXT NOT NULL,
  person TEXT NOT NULL,
  person_name TEXT NOT NULL,
  at INTEGER NOT NULL,
  text TEXT NOT NULL,
  channel TEXT,
  direction TEXT NOT NULL,
  give_kind TEXT,
  size INTEGER NOT NULL,
  due INTEGER,
  settled INTEGER,
  do_not_suggest INTEGER NOT NULL,
  snoozed_until INTEGER,
  cadence_days INTEGER,
  layer INTEGER,
  PRIMARY KEY (collection, href)
) STRICT, WITHOUT ROWID;

CREATE TABLE follow_up (
  collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  href TEXT NOT NULL,
  uid TEXT NOT NULL,
  rule TEXT NOT NULL,
  person TEXT NOT NULL,
  person_name TEXT NOT NULL,
  summary TEXT NOT NULL,
  why TEXT NOT NULL,
  link TEXT NOT NULL,
  due INTEGER NOT NULL,
  shown INTEGER NOT NULL,
  silence_since INTEGER,
  record TEXT,
  completed INTEGER NOT NULL,
  completed_at INTEGER,
  action TEXT,
  expired INTEGER NOT NULL,
  PRIMARY KEY (collection, href)
) STRICT, WITHOUT ROWID;
