-- Bases are found by their names only: one tree instead of two for each item that comes.
DROP TRIGGER item_added;
DROP TRIGGER base_added;
DROP TRIGGER base_removed;
DROP INDEX base_changed;
ALTER TABLE base RENAME TO base_by_number;
CREATE TABLE base (
  collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  href TEXT NOT NULL,
  etag TEXT NOT NULL,
  hash_high INTEGER NOT NULL,
  hash_low INTEGER NOT NULL,
  text TEXT,
  PRIMARY KEY (collection, href)
) STRICT, WITHOUT ROWID;
INSERT INTO base SELECT collection, href, etag, hash_high, hash_low, text FROM base_by_number ORDER BY collection, href;
DROP TABLE base_by_number;
CREATE INDEX base_changed ON base (collection, href) WHERE text IS NOT NULL;
CREATE TRIGGER item_added AFTER INSERT ON item
  WHEN NOT EXISTS (SELECT 1 FROM base WHERE collection = NEW.collection AND href = NEW.href)
  BEGIN INSERT OR IGNORE INTO unsent VALUES (NEW.collection, NEW.href); END;
CREATE TRIGGER base_added AFTER INSERT ON base
  BEGIN DELETE FROM unsent WHERE collection = NEW.collection AND href = NEW.href; END;
CREATE TRIGGER base_removed AFTER DELETE ON base
  WHEN EXISTS (SELECT 1 FROM item WHERE collection = OLD.collection AND href = OLD.href)
  BEGIN INSERT OR IGNORE INTO unsent VALUES (OLD.collection, OLD.href); END;
