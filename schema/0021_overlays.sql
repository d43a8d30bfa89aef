-- Values that a commune, or a unit above it, lays on a standard by its own paper. One that is taken off
-- gets its last day, one that was entered by mistake never held; both stay to be read.
CREATE TABLE standard_overlay (
    commune       TEXT NOT NULL REFERENCES unit (code),
    id            TEXT NOT NULL,
    standard      TEXT NOT NULL,
    issuer        TEXT NOT NULL,
    document      TEXT NOT NULL,
    paper         TEXT,
    valid_from    TEXT NOT NULL,
    valid_to      TEXT,
    note          TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('laid', 'taken_off', 'mistaken')),
    why           TEXT CHECK ((why IS NULL) = (state = 'laid')),
    laid_by       TEXT NOT NULL,
    laid_on       TEXT NOT NULL,
    checked_by    TEXT,
    checked_on    TEXT CHECK ((checked_on IS NULL) = (checked_by IS NULL)),
    checked_paper TEXT CHECK ((checked_paper IS NULL) = (checked_by IS NULL)),
    version       BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    CHECK (valid_to IS NULL OR valid_from <= valid_to),
    FOREIGN KEY (commune, paper) REFERENCES paper (commune, id)
);
CREATE INDEX standard_overlay_by_standard ON standard_overlay (standard, commune);

-- One value of it, in thousandths. An empty region is every region, the year 0 every year.
CREATE TABLE standard_overlay_level (
    commune   TEXT NOT NULL,
    overlay   TEXT NOT NULL,
    indicator TEXT NOT NULL,
    region    TEXT NOT NULL,
    year      BIGINT NOT NULL CHECK (year >= 0),
    value     BIGINT NOT NULL CHECK (value >= 0),
    PRIMARY KEY (commune, overlay, indicator, region, year),
    FOREIGN KEY (commune, overlay) REFERENCES standard_overlay (commune, id)
);

-- An officer has compared a line of a standard with a paper. It holds for what the standard said then.
CREATE TABLE standard_confirmation (
    commune      TEXT NOT NULL REFERENCES unit (code),
    id           TEXT NOT NULL,
    standard     TEXT NOT NULL,
    indicator    TEXT NOT NULL,
    region       TEXT NOT NULL,
    said         TEXT NOT NULL,
    document     TEXT NOT NULL,
    paper        TEXT NOT NULL,
    confirmed_by TEXT NOT NULL,
    confirmed_on TEXT NOT NULL,
    withdrawn_on TEXT,
    why          TEXT CHECK ((why IS NULL) = (withdrawn_on IS NULL)),
    version      BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    FOREIGN KEY (commune, paper) REFERENCES paper (commune, id)
);
CREATE INDEX standard_confirmation_by_standard ON standard_confirmation (standard, commune);

-- In which region of a standard a unit lies, from a day on. Of two steps from the same day the later one
-- counts; a commune of which nothing is written lies where the unit above it lies.
CREATE TABLE standard_region (
    commune    TEXT NOT NULL REFERENCES unit (code),
    standard   TEXT NOT NULL,
    step       BIGINT NOT NULL CHECK (step > 0),
    region     TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    basis      TEXT NOT NULL,
    set_by     TEXT NOT NULL,
    set_on     TEXT NOT NULL,
    PRIMARY KEY (commune, standard, step)
);
CREATE INDEX standard_region_by_standard ON standard_region (standard, commune);
