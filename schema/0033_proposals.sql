-- What people tell of good deeds, by the public page or written down for them (entered_by). Names, deed
-- and how to reach somebody stand here only, never in the journal.
CREATE TABLE proposal (
    commune     TEXT NOT NULL REFERENCES unit (code),
    id          TEXT NOT NULL,
    who         TEXT NOT NULL,
    village     TEXT REFERENCES unit (code),
    deed        TEXT NOT NULL,
    happened    TEXT NOT NULL,
    proposer    TEXT NOT NULL,
    contact     TEXT NOT NULL,
    photo       TEXT,
    received_on TEXT NOT NULL,
    entered_by  TEXT,
    state       TEXT NOT NULL CHECK (state IN ('new', 'nominated', 'answered')),
    answer      TEXT,
    answered_on TEXT,
    nomination  TEXT,
    version     BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    CHECK ((state = 'new') = (answered_on IS NULL)),
    CHECK ((state = 'answered') = (answer IS NOT NULL)),
    CHECK ((state = 'nominated') = (nomination IS NOT NULL)),
    FOREIGN KEY (commune, photo) REFERENCES file (commune, id),
    FOREIGN KEY (commune, nomination) REFERENCES nomination (commune, id)
);
CREATE UNIQUE INDEX proposal_by_id ON proposal (id);

-- The page of what a nomination came from.
ALTER TABLE nomination ADD COLUMN origin TEXT;
