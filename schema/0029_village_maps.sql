-- A map of the commune's villages: the file as it was brought, and the outlines that were read from
-- it, small enough to be drawn. One is in use; those before it stay.
CREATE TABLE village_map (
    commune   TEXT NOT NULL,
    id        TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256    TEXT NOT NULL,
    source    TEXT NOT NULL,
    outlines  TEXT NOT NULL,
    note      TEXT NOT NULL,
    brought_on TEXT NOT NULL,
    state     TEXT NOT NULL CHECK (state IN ('draft', 'in_use', 'replaced', 'discarded')),
    version   BIGINT NOT NULL,
    PRIMARY KEY (commune, id)
);
CREATE UNIQUE INDEX village_map_in_use ON village_map (commune) WHERE state = 'in_use';
