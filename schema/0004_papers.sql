-- Files are kept in the database: one thing to back up, and a file is there exactly when its record is.
CREATE TABLE file (
    commune  TEXT NOT NULL REFERENCES unit (code),
    id       TEXT NOT NULL,
    name     TEXT NOT NULL,
    media    TEXT NOT NULL,
    bytes    BIGINT NOT NULL CHECK (bytes >= 0),
    sha256   TEXT NOT NULL,
    content  BYTEA NOT NULL,
    added_at TEXT NOT NULL,
    PRIMARY KEY (commune, id)
);

-- Official documents: the plan, decisions, reports.
CREATE TABLE paper (
    commune     TEXT NOT NULL REFERENCES unit (code),
    id          TEXT NOT NULL,
    kind        TEXT NOT NULL,
    number      TEXT,
    issued_on   TEXT,
    issuer      TEXT NOT NULL,
    place       TEXT NOT NULL,
    title       TEXT NOT NULL,
    folded      TEXT NOT NULL,
    signer_post TEXT NOT NULL,
    signer_name TEXT NOT NULL,
    version     BIGINT NOT NULL,
    PRIMARY KEY (commune, id)
);
CREATE INDEX paper_by_number ON paper (commune, kind, number);

CREATE TABLE paper_basis (
    commune   TEXT NOT NULL,
    paper     TEXT NOT NULL,
    seq       BIGINT NOT NULL,
    kind      TEXT NOT NULL,
    number    TEXT NOT NULL,
    issued_on TEXT,
    issuer    TEXT NOT NULL,
    PRIMARY KEY (commune, paper, seq),
    FOREIGN KEY (commune, paper) REFERENCES paper (commune, id)
);

CREATE TABLE paper_recipient (
    commune TEXT NOT NULL,
    paper   TEXT NOT NULL,
    seq     BIGINT NOT NULL,
    name    TEXT NOT NULL,
    PRIMARY KEY (commune, paper, seq),
    FOREIGN KEY (commune, paper) REFERENCES paper (commune, id)
);

-- The last number given in each register of a year: its row lock keeps two officers apart.
CREATE TABLE paper_register (
    commune  TEXT NOT NULL,
    register TEXT NOT NULL,
    year     BIGINT NOT NULL,
    last     BIGINT NOT NULL,
    PRIMARY KEY (commune, register, year)
);
