-- Figures of a unit that this program holds no values of, as they came on paper: those of a neighbour that
-- merges with a unit of the commune. Quantities are thousandths.
CREATE TABLE old_figure (
    commune     TEXT NOT NULL,
    unit        TEXT NOT NULL REFERENCES unit (code),
    standard    TEXT NOT NULL,
    indicator   TEXT NOT NULL,
    amount      BIGINT,
    numerator   BIGINT,
    denominator BIGINT,
    met         BOOLEAN,
    measured_on TEXT NOT NULL,
    note        TEXT NOT NULL,
    brought_by  TEXT NOT NULL,
    version     BIGINT NOT NULL,
    PRIMARY KEY (commune, unit, standard, indicator)
);

-- What a person said of a new unit where no rule gives its figure from those of the old ones. Nothing said is
-- changed; whoever thinks again says something more.
CREATE TABLE succession_answer (
    commune     TEXT NOT NULL,
    unit        TEXT NOT NULL REFERENCES unit (code),
    standard    TEXT NOT NULL,
    indicator   TEXT NOT NULL,
    step        BIGINT NOT NULL CHECK (step > 0),
    amount      BIGINT,
    numerator   BIGINT,
    denominator BIGINT,
    met         BOOLEAN,
    measured_on TEXT NOT NULL,
    reason      TEXT NOT NULL,
    answered_by TEXT NOT NULL,
    PRIMARY KEY (commune, unit, standard, indicator, step)
);
