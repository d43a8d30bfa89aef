-- A dossier by which a unit is to be recognised as meeting a standard, and what came of it. `as_of` is
-- the day whose figures and rules it is judged by; `kept` is what they came to on the day of submission;
-- `waiver` is why something that was missing was let pass.
CREATE TABLE recognition (
    commune      TEXT NOT NULL REFERENCES unit (code),
    id           TEXT NOT NULL,
    unit         TEXT NOT NULL REFERENCES unit (code),
    standard     TEXT NOT NULL,
    as_of        TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('preparing', 'submitted', 'returned', 'withdrawn',
        'recognised', 'revoked')),
    reason       TEXT,
    waiver       TEXT,
    submitted_on TEXT,
    kept         TEXT,
    paper        TEXT,
    decided_on   TEXT,
    valid_to     TEXT,
    revoked_by   TEXT,
    revoked_on   TEXT,
    version      BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    CHECK ((submitted_on IS NULL) = (kept IS NULL)),
    CHECK (state IN ('preparing', 'withdrawn') OR submitted_on IS NOT NULL),
    CHECK (state NOT IN ('returned', 'withdrawn', 'revoked') OR reason IS NOT NULL),
    CHECK ((state IN ('recognised', 'revoked')) = (paper IS NOT NULL AND decided_on IS NOT NULL)),
    CHECK ((state = 'revoked') = (revoked_by IS NOT NULL AND revoked_on IS NOT NULL)),
    CHECK (valid_to IS NULL OR valid_to >= decided_on),
    CHECK (revoked_on IS NULL OR revoked_on >= decided_on),
    FOREIGN KEY (commune, paper) REFERENCES paper (commune, id),
    FOREIGN KEY (commune, revoked_by) REFERENCES paper (commune, id)
);
-- One dossier of a unit and a standard at a time.
CREATE UNIQUE INDEX recognition_open ON recognition (commune, unit, standard)
    WHERE state IN ('preparing', 'submitted', 'returned');

-- What is attached to a dossier: a paper of the registry, or a file of its own. What is taken off again
-- stays, with its day.
CREATE TABLE recognition_paper (
    commune     TEXT NOT NULL,
    id          TEXT NOT NULL,
    recognition TEXT NOT NULL,
    part        TEXT NOT NULL,
    paper       TEXT,
    file        TEXT,
    note        TEXT NOT NULL,
    attached_on TEXT NOT NULL,
    detached_on TEXT,
    PRIMARY KEY (commune, id),
    CHECK ((paper IS NULL) <> (file IS NULL)),
    FOREIGN KEY (commune, recognition) REFERENCES recognition (commune, id),
    FOREIGN KEY (commune, paper) REFERENCES paper (commune, id),
    FOREIGN KEY (commune, file) REFERENCES file (commune, id)
);
CREATE INDEX recognition_paper_of ON recognition_paper (commune, recognition);
CREATE INDEX recognition_paper_file ON recognition_paper (commune, file);
