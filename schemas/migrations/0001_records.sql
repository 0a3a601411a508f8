-- What a user could lose: accounts, collections, items, bases, intents, conflicts, settings.
PRAGMA application_id = 1197364308;

CREATE TABLE account (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('local', 'dav', 'vdir', 'feed')),
  name TEXT NOT NULL,
  url TEXT NOT NULL,
  user TEXT NOT NULL,
  own_addresses TEXT NOT NULL  -- a list: each element ends with a line feed
) STRICT;
-- The owner of the collections that live only here.
INSERT INTO account VALUES (0, 'local', '', '', '', '');

CREATE TABLE collection (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  url TEXT NOT NULL,
  name TEXT NOT NULL,
  color TEXT NOT NULL,
  cards INTEGER NOT NULL,
  events INTEGER NOT NULL,
  tasks INTEGER NOT NULL,
  journals INTEGER NOT NULL,
  read_only INTEGER NOT NULL,
  enabled INTEGER NOT NULL,
  counts_as_meetings INTEGER NOT NULL,
  write_back INTEGER NOT NULL,
  token TEXT NOT NULL,
  last_sync INTEGER,  -- seconds since 1970, UTC
  UNIQUE (account, url)
) STRICT;

-- The local version. The text comes last: reading the other columns does not touch its pages.
CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  href TEXT NOT NULL,
  uid TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (collection, href)
) STRICT;
CREATE INDEX item_uid ON item (uid);

-- The version both sides agreed on last. text is NULL when it equals item.text byte for byte.
CREATE TABLE base (
  id INTEGER PRIMARY KEY,
  collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  href TEXT NOT NULL,
  etag TEXT NOT NULL,
  hash_high INTEGER NOT NULL,
  hash_low INTEGER NOT NULL,
  text TEXT,
  UNIQUE (collection, href)
) STRICT;

CREATE TABLE intent (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('create', 'update', 'remove')),
  collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  href TEXT NOT NULL,
  etag TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE conflict (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  href TEXT NOT NULL,
  property TEXT NOT NULL,
  local_value TEXT NOT NULL,
  remote_value TEXT NOT NULL,
  at INTEGER NOT NULL  -- seconds since 1970, UTC
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
