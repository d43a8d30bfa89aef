-- The accepted figures of a unit, standard and period in one small row, rewritten by the transaction that
-- accepts one of them: a nation is added up from these rows instead of from every value. NULL is a row of
-- an older database that nobody has packed yet.
CREATE TABLE unit_figures (
    commune  TEXT NOT NULL,
    unit     TEXT NOT NULL REFERENCES unit (code),
    standard TEXT NOT NULL,
    period   TEXT NOT NULL,
    figures  BYTEA,
    PRIMARY KEY (commune, unit, standard, period)
);
CREATE INDEX unit_figures_unpacked ON unit_figures (commune) WHERE figures IS NULL;

INSERT INTO unit_figures (commune, unit, standard, period)
SELECT DISTINCT commune, unit, standard, period FROM indicator_value WHERE state = 'accepted';
