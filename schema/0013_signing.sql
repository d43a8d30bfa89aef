-- The file that is made of a paper once to be signed, and the signed one as it was brought back. Who
-- signed stands here as it was read from the file on that day; a page reads the file anew.
CREATE TABLE paper_signing (
    commune   TEXT NOT NULL,
    paper     TEXT NOT NULL,
    ready     TEXT NOT NULL,
    signed    TEXT,
    signed_by TEXT,
    signed_at TEXT,
    version   BIGINT NOT NULL,
    PRIMARY KEY (commune, paper),
    CHECK ((signed IS NULL) = (signed_by IS NULL)),
    FOREIGN KEY (commune, paper) REFERENCES paper (commune, id),
    FOREIGN KEY (commune, ready) REFERENCES file (commune, id),
    FOREIGN KEY (commune, signed) REFERENCES file (commune, id)
);
