-- A request to mend some parts of a nomination that was sent; `parts` are codes with a comma between.
CREATE TABLE nomination_mending (
    commune    TEXT NOT NULL,
    id         TEXT NOT NULL,
    nomination TEXT NOT NULL,
    parts      TEXT NOT NULL,
    words      TEXT NOT NULL,
    asked_by   TEXT NOT NULL,
    asked_on   TEXT NOT NULL,
    due        TEXT NOT NULL,
    stage      TEXT NOT NULL CHECK (stage IN ('open', 'mended', 'closed')),
    mended_on  TEXT,
    PRIMARY KEY (commune, id),
    CHECK ((stage = 'open') = (mended_on IS NULL)),
    FOREIGN KEY (commune, nomination) REFERENCES nomination (commune, id),
    FOREIGN KEY (commune, asked_by) REFERENCES account (commune, id)
);
CREATE INDEX nomination_mending_of ON nomination_mending (commune, nomination);

-- What an office was asked about a nomination, and what it said. `mending` is the request that it waits
-- for.
CREATE TABLE opinion (
    commune     TEXT NOT NULL,
    id          TEXT NOT NULL,
    nomination  TEXT NOT NULL,
    officer     TEXT NOT NULL,
    role        TEXT NOT NULL,
    question    TEXT NOT NULL,
    asked_by    TEXT NOT NULL,
    asked_on    TEXT NOT NULL,
    due         TEXT NOT NULL,
    state       TEXT NOT NULL
        CHECK (state IN ('asked', 'supplement', 'agreed', 'disagreed', 'withdrawn')),
    words       TEXT NOT NULL,
    file        TEXT,
    answered_on TEXT,
    mending     TEXT,
    version     BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    CHECK (state NOT IN ('supplement', 'agreed', 'disagreed') OR answered_on IS NOT NULL),
    CHECK (state <> 'supplement' OR mending IS NOT NULL),
    FOREIGN KEY (commune, nomination) REFERENCES nomination (commune, id),
    FOREIGN KEY (commune, officer) REFERENCES account (commune, id),
    FOREIGN KEY (commune, file) REFERENCES file (commune, id),
    FOREIGN KEY (commune, mending) REFERENCES nomination_mending (commune, id)
);
CREATE INDEX opinion_of ON opinion (commune, nomination);
CREATE INDEX opinion_by_officer ON opinion (commune, officer);
-- One question of an office at a time.
CREATE UNIQUE INDEX opinion_open ON opinion (commune, nomination, officer)
    WHERE state IN ('asked', 'supplement');
