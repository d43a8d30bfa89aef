-- A commendation that was taken back: what the fund had promised for it is not owed any more, and what
-- was paid is to come back. A row is added by the transaction that issues the revocation.
CREATE TABLE fund_revoked (
    commune    TEXT NOT NULL REFERENCES unit (code),
    decision   TEXT NOT NULL,
    seq        BIGINT NOT NULL,
    paper      TEXT NOT NULL,
    revoked_on TEXT NOT NULL,
    PRIMARY KEY (commune, decision, seq),
    FOREIGN KEY (commune, decision, seq) REFERENCES decision_award (commune, decision, seq)
);

ALTER TABLE fund_closing ADD COLUMN claimed_before BIGINT NOT NULL DEFAULT 0;
ALTER TABLE fund_closing ADD COLUMN claimed BIGINT NOT NULL DEFAULT 0;
ALTER TABLE fund_closing ADD COLUMN recovered BIGINT NOT NULL DEFAULT 0;

-- The entry of the fund for money that came back; none where the fund did not pay it.
ALTER TABLE recovery ADD COLUMN entry TEXT;
