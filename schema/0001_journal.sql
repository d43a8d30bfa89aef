-- The journal: one chain of rows per commune. journal_head holds the last link, so that a missing
-- tail is seen, and its row lock is what puts two writers of one commune in order.
CREATE TABLE journal_head (
    commune TEXT NOT NULL PRIMARY KEY,
    seq     BIGINT NOT NULL,
    hash    TEXT NOT NULL
);

CREATE TABLE journal (
    commune       TEXT NOT NULL,
    seq           BIGINT NOT NULL,
    at            TEXT NOT NULL,
    actor         TEXT NOT NULL,
    action        TEXT NOT NULL,
    record_kind   TEXT NOT NULL,
    record_id     TEXT NOT NULL,
    old_values    TEXT,
    new_values    TEXT,
    reason        TEXT,
    previous_hash TEXT NOT NULL,
    hash          TEXT NOT NULL,
    PRIMARY KEY (commune, seq)
);

CREATE INDEX journal_of_record ON journal (commune, record_kind, record_id, seq);
