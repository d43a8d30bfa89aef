-- A decision that corrects an issued one, or takes commendations back. It takes its number from the same
-- book; the decision that it is about, and its list, never change.
CREATE TABLE amendment (
    commune           TEXT NOT NULL REFERENCES unit (code),
    id                TEXT NOT NULL,
    decision          TEXT NOT NULL,
    kind              TEXT NOT NULL CHECK (kind IN ('correction', 'revocation')),
    state             TEXT NOT NULL CHECK (state IN ('draft', 'issued', 'discarded')),
    ground            TEXT,
    facts             TEXT NOT NULL,
    bases             TEXT NOT NULL,
    discarded_because TEXT,
    year              BIGINT,
    number            BIGINT,
    symbol            TEXT NOT NULL,
    issued_on         TEXT,
    signer_post       TEXT NOT NULL,
    signer_name       TEXT NOT NULL,
    paper             TEXT,
    docx              TEXT,
    pdf               TEXT,
    version           BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    UNIQUE (commune, year, number),
    CHECK ((state = 'issued') = (number IS NOT NULL AND issued_on IS NOT NULL AND year IS NOT NULL
        AND paper IS NOT NULL AND docx IS NOT NULL AND pdf IS NOT NULL)),
    CHECK ((state = 'discarded') = (discarded_because IS NOT NULL)),
    FOREIGN KEY (commune, decision) REFERENCES decision (commune, id),
    FOREIGN KEY (commune, paper) REFERENCES paper (commune, id),
    FOREIGN KEY (commune, docx) REFERENCES file (commune, id),
    FOREIGN KEY (commune, pdf) REFERENCES file (commune, id)
);
CREATE INDEX amendment_of_decision ON amendment (commune, decision);

-- The lines of the list that it is about. A correction has the words from then on, and the code of the
-- new print.
CREATE TABLE amendment_line (
    commune     TEXT NOT NULL,
    amendment   TEXT NOT NULL,
    decision    TEXT NOT NULL,
    seq         BIGINT NOT NULL,
    recipient   TEXT,
    address     TEXT,
    achievement TEXT,
    -- The corrected name without diacritics, for searching.
    folded      TEXT,
    code        TEXT,
    version     BIGINT NOT NULL,
    PRIMARY KEY (commune, amendment, seq),
    FOREIGN KEY (commune, amendment) REFERENCES amendment (commune, id),
    FOREIGN KEY (commune, decision, seq) REFERENCES decision_award (commune, decision, seq)
);
CREATE INDEX amendment_line_of_award ON amendment_line (commune, decision, seq);
CREATE INDEX amendment_line_by_code ON amendment_line (commune, code);

-- What came back of a commendation that was taken back: the object once, money in parts.
CREATE TABLE recovery (
    commune      TEXT NOT NULL,
    amendment    TEXT NOT NULL,
    seq          BIGINT NOT NULL,
    what         TEXT NOT NULL CHECK (what IN ('object', 'money')),
    part         BIGINT NOT NULL CHECK (part > 0 AND (what = 'money' OR part = 1)),
    amount       BIGINT CHECK (amount > 0),
    recovered_on TEXT NOT NULL,
    note         TEXT NOT NULL,
    PRIMARY KEY (commune, amendment, seq, what, part),
    CHECK ((what = 'money') = (amount IS NOT NULL)),
    FOREIGN KEY (commune, amendment, seq) REFERENCES amendment_line (commune, amendment, seq)
);
