-- By the simplified procedure a decision rests on no sitting.
ALTER TABLE decision ALTER COLUMN sitting DROP NOT NULL;
DROP INDEX one_decision_of_a_sitting;
CREATE UNIQUE INDEX one_decision_of_a_sitting
ON decision (commune, coalesce(sitting, ''), movement, part) WHERE state <> 'discarded';
