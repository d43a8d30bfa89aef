-- A cluster (cụm, khối thi đua) in one year. `sheet` holds the regulation's contents with their most
-- points, `ties` the contents that are compared where sums are equal, `members` who is compared, as
-- named on the day of opening. `gap` is how far own and others' points may lie apart before somebody is
-- asked, in thousandths. A closed cluster is not changed.
CREATE TABLE cluster (
    commune   TEXT NOT NULL REFERENCES unit (code),
    id        TEXT NOT NULL,
    name      TEXT NOT NULL,
    year      BIGINT NOT NULL,
    paper     TEXT NOT NULL,
    sheet     TEXT NOT NULL,
    members   TEXT NOT NULL,
    peers     BIGINT NOT NULL CHECK (peers >= 0),
    gap       BIGINT NOT NULL CHECK (gap >= 0),
    ties      TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    state     TEXT NOT NULL CHECK (state IN ('own', 'peers', 'settling', 'settled', 'dropped')),
    leader    BIGINT,
    reason    TEXT,
    closed_on TEXT,
    version   BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    CHECK (state <> 'settled' OR (leader IS NOT NULL AND closed_on IS NOT NULL)),
    CHECK (state <> 'dropped' OR reason IS NOT NULL)
);
-- A name once a year, among those that were not dropped.
CREATE UNIQUE INDEX cluster_of_year ON cluster (commune, year, name) WHERE state <> 'dropped';

-- The points that one member gave another, itself, or (scorer 0) that were settled; members are counted
-- from 1. `points` holds a number in thousandths or null for each content.
CREATE TABLE cluster_score (
    commune   TEXT NOT NULL,
    cluster   TEXT NOT NULL,
    scorer    BIGINT NOT NULL CHECK (scorer >= 0),
    member    BIGINT NOT NULL CHECK (member >= 1),
    points    TEXT NOT NULL,
    note      TEXT NOT NULL,
    scored_on TEXT NOT NULL,
    scored_by TEXT NOT NULL,
    version   BIGINT NOT NULL,
    PRIMARY KEY (commune, cluster, scorer, member),
    FOREIGN KEY (commune, cluster) REFERENCES cluster (commune, id)
);
