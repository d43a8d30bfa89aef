-- A plan's document that was uploaded and is being turned into a movement: the file as it came, and what
-- was understood and typed so far, as the form sends it.
CREATE TABLE plan_draft (
    commune  TEXT NOT NULL REFERENCES unit (code),
    id       TEXT NOT NULL,
    file     TEXT NOT NULL,
    typed    TEXT NOT NULL,
    state    TEXT NOT NULL CHECK (state IN ('draft', 'adopted', 'discarded')),
    movement TEXT,
    version  BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    UNIQUE (commune, movement),
    CHECK ((state = 'adopted') = (movement IS NOT NULL)),
    FOREIGN KEY (commune, file) REFERENCES file (commune, id),
    FOREIGN KEY (commune, movement) REFERENCES movement (commune, id)
);
CREATE INDEX plan_draft_by_state ON plan_draft (commune, state);
