-- Dossiers that go to a level above the commune (hồ sơ trình cấp trên). Where one stands follows from its
-- steps; state, level and due day stand here too, so that a list reads one row each.
CREATE TABLE submission (
    commune    TEXT NOT NULL,
    id         TEXT NOT NULL,
    nomination TEXT NOT NULL,
    state      TEXT NOT NULL
        CHECK (state IN ('draft', 'sent', 'received', 'returned', 'awarded', 'refused')),
    level      TEXT NOT NULL,
    due        TEXT,
    opened_by  TEXT NOT NULL,
    opened_on  TEXT NOT NULL,
    version    BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    FOREIGN KEY (commune, nomination) REFERENCES nomination (commune, id)
);
-- A nomination that was refused above may go up again; two dossiers of one at once may not.
CREATE UNIQUE INDEX submission_of_nomination ON submission (commune, nomination)
    WHERE state <> 'refused';

-- What happened to a dossier, in order; nothing is changed. `papers` are the codes of what was asked for.
CREATE TABLE submission_step (
    commune     TEXT NOT NULL,
    submission  TEXT NOT NULL,
    step        BIGINT NOT NULL CHECK (step > 0),
    kind        TEXT NOT NULL
        CHECK (kind IN ('sent', 'received', 'passed_on', 'returned', 'awarded', 'refused')),
    level       TEXT NOT NULL,
    happened_on TEXT NOT NULL,
    paper       TEXT NOT NULL,
    issuer      TEXT NOT NULL,
    words       TEXT NOT NULL,
    due         TEXT,
    papers      TEXT NOT NULL,
    file        TEXT,
    recorded_by TEXT NOT NULL,
    PRIMARY KEY (commune, submission, step),
    FOREIGN KEY (commune, submission) REFERENCES submission (commune, id),
    FOREIGN KEY (commune, file) REFERENCES file (commune, id)
);

-- The papers of a dossier: a letter of the program, or a file. A paper that is put anew has the next turn;
-- the earlier one stays. `after_step` is the last step before it was put.
CREATE TABLE submission_paper (
    commune    TEXT NOT NULL,
    submission TEXT NOT NULL,
    code       TEXT NOT NULL,
    turn       BIGINT NOT NULL CHECK (turn > 0),
    after_step BIGINT NOT NULL,
    letter     TEXT,
    file       TEXT,
    put_by     TEXT NOT NULL,
    PRIMARY KEY (commune, submission, code, turn),
    FOREIGN KEY (commune, submission) REFERENCES submission (commune, id),
    FOREIGN KEY (commune, letter) REFERENCES letter (commune, id),
    FOREIGN KEY (commune, file) REFERENCES file (commune, id),
    CHECK ((letter IS NULL) <> (file IS NULL))
);
