-- Observed mail. Addresses and Message-IDs stand here only as hashes with the salt below.

INSERT INTO setting VALUES ('mail.salt', lower(hex(randomblob(32))));

-- Accounts of the mail program that are or were watched.
CREATE TABLE mail_account (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,  -- the mail program's own name for it
  name TEXT NOT NULL
) STRICT;

-- The folders that the user chose, with the dates between which they were read.
CREATE TABLE mail_folder (
  account INTEGER NOT NULL REFERENCES mail_account (number) ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  read_from INTEGER,  -- seconds since 1970, UTC; both or none
  read_until INTEGER,
  PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;

-- One row for each message and person.
CREATE TABLE observation (
  message INTEGER NOT NULL,
  person INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES mail_account (number) ON DELETE CASCADE,
  thread INTEGER,  -- the first message of the thread; NULL: it answers none
  at INTEGER NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  recipients INTEGER NOT NULL,
  PRIMARY KEY (message, person, account)
) STRICT, WITHOUT ROWID;

-- People whose mail up to a date is not to be taken again.
CREATE TABLE mail_forgotten (
  person INTEGER PRIMARY KEY,
  until INTEGER NOT NULL
) STRICT;
