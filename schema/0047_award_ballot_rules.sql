-- A council's own rule of voting for one award, by its own paper and for its days; the council's general
-- rule holds for the others. A later row of an award ends the earlier one.
CREATE TABLE award_ballot_rule (
    commune      TEXT NOT NULL REFERENCES unit (code),
    id           TEXT NOT NULL,
    award        TEXT NOT NULL,
    paper        TEXT NOT NULL,
    quorum_part  BIGINT NOT NULL CHECK (quorum_part > 0),
    quorum_whole BIGINT NOT NULL CHECK (quorum_whole >= quorum_part),
    pass_part    BIGINT NOT NULL CHECK (pass_part > 0),
    pass_whole   BIGINT NOT NULL CHECK (pass_whole >= pass_part),
    more_than    BOOLEAN NOT NULL,
    pass_of      TEXT NOT NULL,
    valid_from   TEXT NOT NULL,
    valid_to     TEXT CHECK (valid_to >= valid_from),
    version      BIGINT NOT NULL,
    PRIMARY KEY (commune, id)
);
CREATE UNIQUE INDEX award_ballot_rule_once ON award_ballot_rule (commune, award, valid_from);
