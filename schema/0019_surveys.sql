-- A survey of people's satisfaction in a village or the commune, for a standard and a year. `frame` holds
-- the ids of all households of the place on the day of the draw, one a line; together with `seed` it
-- gives the drawn list again at any time. `contents` holds what was asked and the counted answers; what a
-- single household said is nowhere. A closed survey changes in one way only: it is withdrawn.
CREATE TABLE survey (
    commune    TEXT NOT NULL REFERENCES unit (code),
    id         TEXT NOT NULL,
    unit       TEXT NOT NULL REFERENCES unit (code),
    standard   TEXT NOT NULL,
    year       BIGINT NOT NULL,
    organiser  TEXT NOT NULL,
    seed       TEXT NOT NULL,
    frame      TEXT NOT NULL,
    sample     BIGINT NOT NULL CHECK (sample > 0),
    opened_on  TEXT NOT NULL,
    contents   TEXT NOT NULL,
    asked      BIGINT CHECK (asked >= 0),
    counted_on TEXT,
    note       TEXT NOT NULL,
    entered_by TEXT,
    state      TEXT NOT NULL CHECK (state IN ('open', 'closed', 'withdrawn')),
    reason     TEXT,
    corrects   TEXT,
    closed_on  TEXT,
    version    BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    FOREIGN KEY (commune, corrects) REFERENCES survey (commune, id),
    CHECK ((asked IS NULL) = (counted_on IS NULL) AND (asked IS NULL) = (entered_by IS NULL)),
    CHECK (state <> 'closed' OR (asked IS NOT NULL AND closed_on IS NOT NULL)),
    CHECK (state <> 'withdrawn' OR reason IS NOT NULL)
);
CREATE INDEX survey_of_year ON survey (commune, standard, year);
-- One at a time: whoever opens a second one meets the first.
CREATE UNIQUE INDEX survey_open_once ON survey (commune, unit, standard, year) WHERE state = 'open';
