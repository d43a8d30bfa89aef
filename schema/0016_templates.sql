-- The words of documents as an office has changed them: each upload is a version for ever.
CREATE TABLE template_version (
    commune  TEXT NOT NULL REFERENCES unit (code),
    sort     TEXT NOT NULL,
    number   BIGINT NOT NULL CHECK (number > 0),
    file     TEXT NOT NULL,
    note     TEXT NOT NULL,
    added_by TEXT NOT NULL,
    added_at TEXT NOT NULL,
    PRIMARY KEY (commune, sort, number),
    FOREIGN KEY (commune, file) REFERENCES file (commune, id)
);

-- Which version was taken into use when, and by whom; without a version the shipped words. The newest
-- step counts, and two officers at once cannot take the same step.
CREATE TABLE template_choice (
    commune   TEXT NOT NULL REFERENCES unit (code),
    sort      TEXT NOT NULL,
    step      BIGINT NOT NULL CHECK (step > 0),
    version   BIGINT,
    chosen_by TEXT NOT NULL,
    chosen_at TEXT NOT NULL,
    PRIMARY KEY (commune, sort, step),
    FOREIGN KEY (commune, sort, version) REFERENCES template_version (commune, sort, number)
);

-- A decision as it was issued, to the byte: a template that changes later does not change it. Decisions
-- of older days have none.
CREATE TABLE decision_document (
    commune  TEXT NOT NULL,
    decision TEXT NOT NULL,
    docx     TEXT NOT NULL,
    pdf      TEXT NOT NULL,
    PRIMARY KEY (commune, decision),
    FOREIGN KEY (commune, decision) REFERENCES decision (commune, id),
    FOREIGN KEY (commune, docx) REFERENCES file (commune, id),
    FOREIGN KEY (commune, pdf) REFERENCES file (commune, id)
);
