-- By which day of the year a movement's reports are due: "20/06". Where none was set it is the last day
-- of what they cover.
CREATE TABLE report_calendar (
    commune       TEXT NOT NULL,
    movement      TEXT NOT NULL,
    half_year_due TEXT,
    year_due      TEXT,
    closing_due   TEXT,
    version       BIGINT NOT NULL,
    PRIMARY KEY (commune, movement),
    FOREIGN KEY (commune, movement) REFERENCES movement (commune, id)
);

-- A report on a movement. Its figures are counted anew until it is sent, then kept as they were. They
-- begin where those of the year before ended, so that no day between falls out of both.
CREATE TABLE report (
    commune      TEXT NOT NULL,
    id           TEXT NOT NULL,
    movement     TEXT NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('half_year', 'year', 'closing')),
    period_from  TEXT NOT NULL,
    period_to    TEXT NOT NULL,
    due          TEXT NOT NULL,
    figures_from TEXT NOT NULL,
    figures_to   TEXT NOT NULL,
    results      TEXT NOT NULL,
    difficulties TEXT NOT NULL,
    next_steps   TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('draft', 'sent')),
    paper        TEXT,
    sent_on      TEXT,
    figures      TEXT,
    version      BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    UNIQUE (commune, movement, kind, period_from),
    CHECK ((state = 'sent') = (paper IS NOT NULL AND sent_on IS NOT NULL AND figures IS NOT NULL)),
    FOREIGN KEY (commune, movement) REFERENCES movement (commune, id),
    FOREIGN KEY (commune, paper) REFERENCES paper (commune, id)
);
