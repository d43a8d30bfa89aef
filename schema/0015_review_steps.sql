-- A value is verified by the officer and accepted by the board; whoever gave it back looks at it again.
-- What had been accepted before there were two steps stays accepted.
ALTER TABLE indicator_value ADD COLUMN verified_by TEXT;
ALTER TABLE indicator_value ADD COLUMN returned_by TEXT;
ALTER TABLE indicator_value ADD COLUMN questioned_by TEXT;
-- The day, in Việt Nam, on which it was sent for the first time.
ALTER TABLE indicator_value ADD COLUMN sent_on TEXT;
UPDATE indicator_value SET returned_by = decided_by WHERE state = 'returned';

-- By which day the figures of a period are to be sent; where nobody set one, it is the period's last.
CREATE TABLE indicator_due (
    commune  TEXT NOT NULL,
    standard TEXT NOT NULL,
    period   TEXT NOT NULL,
    due      TEXT NOT NULL,
    version  BIGINT NOT NULL,
    PRIMARY KEY (commune, standard, period)
);

-- Which village was reminded of which figures, once a day at most.
CREATE TABLE indicator_reminder (
    commune     TEXT NOT NULL,
    unit        TEXT NOT NULL REFERENCES unit (code),
    standard    TEXT NOT NULL,
    period      TEXT NOT NULL,
    reminded_on TEXT NOT NULL,
    reminded_by TEXT NOT NULL,
    PRIMARY KEY (commune, unit, standard, period, reminded_on)
);
