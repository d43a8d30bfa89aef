-- SQLite cannot change the constraints of a table, so both are made anew, the list first.
CREATE TABLE decision_next (
    commune           TEXT NOT NULL,
    id                TEXT NOT NULL,
    movement          TEXT NOT NULL,
    sitting           TEXT NOT NULL,
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
    PRIMARY KEY (commune, id),
    UNIQUE (commune, year, number),
    FOREIGN KEY (commune, movement) REFERENCES movement (commune, id),
    FOREIGN KEY (commune, sitting) REFERENCES sitting (commune, id),
    FOREIGN KEY (commune, paper) REFERENCES paper (commune, id),
    CHECK ((state = 'issued') = (number IS NOT NULL AND issued_on IS NOT NULL AND year IS NOT NULL
        AND paper IS NOT NULL)),
    CHECK ((state = 'discarded') = (discarded_because IS NOT NULL))
);
INSERT INTO decision_next (commune, id, movement, sitting, abstract, bases, recipients,
    reward_source, state, year, number, symbol, issued_on, signer_post, signer_name, paper, version)
SELECT commune, id, movement, sitting, abstract, bases, recipients, reward_source, state, year,
    number, symbol, issued_on, signer_post, signer_name, paper, version FROM decision;

CREATE TABLE decision_award_next (
    commune      TEXT NOT NULL,
    decision     TEXT NOT NULL,
    seq          BIGINT NOT NULL,
    nomination   TEXT NOT NULL,
    award        TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    recipient    TEXT NOT NULL,
    address      TEXT NOT NULL,
    achievement  TEXT NOT NULL,
    reward       BIGINT CHECK (reward >= 0),
    version      BIGINT NOT NULL,
    PRIMARY KEY (commune, decision, seq),
    FOREIGN KEY (commune, decision) REFERENCES decision_next (commune, id),
    FOREIGN KEY (commune, nomination) REFERENCES nomination (commune, id)
);
INSERT INTO decision_award_next (commune, decision, seq, nomination, award, subject_kind,
    recipient, address, achievement, reward, version)
SELECT commune, decision, seq, nomination, award, subject_kind, recipient, address, achievement,
    reward, version FROM decision_award;

DROP TABLE decision_award;
DROP TABLE decision;
ALTER TABLE decision_next RENAME TO decision;
ALTER TABLE decision_award_next RENAME TO decision_award;
CREATE UNIQUE INDEX one_decision_of_a_sitting ON decision (commune, sitting, movement)
WHERE state <> 'discarded';
CREATE INDEX decision_award_of_nomination ON decision_award (commune, nomination);

-- What is issued or discarded never changes.
CREATE TRIGGER issued_decision_stays BEFORE UPDATE ON decision WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'an issued decision never changes'); END;
CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'an issued decision never changes'); END;
CREATE TRIGGER issued_list_takes_nobody BEFORE INSERT ON decision_award
WHEN (SELECT state FROM decision WHERE commune = NEW.commune AND id = NEW.decision) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'an issued decision never changes'); END;
CREATE TRIGGER issued_list_stays BEFORE UPDATE ON decision_award
WHEN (SELECT state FROM decision WHERE commune = OLD.commune AND id = OLD.decision) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'an issued decision never changes'); END;
CREATE TRIGGER issued_list_loses_nobody BEFORE DELETE ON decision_award
WHEN (SELECT state FROM decision WHERE commune = OLD.commune AND id = OLD.decision) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'an issued decision never changes'); END;
