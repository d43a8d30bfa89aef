-- The fund of emulation and commendation. A row is never changed: a mistake is taken back by a reversal.
-- Amounts are đồng; a reversal carries them negative. `kind` is the source of an income, or the code of a use.
CREATE TABLE fund_entry (
    commune     TEXT NOT NULL REFERENCES unit (code),
    id          TEXT NOT NULL,
    year        BIGINT NOT NULL,
    entered_on  TEXT NOT NULL,
    matter      TEXT NOT NULL CHECK (matter IN ('income', 'commitment', 'release', 'payment', 'organising', 'spending')),
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
    FOREIGN KEY (commune, reverses) REFERENCES fund_entry (commune, id),
    CHECK ((reverses IS NULL AND amount > 0) OR (reverses IS NOT NULL AND amount < 0)),
    CHECK ((matter IN ('commitment', 'release', 'payment')) = (decision IS NOT NULL AND seq IS NOT NULL))
);
CREATE INDEX fund_entry_by_day ON fund_entry (commune, year, entered_on, id);
CREATE INDEX fund_entry_by_decision ON fund_entry (commune, decision, seq);
CREATE UNIQUE INDEX fund_commitment_once ON fund_entry (commune, decision, seq) WHERE matter = 'commitment';

-- What the ceiling of a year is reckoned from. The newest row of a year counts.
CREATE TABLE fund_base (
    commune     TEXT NOT NULL REFERENCES unit (code),
    id          TEXT NOT NULL,
    year        BIGINT NOT NULL,
    spending    BIGINT NOT NULL CHECK (spending >= 0),
    area        TEXT NOT NULL,
    paper       TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    PRIMARY KEY (commune, id)
);
CREATE INDEX fund_base_of_year ON fund_base (commune, year, id);

-- The figures of a year as they were when it was closed.
CREATE TABLE fund_closing (
    commune     TEXT NOT NULL REFERENCES unit (code),
    year        BIGINT NOT NULL,
    carried     BIGINT NOT NULL,
    owed_before BIGINT NOT NULL,
    income      BIGINT NOT NULL,
    committed   BIGINT NOT NULL,
    released    BIGINT NOT NULL,
    paid        BIGINT NOT NULL,
    organising  BIGINT NOT NULL,
    spent       BIGINT NOT NULL,
    entries     BIGINT NOT NULL,
    closed_on   TEXT NOT NULL,
    closed_by   TEXT NOT NULL,
    PRIMARY KEY (commune, year)
);
