-- What the user may want back: removed items, own writes, and why a value lost.

-- A version that a sync took away here. Purged after 30 days.
CREATE TABLE trash (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  href TEXT NOT NULL,
  uid TEXT NOT NULL,
  text TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('gone', 'overruled')),
  at INTEGER NOT NULL  -- seconds since 1970, UTC
) STRICT;

-- The change log: one row for each write that a server took.
CREATE TABLE written (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  href TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('create', 'update', 'remove')),
  before TEXT NOT NULL,  -- empty for create
  after TEXT NOT NULL,   -- as the server kept it; empty for remove
  undone INTEGER NOT NULL
) STRICT;
CREATE INDEX written_place ON written (collection, href);

ALTER TABLE conflict ADD COLUMN cause TEXT NOT NULL DEFAULT 'clash'
  CHECK (cause IN ('clash', 'clobbered', 'dropped'));
-- The content line of the value that lost, unfolded; empty where the value is a whole text.
ALTER TABLE conflict ADD COLUMN local_line TEXT NOT NULL DEFAULT '';

-- What a sync has to send, found without reading the collection: changed items have the agreed text in their
-- base, and items that no server has seen stand here.
CREATE INDEX base_changed ON base (collection, href) WHERE text IS NOT NULL;
CREATE TABLE unsent (
  collection INTEGER NOT NULL,
  href TEXT NOT NULL,
  PRIMARY KEY (collection, href)
) STRICT, WITHOUT ROWID;
INSERT INTO unsent
  SELECT collection, href FROM item WHERE NOT EXISTS
    (SELECT 1 FROM base WHERE base.collection = item.collection AND base.href = item.href);
CREATE TRIGGER item_added AFTER INSERT ON item
  WHEN NOT EXISTS (SELECT 1 FROM base WHERE collection = NEW.collection AND href = NEW.href)
  BEGIN INSERT OR IGNORE INTO unsent VALUES (NEW.collection, NEW.href); END;
CREATE TRIGGER item_removed AFTER DELETE ON item
  BEGIN DELETE FROM unsent WHERE collection = OLD.collection AND href = OLD.href; END;
CREATE TRIGGER base_added AFTER INSERT ON base
  BEGIN DELETE FROM unsent WHERE collection = NEW.collection AND href = NEW.href; END;
CREATE TRIGGER base_removed AFTER DELETE ON base
  WHEN EXISTS (SELECT 1 FROM item WHERE collection = OLD.collection AND href = OLD.href)
  BEGIN INSERT OR IGNORE INTO unsent VALUES (OLD.collection, OLD.href); END;
