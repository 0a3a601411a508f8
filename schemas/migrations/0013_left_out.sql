-- Names that a sync could not read while the rest went on: the stored token hides them from the next listing, so
-- they are asked for by name until they are read or gone.
CREATE TABLE left_out (
  collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  href TEXT NOT NULL,
  etag TEXT NOT NULL,     -- as listed; empty where it came without one
  gone INTEGER NOT NULL,  -- said to be gone, which was not confirmed
  PRIMARY KEY (collection, href)
) STRICT, WITHOUT ROWID;
