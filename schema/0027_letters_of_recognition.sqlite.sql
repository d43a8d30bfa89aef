-- SQLite cannot change the constraints of a table, so it is made anew.
CREATE TABLE letter_next (
    commune     TEXT NOT NULL REFERENCES unit (code),
    id          TEXT NOT NULL,
    sort        TEXT NOT NULL,
    sitting     TEXT,
    movement    TEXT,
    nomination  TEXT,
    recognition TEXT,
    title       TEXT NOT NULL,
    folded      TEXT NOT NULL,
    typed       TEXT NOT NULL,
    signer_post TEXT NOT NULL,
    signer_name TEXT NOT NULL,
    readers     TEXT NOT NULL CHECK (readers IN ('staff', 'council')),
    state       TEXT NOT NULL
        CHECK (state IN ('draft', 'issued', 'finished', 'withdrawn', 'discarded')),
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
    CHECK ((sitting IS NOT NULL) + (movement IS NOT NULL) + (nomination IS NOT NULL)
        + (recognition IS NOT NULL) = 1),
    CHECK ((state IN ('issued', 'finished', 'withdrawn'))
        = (issued_on IS NOT NULL AND docx IS NOT NULL AND pdf IS NOT NULL)),
    CHECK ((state IN ('issued', 'withdrawn') AND symbol <> '')
        = (number IS NOT NULL AND year IS NOT NULL AND paper IS NOT NULL)),
    CHECK ((state <> 'issued' OR symbol <> '') AND (state <> 'finished' OR symbol = '')),
    CHECK ((state IN ('withdrawn', 'discarded')) = (reason IS NOT NULL)),
    FOREIGN KEY (commune, sitting) REFERENCES sitting (commune, id),
    FOREIGN KEY (commune, movement) REFERENCES movement (commune, id),
    FOREIGN KEY (commune, nomination) REFERENCES nomination (commune, id),
    FOREIGN KEY (commune, recognition) REFERENCES recognition (commune, id),
    FOREIGN KEY (commune, paper) REFERENCES paper (commune, id),
    FOREIGN KEY (commune, docx) REFERENCES file (commune, id),
    FOREIGN KEY (commune, pdf) REFERENCES file (commune, id)
);
INSERT INTO letter_next (commune, id, sort, sitting, movement, nomination, recognition, title, folded, typed, signer_post,
    signer_name, readers, state, reason, year, number, symbol, issued_on, paper, docx, pdf, version)
SELECT commune, id, sort, sitting, movement, nomination, recognition, title, folded, typed, signer_post,
    signer_name, readers, state, reason, year, number, symbol, issued_on, paper, docx, pdf, version
FROM letter;
DROP TABLE letter;
ALTER TABLE letter_next RENAME TO letter;
CREATE INDEX letter_by_sitting ON letter (commune, sitting);
CREATE INDEX letter_by_movement ON letter (commune, movement);
CREATE INDEX letter_by_nomination ON letter (commune, nomination);
CREATE INDEX letter_by_recognition ON letter (commune, recognition);

-- What is issued or finished changes in one way only: it is withdrawn. What was given up stays.
CREATE TRIGGER issued_letter_stays BEFORE UPDATE ON letter
WHEN OLD.state IN ('withdrawn', 'discarded') OR (OLD.state IN ('issued', 'finished') AND (
    NEW.state <> 'withdrawn' OR NEW.sort <> OLD.sort OR NEW.title <> OLD.title
    OR NEW.typed <> OLD.typed OR NEW.signer_post <> OLD.signer_post
    OR NEW.signer_name <> OLD.signer_name OR NEW.readers <> OLD.readers
    OR NEW.symbol <> OLD.symbol OR NEW.issued_on <> OLD.issued_on OR NEW.docx <> OLD.docx
    OR NEW.pdf <> OLD.pdf OR NEW.year IS NOT OLD.year OR NEW.number IS NOT OLD.number
    OR NEW.paper IS NOT OLD.paper))
BEGIN SELECT RAISE(ABORT, 'an issued letter never changes'); END;
CREATE TRIGGER letter_is_kept BEFORE DELETE ON letter
BEGIN SELECT RAISE(ABORT, 'a letter is kept'); END;
