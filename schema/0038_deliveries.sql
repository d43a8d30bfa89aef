-- A certificate handed over: to whom it is for, or to somebody for them, when and on which occasion. What
-- was written down wrongly is taken back with a reason and stays. A corrected certificate is another
-- print, and is handed over anew.
CREATE TABLE delivery (
    commune       TEXT NOT NULL,
    id            TEXT NOT NULL,
    decision      TEXT NOT NULL,
    seq           BIGINT NOT NULL,
    print         TEXT NOT NULL,
    delivered_on  TEXT NOT NULL,
    occasion      TEXT NOT NULL,
    receiver      TEXT NOT NULL,
    relation      TEXT NOT NULL,
    handed_by     TEXT NOT NULL,
    undone_because TEXT,
    PRIMARY KEY (commune, id),
    CHECK ((receiver = '') = (relation = '')),
    FOREIGN KEY (commune, decision, seq) REFERENCES decision_award (commune, decision, seq),
    FOREIGN KEY (commune, handed_by) REFERENCES account (commune, id)
);
CREATE UNIQUE INDEX delivered_once ON delivery (commune, decision, seq, print)
WHERE undone_because IS NULL;
