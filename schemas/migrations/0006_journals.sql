-- Asks, introductions, profiles and the other journal items as they stand, each with its kind. The kind is a
-- word; the text is the item's.
CREATE TABLE journal (
  collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  href TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (collection, href)
) STRICT, WITHOUT ROWID;

-- Profiles are journal items now; a record says whether it was asked for, whether it helped in a crisis, how deep a
-- touch went and to which ask it belongs.
DROP TABLE record;
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
  asked INTEGER NOT NULL,
  crisis INTEGER NOT NULL,
  depth INTEGER,
  ask TEXT NOT NULL,
  PRIMARY KEY (collection, href)
) STRICT, WITHOUT ROWID;

-- Without its day the index is derived anew from all items.
UPDATE setting SET value = '' WHERE key = 'index.day';
