-- One indicator of one unit for one period ('2023' or '2023-H1'). Quantities are thousandths.
CREATE TABLE indicator_value (
    commune     TEXT NOT NULL,
    id          TEXT NOT NULL,
    unit        TEXT NOT NULL REFERENCES unit (code),
    standard    TEXT NOT NULL,
    indicator   TEXT NOT NULL,
    period      TEXT NOT NULL,
    amount      BIGINT,
    numerator   BIGINT,
    denominator BIGINT,
    met         BOOLEAN,
    measured_on TEXT NOT NULL,
    note        TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'returned', 'accepted')),
    reason      TEXT,
    entered_by  TEXT NOT NULL,
    decided_by  TEXT,
    version     BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    UNIQUE (commune, unit, standard, indicator, period)
);
CREATE INDEX indicator_value_by_state ON indicator_value (commune, state);

CREATE TABLE indicator_evidence (
    commune TEXT NOT NULL,
    value   TEXT NOT NULL,
    file    TEXT NOT NULL,
    note    TEXT NOT NULL,
    PRIMARY KEY (commune, value, file),
    FOREIGN KEY (commune, value) REFERENCES indicator_value (commune, id),
    FOREIGN KEY (commune, file) REFERENCES file (commune, id)
);
