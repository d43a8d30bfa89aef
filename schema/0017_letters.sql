-- A document that is written from a template about one record. `typed` holds the words of this one
-- letter as its form sends them; everything else is filled from the records until it is issued. From
-- then on its exact bytes are kept, and it only ever changes by being withdrawn.
CREATE TABLE letter (
    commune     TEXT NOT NULL REFERENCES unit (code),
    id          TEXT NOT NULL,
    sort        TEXT NOT NULL,
    sitting     TEXT,
    movement    TEXT,
    nomination  TEXT,
    title       TEXT NOT NULL,
    folded      TEXT NOT NULL,
    typed       TEXT NOT NULL,
    signer_post TEXT NOT NULL,
    signer_name TEXT NOT NULL,
    readers     TEXT NOT NULL CHECK (readers IN ('staff', 'council')),
    state       TEXT NOT NULL CHECK (state IN ('draft', 'issued', 'withdrawn', 'discarded')),
    reason      TEXT,
    year        BIGINT,
    number      BIGINT,
    symbol      TEXT NOT NULL,
    issued_on   TEXT,
    paper       TEXT,
    docx        TEXT,
    pdf         TEXT,
    version     BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    UNIQUE (commune, symbol, year, number),
    CHECK ((sitting IS NOT NULL AND movement IS NULL AND nomination IS NULL)
        OR (sitting IS NULL AND movement IS NOT NULL AND nomination IS NULL)
        OR (sitting IS NULL AND movement IS NULL AND nomination IS NOT NULL)),
    CHECK ((state IN ('issued', 'withdrawn')) = (number IS NOT NULL AND year IS NOT NULL
        AND issued_on IS NOT NULL AND paper IS NOT NULL AND docx IS NOT NULL AND pdf IS NOT NULL)),
    CHECK ((state IN ('withdrawn', 'discarded')) = (reason IS NOT NULL)),
    FOREIGN KEY (commune, sitting) REFERENCES sitting (commune, id),
    FOREIGN KEY (commune, movement) REFERENCES movement (commune, id),
    FOREIGN KEY (commune, nomination) REFERENCES nomination (commune, id),
    FOREIGN KEY (commune, paper) REFERENCES paper (commune, id),
    FOREIGN KEY (commune, docx) REFERENCES file (commune, id),
    FOREIGN KEY (commune, pdf) REFERENCES file (commune, id)
);
CREATE INDEX letter_by_sitting ON letter (commune, sitting);
CREATE INDEX letter_by_movement ON letter (commune, movement);
CREATE INDEX letter_by_nomination ON letter (commune, nomination);
