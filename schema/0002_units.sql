-- Administrative units: official code as text, never reused, with the days between which it exists.
-- This is the national list, so it is the one table without a commune's key.
CREATE TABLE unit (
    code       TEXT NOT NULL PRIMARY KEY,
    name       TEXT NOT NULL,
    folded     TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('country', 'province', 'district', 'commune', 'village')),
    parent     TEXT REFERENCES unit (code),
    valid_from TEXT NOT NULL,
    valid_to   TEXT,
    CHECK (valid_to IS NULL OR valid_from <= valid_to)
);
CREATE INDEX unit_of_parent ON unit (parent);

-- Into which unit a unit went: one row in a merger, several in a split.
CREATE TABLE unit_successor (
    unit      TEXT NOT NULL REFERENCES unit (code),
    successor TEXT NOT NULL REFERENCES unit (code),
    PRIMARY KEY (unit, successor)
);

CREATE TABLE body (
    commune    TEXT NOT NULL REFERENCES unit (code),
    id         TEXT NOT NULL,
    name       TEXT NOT NULL,
    folded     TEXT NOT NULL,
    sort_key   BYTEA NOT NULL,
    kind       TEXT NOT NULL,
    village    TEXT REFERENCES unit (code),
    valid_from TEXT NOT NULL,
    valid_to   TEXT,
    version    BIGINT NOT NULL,
    PRIMARY KEY (commune, id)
);

CREATE TABLE household (
    commune  TEXT NOT NULL REFERENCES unit (code),
    id       TEXT NOT NULL,
    village  TEXT NOT NULL REFERENCES unit (code),
    head     TEXT NOT NULL,
    folded   TEXT NOT NULL,
    sort_key BYTEA NOT NULL,
    address  TEXT NOT NULL,
    members  BIGINT NOT NULL CHECK (members >= 0),
    version  BIGINT NOT NULL,
    PRIMARY KEY (commune, id)
);
CREATE INDEX household_in_order ON household (commune, sort_key, id);
CREATE INDEX household_by_name ON household (commune, folded);

-- Poor, near-poor, policy, social protection: a table of its own, so that a page which does not ask
-- for it cannot show it.
CREATE TABLE household_mark (
    commune   TEXT NOT NULL,
    household TEXT NOT NULL,
    mark      TEXT NOT NULL,
    PRIMARY KEY (commune, household, mark),
    FOREIGN KEY (commune, household) REFERENCES household (commune, id)
);

CREATE TABLE person (
    commune    TEXT NOT NULL REFERENCES unit (code),
    id         TEXT NOT NULL,
    full_name  TEXT NOT NULL,
    folded     TEXT NOT NULL,
    sort_key   BYTEA NOT NULL,
    birth_year BIGINT,
    gender     TEXT NOT NULL CHECK (gender IN ('female', 'male', 'unknown')),
    village    TEXT REFERENCES unit (code),
    household  TEXT,
    body       TEXT,
    occupation TEXT NOT NULL,
    leader     BOOLEAN NOT NULL,
    version    BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    FOREIGN KEY (commune, household) REFERENCES household (commune, id),
    FOREIGN KEY (commune, body) REFERENCES body (commune, id)
);
CREATE INDEX person_in_order ON person (commune, sort_key, id);
CREATE INDEX person_by_name ON person (commune, folded, birth_year);
