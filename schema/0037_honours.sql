-- Awards that were given elsewhere or before the program: recorded one by one with their paper, or
-- brought from an old list. Whoever is not in the directory has no subject; the name on the paper
-- stays in any case. `line` says what the row says, in one spelling: it stands once.
CREATE TABLE honour (
    commune       TEXT NOT NULL REFERENCES unit (code),
    id            TEXT NOT NULL,
    subject_kind  TEXT NOT NULL,
    subject       TEXT,
    name          TEXT NOT NULL,
    bare          TEXT NOT NULL,
    sort_key      BYTEA NOT NULL,
    village       TEXT REFERENCES unit (code),
    award         TEXT,
    award_name    TEXT NOT NULL,
    number        TEXT NOT NULL,
    issued_on     TEXT,
    year          BIGINT NOT NULL,
    issuer        TEXT NOT NULL,
    achievement   TEXT NOT NULL,
    paper         TEXT,
    file          TEXT,
    brought       TEXT,
    line          TEXT NOT NULL,
    withdrawn_on  TEXT,
    withdrawn_why TEXT CHECK ((withdrawn_why IS NULL) = (withdrawn_on IS NULL)),
    version       BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    FOREIGN KEY (commune, paper) REFERENCES paper (commune, id),
    FOREIGN KEY (commune, file) REFERENCES file (commune, id)
);
CREATE UNIQUE INDEX honour_once ON honour (commune, line) WHERE withdrawn_on IS NULL;
CREATE INDEX honour_of_subject ON honour (commune, subject_kind, subject);

-- An old list as it was brought; it does nothing until somebody agrees to it.
CREATE TABLE honour_list (
    commune    TEXT NOT NULL,
    id         TEXT NOT NULL,
    file       TEXT NOT NULL,
    brought_on TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('draft', 'taken', 'discarded')),
    taken      BIGINT NOT NULL,
    version    BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    FOREIGN KEY (commune, file) REFERENCES file (commune, id)
);
