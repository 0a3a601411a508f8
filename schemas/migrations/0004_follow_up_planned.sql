-- The date Goodturn set for a follow-up; it differs from `due` when another program moved the task.
ALTER TABLE follow_up ADD COLUMN planned INTEGER;
