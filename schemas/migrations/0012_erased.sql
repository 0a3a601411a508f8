-- Whom the user had erased: hashes, with the key below, of UIDs, places and addresses, so that nothing of them comes
-- back by itself.
CREATE TABLE erased (
  mark INTEGER PRIMARY KEY
) STRICT;
INSERT INTO setting VALUES ('erased.key', lower(hex(randomblob(32))));
