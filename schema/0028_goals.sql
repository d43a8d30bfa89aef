-- What is planned for a figure by a day: of an indicator, of the criteria that a village meets
-- ('criteria'), or of the villages that meet the set ('villages'). Planned values are thousandths.
CREATE TABLE goal (
    commune   TEXT NOT NULL,
    id        TEXT NOT NULL,
    unit      TEXT NOT NULL REFERENCES unit (code),
    standard  TEXT NOT NULL,
    aim       TEXT NOT NULL,
    year      BIGINT NOT NULL,
    due       TEXT NOT NULL,
    planned   BIGINT NOT NULL,
    note      TEXT NOT NULL,
    movement  TEXT,
    withdrawn BOOLEAN NOT NULL,
    version   BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    FOREIGN KEY (commune, movement) REFERENCES movement (commune, id)
);
CREATE UNIQUE INDEX goal_once_a_year ON goal (commune, unit, standard, aim, year)
    WHERE NOT withdrawn;
