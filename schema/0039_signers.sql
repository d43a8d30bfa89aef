-- As what somebody signs decisions, from a day to a day, by which paper: “KT. Chủ tịch / Phó Chủ tịch”. Who
-- may issue and has no entry signs as the head.
CREATE TABLE signer (
    commune    TEXT NOT NULL,
    id         TEXT NOT NULL,
    account    TEXT NOT NULL,
    capacity   TEXT NOT NULL,
    paper      TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to   TEXT,
    PRIMARY KEY (commune, id),
    UNIQUE (commune, account, valid_from),
    FOREIGN KEY (commune, account) REFERENCES account (commune, id)
);
