-- The six-month report of a movement. Its figures are counted anew until it is sent, then kept.
CREATE TABLE report (
    commune      TEXT NOT NULL,
    id           TEXT NOT NULL,
    movement     TEXT NOT NULL,
    period_from  TEXT NOT NULL,
    period_to    TEXT NOT NULL,
    due          TEXT NOT NULL,
    results      TEXT NOT NULL,
    difficulties TEXT NOT NULL,
    next_steps   TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('draft', 'sent')),
    sent_on      TEXT,
    figures      TEXT,
    version      BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    UNIQUE (commune, movement, period_from),
    FOREIGN KEY (commune, movement) REFERENCES movement (commune, id)
);
