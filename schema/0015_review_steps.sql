-- A value is verified by the officer and accepted by the board; whoever gave it back looks at it again.
-- What had been accepted before there were two steps stays accepted.
ALTER TABLE indicator_value ADD COLUMN verified_by TEXT;
ALTER TABLE indicator_value ADD COLUMN returned_by TEXT;
ALTER TABLE indicator_value ADD COLUMN questioned_by TEXT;
UPDATE indicator_value SET returned_by = decided_by WHERE state = 'returned';
