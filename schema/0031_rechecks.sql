-- Figures drawn to be looked at again on the spot. The seed and what it was drawn from stay, so that anybody
-- can draw the same list again.
CREATE TABLE recheck (
    commune  TEXT NOT NULL,
    id       TEXT NOT NULL,
    standard TEXT NOT NULL,
    period   TEXT NOT NULL,
    seed     TEXT NOT NULL,
    units    BIGINT NOT NULL CHECK (units > 0),
    of_each  BIGINT NOT NULL CHECK (of_each > 0),
    pool     TEXT NOT NULL,
    drawn_by TEXT NOT NULL,
    drawn_on TEXT NOT NULL,
    PRIMARY KEY (commune, id)
);

-- The figures that were drawn, as they were reported on that day.
CREATE TABLE recheck_line (
    commune   TEXT NOT NULL,
    recheck   TEXT NOT NULL,
    number    BIGINT NOT NULL,
    value     TEXT NOT NULL,
    unit      TEXT NOT NULL REFERENCES unit (code),
    indicator TEXT NOT NULL,
    figure    TEXT NOT NULL,
    PRIMARY KEY (commune, recheck, number),
    FOREIGN KEY (commune, recheck) REFERENCES recheck (commune, id),
    FOREIGN KEY (commune, value) REFERENCES indicator_value (commune, id)
);

-- What was found on the spot. Nothing found is changed; a later visit says something more.
CREATE TABLE recheck_result (
    commune     TEXT NOT NULL,
    recheck     TEXT NOT NULL,
    number      BIGINT NOT NULL,
    step        BIGINT NOT NULL CHECK (step > 0),
    agrees      BOOLEAN NOT NULL,
    words       TEXT NOT NULL,
    visited_on  TEXT NOT NULL,
    file        TEXT,
    recorded_by TEXT NOT NULL,
    recorded_on TEXT NOT NULL,
    PRIMARY KEY (commune, recheck, number, step),
    FOREIGN KEY (commune, recheck, number) REFERENCES recheck_line (commune, recheck, number),
    FOREIGN KEY (commune, file) REFERENCES file (commune, id)
);
