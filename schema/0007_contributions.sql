-- The ledger of what people gave. A row is never changed: a mistake is taken back by a reversal.
-- Quantities are thousandths of their measure (đồng, ngày công, m² …); a reversal carries them negative.
CREATE TABLE contribution (
    commune        TEXT NOT NULL,
    id             TEXT NOT NULL,
    movement       TEXT NOT NULL,
    village        TEXT NOT NULL REFERENCES unit (code),
    giver_kind     TEXT NOT NULL,
    giver          TEXT,
    giver_name     TEXT NOT NULL,
    giver_folded   TEXT NOT NULL,
    kind           TEXT NOT NULL CHECK (kind IN ('money', 'labour', 'land', 'goods')),
    quantity       BIGINT NOT NULL,
    measure        TEXT NOT NULL,
    given_on       TEXT NOT NULL,
    purpose        TEXT NOT NULL,
    receipt        TEXT NOT NULL,
    public_name    BOOLEAN NOT NULL,
    reverses       TEXT,
    reason         TEXT,
    recorded_at    TEXT NOT NULL,
    recorded_by    TEXT NOT NULL,
    PRIMARY KEY (commune, id),
    UNIQUE (commune, reverses),
    FOREIGN KEY (commune, movement) REFERENCES movement (commune, id),
    FOREIGN KEY (commune, reverses) REFERENCES contribution (commune, id),
    CHECK ((reverses IS NULL AND quantity > 0) OR (reverses IS NOT NULL AND quantity < 0))
);
CREATE INDEX contribution_by_day ON contribution (commune, movement, given_on, id);
CREATE INDEX contribution_by_village ON contribution (commune, village, given_on);

-- What a measure is counted as in money, from which day, by which paper of the commune.
CREATE TABLE valuation_rate (
    commune    TEXT NOT NULL REFERENCES unit (code),
    id         TEXT NOT NULL,
    measure    TEXT NOT NULL,
    dong       BIGINT NOT NULL CHECK (dong >= 0),
    valid_from TEXT NOT NULL,
    valid_to   TEXT,
    paper      TEXT NOT NULL,
    PRIMARY KEY (commune, id),
    UNIQUE (commune, measure, valid_from)
);
