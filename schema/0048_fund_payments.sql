-- Rewards of one decision that were paid at once, on one list to sign. `docx` and `pdf` are the list as it
-- was printed then.
CREATE TABLE fund_payment (
    commune     TEXT NOT NULL REFERENCES unit (code),
    id          TEXT NOT NULL,
    decision    TEXT NOT NULL,
    paid_on     TEXT NOT NULL,
    manner      TEXT NOT NULL CHECK (manner IN ('cash', 'transfer')),
    paper       TEXT NOT NULL,
    docx        TEXT NOT NULL,
    pdf         TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    PRIMARY KEY (commune, id),
    FOREIGN KEY (commune, decision) REFERENCES decision (commune, id),
    FOREIGN KEY (commune, docx) REFERENCES file (commune, id),
    FOREIGN KEY (commune, pdf) REFERENCES file (commune, id)
);
CREATE INDEX fund_payment_of_decision ON fund_payment (commune, decision, id);

-- The list to which the entry of a payment belongs; none for payments of the days before lists were records.
ALTER TABLE fund_entry ADD COLUMN payment TEXT;
CREATE INDEX fund_entry_of_payment ON fund_entry (commune, payment);

-- Figures of a year that somebody prepared for closing; the newest row counts, and only while the year
-- has as many entries as it had then. Somebody else confirms them.
CREATE TABLE fund_prepared (
    commune     TEXT NOT NULL REFERENCES unit (code),
    id          TEXT NOT NULL,
    year        BIGINT NOT NULL,
    entries     BIGINT NOT NULL,
    prepared_on TEXT NOT NULL,
    prepared_by TEXT NOT NULL,
    PRIMARY KEY (commune, id)
);
CREATE INDEX fund_prepared_of_year ON fund_prepared (commune, year, id);
-- Years that were closed before two were asked have nobody here.
ALTER TABLE fund_closing ADD COLUMN prepared_by TEXT;
