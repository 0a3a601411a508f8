-- Whom a card names as related, and whom its person reports to.
ALTER TABLE person ADD COLUMN related TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN superior TEXT NOT NULL DEFAULT '';

-- Without its day the index is derived anew from all items.
UPDATE setting SET value = '' WHERE key = 'index.day';
