-- The registry keeps papers that the office made or received elsewhere, beside those that the program
-- makes. An incoming paper has its day and number of arrival; a withdrawn one stays, with the reason.
ALTER TABLE paper ADD COLUMN origin TEXT NOT NULL DEFAULT 'made'
    CHECK (origin IN ('made', 'entered'));
ALTER TABLE paper ADD COLUMN readers TEXT NOT NULL DEFAULT 'staff'
    CHECK (readers IN ('staff', 'council'));
ALTER TABLE paper ADD COLUMN received_on TEXT;
ALTER TABLE paper ADD COLUMN arrival BIGINT
    CHECK ((arrival IS NULL) = (received_on IS NULL));
ALTER TABLE paper ADD COLUMN withdrawn_on TEXT;
ALTER TABLE paper ADD COLUMN withdrawn_why TEXT
    CHECK ((withdrawn_why IS NULL) = (withdrawn_on IS NULL));
-- Number, issuer and year, folded: papers that have it in common are perhaps one and the same.
ALTER TABLE paper ADD COLUMN twin TEXT;
CREATE INDEX paper_by_twin ON paper (commune, twin);
CREATE INDEX paper_by_day ON paper (commune, issued_on, id);
-- What is searched in a list: number, title and issuer. Until now it was the title alone.
UPDATE paper SET folded = replace(replace(lower(number), 'Đ', 'd'), 'đ', 'd') || ' ' || folded
    WHERE number IS NOT NULL;

-- The file of a paper, in the bytes in which it came.
CREATE TABLE paper_file (
    commune TEXT NOT NULL,
    paper   TEXT NOT NULL,
    file    TEXT NOT NULL,
    PRIMARY KEY (commune, paper),
    FOREIGN KEY (commune, paper) REFERENCES paper (commune, id),
    FOREIGN KEY (commune, file) REFERENCES file (commune, id)
);
CREATE INDEX paper_file_by_file ON paper_file (commune, file);
CREATE INDEX file_by_sha256 ON file (commune, sha256);

-- The words of that file, folded, where they are known: beside the paper, so that a list which is not
-- searched never reads them.
CREATE TABLE paper_text (
    commune TEXT NOT NULL,
    paper   TEXT NOT NULL,
    folded  TEXT NOT NULL,
    PRIMARY KEY (commune, paper),
    FOREIGN KEY (commune, paper) REFERENCES paper (commune, id)
);

-- What a paper has to do with another one; the other one shows it too.
CREATE TABLE paper_relation (
    commune  TEXT NOT NULL,
    paper    TEXT NOT NULL,
    relation TEXT NOT NULL CHECK (relation IN ('basis', 'replaces', 'amends', 'implements')),
    other    TEXT NOT NULL,
    PRIMARY KEY (commune, paper, relation, other),
    CHECK (paper <> other),
    FOREIGN KEY (commune, paper) REFERENCES paper (commune, id),
    FOREIGN KEY (commune, other) REFERENCES paper (commune, id)
);
CREATE INDEX paper_relation_by_other ON paper_relation (commune, other);
