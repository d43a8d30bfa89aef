-- SQLite cannot change the constraints of a table, so it is made anew.
CREATE TABLE fund_entry_next (
    commune     TEXT NOT NULL REFERENCES unit (code),
    id          TEXT NOT NULL,
    year        BIGINT NOT NULL,
    entered_on  TEXT NOT NULL,
    matter      TEXT NOT NULL CHECK (matter IN ('income', 'commitment', 'release', 'payment',
        'organising', 'spending', 'claim', 'recovery')),
    kind        TEXT NOT NULL,
    decision    TEXT,
    seq         BIGINT,
    name        TEXT NOT NULL,
    public_name BOOLEAN NOT NULL,
    taken_by    TEXT NOT NULL,
    manner      TEXT CHECK (manner IN ('cash', 'transfer')),
    amount      BIGINT NOT NULL,
    paper       TEXT NOT NULL,
    note        TEXT NOT NULL,
    reason      TEXT,
    reverses    TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    PRIMARY KEY (commune, id),
    UNIQUE (commune, reverses),
    FOREIGN KEY (commune, decision, seq) REFERENCES decision_award (commune, decision, seq),
    FOREIGN KEY (commune, reverses) REFERENCES fund_entry_next (commune, id),
    CHECK ((reverses IS NULL AND amount > 0) OR (reverses IS NOT NULL AND amount < 0)),
    CHECK ((matter IN ('commitment', 'release', 'payment', 'claim', 'recovery'))
        = (decision IS NOT NULL AND seq IS NOT NULL))
);
INSERT INTO fund_entry_next (commune, id, year, entered_on, matter, kind, decision, seq, name, public_name,
    taken_by, manner, amount, paper, note, reason, reverses, recorded_at, recorded_by)
SELECT commune, id, year, entered_on, matter, kind, decision, seq, name, public_name,
    taken_by, manner, amount, paper, note, reason, reverses, recorded_at, recorded_by
FROM fund_entry ORDER BY id;
DROP TABLE fund_entry;
ALTER TABLE fund_entry_next RENAME TO fund_entry;
CREATE INDEX fund_entry_by_day ON fund_entry (commune, year, entered_on, id);
CREATE INDEX fund_entry_by_decision ON fund_entry (commune, decision, seq);
CREATE UNIQUE INDEX fund_commitment_once ON fund_entry (commune, decision, seq)
WHERE matter = 'commitment';
CREATE TRIGGER fund_entry_keeps_rows BEFORE DELETE ON fund_entry
BEGIN SELECT RAISE(ABORT, 'the fund is corrected by reversal'); END;
CREATE TRIGGER fund_entry_keeps_values BEFORE UPDATE ON fund_entry
BEGIN SELECT RAISE(ABORT, 'the fund is corrected by reversal'); END;
CREATE TRIGGER fund_revoked_keeps_rows BEFORE DELETE ON fund_revoked
BEGIN SELECT RAISE(ABORT, 'the fund is corrected by reversal'); END;
CREATE TRIGGER fund_revoked_keeps_values BEFORE UPDATE ON fund_revoked
BEGIN SELECT RAISE(ABORT, 'the fund is corrected by reversal'); END;
