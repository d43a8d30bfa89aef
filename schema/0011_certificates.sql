-- How an office prints its certificates: its emblem, and how far its blanks want the words moved, in
-- tenths of a millimetre.
CREATE TABLE certificate_setup (
    commune      TEXT NOT NULL REFERENCES unit (code),
    emblem       TEXT,
    right_tenths BIGINT NOT NULL,
    down_tenths  BIGINT NOT NULL,
    version      BIGINT NOT NULL,
    PRIMARY KEY (commune),
    FOREIGN KEY (commune, emblem) REFERENCES file (commune, id)
);

-- The keys whose codes stand on certificates, by their short names. One of a commune is in use.
CREATE TABLE certificate_key (
    commune    TEXT NOT NULL REFERENCES unit (code),
    id         TEXT NOT NULL,
    public_key TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to   TEXT,
    PRIMARY KEY (commune, id)
);
CREATE UNIQUE INDEX certificate_key_in_use ON certificate_key (commune) WHERE valid_to IS NULL;
CREATE INDEX certificate_key_by_id ON certificate_key (id);

-- The secret half of the key in use: in no journal, and gone when the key is replaced.
CREATE TABLE certificate_secret (
    commune TEXT NOT NULL,
    key     TEXT NOT NULL,
    seed    BYTEA NOT NULL,
    PRIMARY KEY (commune, key),
    FOREIGN KEY (commune, key) REFERENCES certificate_key (commune, id)
);

-- The key that signed an issued decision's list, and the code of each line. Decisions that were issued
-- earlier have none.
ALTER TABLE decision ADD COLUMN certificate_key TEXT;
ALTER TABLE decision_award ADD COLUMN code TEXT;
CREATE INDEX decision_award_by_code ON decision_award (commune, code);
