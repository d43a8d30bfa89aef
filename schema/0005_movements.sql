CREATE TABLE movement (
    commune         TEXT NOT NULL,
    id              TEXT NOT NULL,
    paper           TEXT NOT NULL,
    name            TEXT NOT NULL,
    period_from     TEXT NOT NULL,
    period_to       TEXT NOT NULL,
    purpose         TEXT NOT NULL,
    reporting_cycle TEXT NOT NULL,
    reports_to      TEXT NOT NULL,
    reported_by     TEXT NOT NULL,
    funding         TEXT NOT NULL,
    campaigns       TEXT NOT NULL,
    version         BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    UNIQUE (commune, paper),
    FOREIGN KEY (commune, paper) REFERENCES paper (commune, id),
    CHECK (period_from <= period_to)
);

CREATE TABLE movement_target (
    commune  TEXT NOT NULL,
    movement TEXT NOT NULL,
    seq      BIGINT NOT NULL,
    text     TEXT NOT NULL,
    due      TEXT,
    unit     TEXT REFERENCES unit (code),
    standard TEXT,
    PRIMARY KEY (commune, movement, seq),
    FOREIGN KEY (commune, movement) REFERENCES movement (commune, id)
);

-- By what each kind of contestant is compared; one row for each merit.
CREATE TABLE movement_merit (
    commune      TEXT NOT NULL,
    movement     TEXT NOT NULL,
    seq          BIGINT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject      TEXT NOT NULL,
    text         TEXT NOT NULL,
    PRIMARY KEY (commune, movement, seq),
    FOREIGN KEY (commune, movement) REFERENCES movement (commune, id)
);

CREATE TABLE movement_award (
    commune  TEXT NOT NULL,
    movement TEXT NOT NULL,
    seq      BIGINT NOT NULL,
    award    TEXT NOT NULL,
    PRIMARY KEY (commune, movement, seq),
    FOREIGN KEY (commune, movement) REFERENCES movement (commune, id)
);

CREATE TABLE movement_stage (
    commune  TEXT NOT NULL,
    movement TEXT NOT NULL,
    seq      BIGINT NOT NULL,
    starts   TEXT NOT NULL,
    ends     TEXT NOT NULL,
    text     TEXT NOT NULL,
    PRIMARY KEY (commune, movement, seq),
    FOREIGN KEY (commune, movement) REFERENCES movement (commune, id)
);

-- Who does what: due once, or standing when there is no day.
CREATE TABLE movement_duty (
    commune  TEXT NOT NULL,
    movement TEXT NOT NULL,
    seq      BIGINT NOT NULL,
    section  TEXT NOT NULL,
    bearer   TEXT NOT NULL,
    text     TEXT NOT NULL,
    due      TEXT,
    done_on  TEXT,
    version  BIGINT NOT NULL,
    PRIMARY KEY (commune, movement, seq),
    FOREIGN KEY (commune, movement) REFERENCES movement (commune, id)
);

-- Who takes part: a unit, a body, a household or a person, named as on the day of registration.
CREATE TABLE contestant (
    commune       TEXT NOT NULL,
    id            TEXT NOT NULL,
    movement      TEXT NOT NULL,
    subject_kind  TEXT NOT NULL,
    subject       TEXT NOT NULL,
    name          TEXT NOT NULL,
    folded        TEXT NOT NULL,
    sort_key      BYTEA NOT NULL,
    village       TEXT REFERENCES unit (code),
    registered_on TEXT NOT NULL,
    version       BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    UNIQUE (commune, movement, subject_kind, subject),
    FOREIGN KEY (commune, movement) REFERENCES movement (commune, id)
);
CREATE INDEX contestant_in_order ON contestant (commune, movement, sort_key, id);

CREATE TABLE pledge (
    commune    TEXT NOT NULL,
    id         TEXT NOT NULL,
    contestant TEXT NOT NULL,
    text       TEXT NOT NULL,
    due        TEXT,
    pledged_on TEXT NOT NULL,
    version    BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    FOREIGN KEY (commune, contestant) REFERENCES contestant (commune, id)
);
CREATE INDEX pledge_of_contestant ON pledge (commune, contestant);
