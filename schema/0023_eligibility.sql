-- What is told of a nomination for the conditions of its award, one row a fact; NULL is a fact that was
-- taken back. The journal keeps what was told before.
CREATE TABLE nomination_fact (
    commune    TEXT NOT NULL,
    nomination TEXT NOT NULL,
    fact       TEXT NOT NULL,
    value      TEXT,
    told_on    TEXT NOT NULL,
    told_by    TEXT NOT NULL,
    PRIMARY KEY (commune, nomination, fact),
    FOREIGN KEY (commune, nomination) REFERENCES nomination (commune, id)
);

-- Until when nominations of a year are taken, and the paper that says so.
CREATE TABLE nomination_due (
    commune  TEXT NOT NULL,
    movement TEXT NOT NULL,
    year     BIGINT NOT NULL,
    due      TEXT NOT NULL,
    said_in  TEXT NOT NULL,
    PRIMARY KEY (commune, movement, year),
    FOREIGN KEY (commune, movement) REFERENCES movement (commune, id)
);

-- Why a condition that is not met may pass; and the day of the decision that commends.
ALTER TABLE nomination ADD COLUMN waiver TEXT;
ALTER TABLE nomination ADD COLUMN awarded_on TEXT;
UPDATE nomination SET awarded_on = (
    SELECT MIN(d.issued_on) FROM decision_award a
    JOIN decision d ON d.commune = a.commune AND d.id = a.decision
    WHERE a.commune = nomination.commune AND a.nomination = nomination.id AND d.state = 'issued'
) WHERE state = 'awarded';
CREATE INDEX contestant_by_subject ON contestant (commune, subject_kind, subject);
