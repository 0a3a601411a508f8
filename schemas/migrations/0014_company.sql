-- How many took part in what was noted as a touch, and who of them is known.
ALTER TABLE record ADD COLUMN others INTEGER NOT NULL DEFAULT 1;
ALTER TABLE record ADD COLUMN company TEXT NOT NULL DEFAULT '';

-- Without its day the index is derived anew from all items.
UPDATE setting SET value = '' WHERE key = 'index.day';
