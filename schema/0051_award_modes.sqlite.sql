-- By the simplified procedure a decision rests on no sitting. SQLite cannot take NOT NULL off a column, so
-- the table is made anew under its own name: those that refer to it find it again before the commit.
PRAGMA defer_foreign_keys = ON;
CREATE TEMP TABLE decision_before AS SELECT * FROM decision;
DROP TABLE decision;
CREATE TABLE decision (
    commune           TEXT NOT NULL,
    id                TEXT NOT NULL,
    movement          TEXT NOT NULL,
    sitting           TEXT,
    abstract          TEXT NOT NULL,
    bases             TEXT NOT NULL,
    recipients        TEXT NOT NULL,
    reward_source     TEXT NOT NULL CHECK (reward_source IN ('fund', 'programme')),
    state             TEXT NOT NULL CHECK (state IN ('draft', 'issued', 'discarded')),
    year              BIGINT,
    number            BIGINT,
    symbol            TEXT NOT NULL,
    issued_on         TEXT,
    signer_post       TEXT NOT NULL,
    signer_name       TEXT NOT NULL,
    paper             TEXT,
    version           BIGINT NOT NULL,
    discarded_because TEXT,
    certificate_key   TEXT,
    part              BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (commune, id),
    UNIQUE (commune, year, number),
    FOREIGN KEY (commune, movement) REFERENCES movement (commune, id),
    FOREIGN KEY (commune, sitting) REFERENCES sitting (commune, id),
    FOREIGN KEY (commune, paper) REFERENCES paper (commune, id),
    CHECK ((state = 'issued') = (number IS NOT NULL AND issued_on IS NOT NULL AND year IS NOT NULL
        AND paper IS NOT NULL)),
    CHECK ((state = 'discarded') = (discarded_because IS NOT NULL))
);
INSERT INTO decision (commune, id, movement, sitting, abstract, bases, recipients, reward_source, state,
    year, number, symbol, issued_on, signer_post, signer_name, paper, version, discarded_because,
    certificate_key, part)
SELECT commune, id, movement, sitting, abstract, bases, recipients, reward_source, state, year, number,
    symbol, issued_on, signer_post, signer_name, paper, version, discarded_because, certificate_key, part
FROM decision_before;
DROP TABLE decision_before;
CREATE UNIQUE INDEX one_decision_of_a_sitting
ON decision (commune, coalesce(sitting, ''), movement, part) WHERE state <> 'discarded';

-- What is issued or discarded never changes.
CREATE TRIGGER issued_decision_stays BEFORE UPDATE ON decision WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'an issued decision never changes'); END;
CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'an issued decision never changes'); END;
