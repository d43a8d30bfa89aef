-- Who is in charge of a criterion of a standard, and between which days. One whose last day lies before its
-- first never held: it was replaced on the day it began.
CREATE TABLE criterion_charge (
    commune    TEXT NOT NULL,
    id         TEXT NOT NULL,
    standard   TEXT NOT NULL,
    criterion  TEXT NOT NULL,
    account    TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to   TEXT,
    version    BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    FOREIGN KEY (commune, account) REFERENCES account (commune, id)
);
CREATE INDEX criterion_charge_of ON criterion_charge (commune, standard, criterion);
