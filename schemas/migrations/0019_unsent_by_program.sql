-- Who adds items and bases notes what no server has seen (adapters/store): with a trigger SQLite keeps a copy of each page
-- that such a statement touches until it ends. What is deleted, by whatever way, still takes its note along.
DROP TRIGGER item_added;
DROP TRIGGER base_added;
