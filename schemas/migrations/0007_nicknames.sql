-- What people are called besides their name: a sign that two cards are one person.
ALTER TABLE person ADD COLUMN nicknames TEXT NOT NULL DEFAULT '';

-- Without its day the index is derived anew from all items.
UPDATE setting SET value = '' WHERE key = 'index.day';
