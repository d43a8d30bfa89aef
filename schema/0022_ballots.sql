-- How a sitting votes: by name, in secret, or on paper. A secret vote that has to be cast again begins
-- a new round; absent members may vote in writing until a moment.
ALTER TABLE sitting ADD COLUMN manner TEXT NOT NULL DEFAULT 'named'
    CHECK (manner IN ('named', 'secret', 'paper'));
ALTER TABLE sitting ADD COLUMN round BIGINT NOT NULL DEFAULT 1;
ALTER TABLE sitting ADD COLUMN written_until TEXT;
ALTER TABLE attendance ADD COLUMN how TEXT NOT NULL DEFAULT 'room'
    CHECK (how IN ('room', 'written'));

-- A member keeps out of a dossier, and why. Said aloud, before the member votes.
CREATE TABLE interest (
    commune     TEXT NOT NULL,
    sitting     TEXT NOT NULL,
    nomination  TEXT NOT NULL,
    member      TEXT NOT NULL,
    reason      TEXT NOT NULL,
    declared_at TEXT NOT NULL,
    PRIMARY KEY (commune, sitting, nomination, member),
    FOREIGN KEY (commune, sitting, nomination)
        REFERENCES sitting_item (commune, sitting, nomination),
    FOREIGN KEY (commune, member) REFERENCES council_member (commune, id)
);

-- Who has handed in a secret ballot: a part of the agenda, a member, once. Never how.
CREATE TABLE ballot_roll (
    commune TEXT NOT NULL,
    sitting TEXT NOT NULL,
    round   BIGINT NOT NULL,
    part    BIGINT NOT NULL,
    member  TEXT NOT NULL,
    cast_at TEXT NOT NULL,
    PRIMARY KEY (commune, sitting, round, part, member),
    FOREIGN KEY (commune, sitting, member) REFERENCES attendance (commune, sitting, member)
);

-- The ballots themselves, sealed with a key that lies outside the database and is destroyed when they
-- are counted. They are in no journal and go with the count.
CREATE TABLE sealed_ballot (
    commune TEXT NOT NULL,
    sitting TEXT NOT NULL,
    round   BIGINT NOT NULL,
    part    BIGINT NOT NULL,
    member  TEXT NOT NULL,
    sealed  BYTEA NOT NULL,
    PRIMARY KEY (commune, sitting, round, part, member),
    FOREIGN KEY (commune, sitting, round, part, member)
        REFERENCES ballot_roll (commune, sitting, round, part, member)
);

-- Paper ballots as one person counted them; two people count, each for themselves.
CREATE TABLE paper_count (
    commune    TEXT NOT NULL,
    sitting    TEXT NOT NULL,
    nomination TEXT NOT NULL,
    counter    TEXT NOT NULL,
    in_favour  BIGINT NOT NULL CHECK (in_favour >= 0),
    against    BIGINT NOT NULL CHECK (against >= 0),
    abstain    BIGINT NOT NULL CHECK (abstain >= 0),
    invalid    BIGINT NOT NULL CHECK (invalid >= 0),
    PRIMARY KEY (commune, sitting, nomination, counter),
    FOREIGN KEY (commune, sitting, nomination)
        REFERENCES sitting_item (commune, sitting, nomination),
    FOREIGN KEY (commune, counter) REFERENCES account (commune, id)
);

-- What secret and paper ballots came to.
CREATE TABLE sitting_count (
    commune    TEXT NOT NULL,
    sitting    TEXT NOT NULL,
    nomination TEXT NOT NULL,
    in_favour  BIGINT NOT NULL CHECK (in_favour >= 0),
    against    BIGINT NOT NULL CHECK (against >= 0),
    abstain    BIGINT NOT NULL CHECK (abstain >= 0),
    invalid    BIGINT NOT NULL CHECK (invalid >= 0),
    PRIMARY KEY (commune, sitting, nomination),
    FOREIGN KEY (commune, sitting, nomination)
        REFERENCES sitting_item (commune, sitting, nomination)
);
