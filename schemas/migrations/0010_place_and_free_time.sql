-- Where a person is: for the hours at which a call fits.
ALTER TABLE person ADD COLUMN zone TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN country TEXT NOT NULL DEFAULT '';

-- Events that leave the user free.
ALTER TABLE meeting ADD COLUMN is_free INTEGER NOT NULL DEFAULT 0;

-- Without its day the index is derived anew from all items.
UPDATE setting SET value = '' WHERE key = 'index.day';
