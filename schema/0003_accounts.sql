CREATE TABLE account (
    commune       TEXT NOT NULL REFERENCES unit (code),
    id            TEXT NOT NULL,
    login         TEXT NOT NULL UNIQUE,
    full_name     TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    locked        BOOLEAN NOT NULL,
    created_at    TEXT NOT NULL,
    version       BIGINT NOT NULL,
    PRIMARY KEY (commune, id)
);

-- A role without a territory cannot be written down: the territory is NOT NULL.
CREATE TABLE role_grant (
    commune   TEXT NOT NULL,
    account   TEXT NOT NULL,
    role      TEXT NOT NULL,
    territory TEXT NOT NULL REFERENCES unit (code),
    PRIMARY KEY (commune, account, role, territory),
    FOREIGN KEY (commune, account) REFERENCES account (commune, id)
);

-- Technical tables, outside the journal: who is logged in and who tried to be.
CREATE TABLE login_session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    commune    TEXT NOT NULL,
    account    TEXT NOT NULL,
    started_at TEXT NOT NULL,
    seen_at    TEXT NOT NULL,
    browser    TEXT NOT NULL,
    FOREIGN KEY (commune, account) REFERENCES account (commune, id)
);
CREATE INDEX session_of_account ON login_session (commune, account);

CREATE TABLE login_failure (
    login      TEXT NOT NULL PRIMARY KEY,
    failures   BIGINT NOT NULL,
    not_before TEXT NOT NULL
);
