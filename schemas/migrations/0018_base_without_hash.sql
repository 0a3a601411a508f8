-- What an item means is read from its agreed text when a server sends another: the hash repeated it for each item that came.
ALTER TABLE base DROP COLUMN hash_high;
ALTER TABLE base DROP COLUMN hash_low;
