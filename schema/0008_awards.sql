CREATE TABLE nomination (
    commune     TEXT NOT NULL,
    id          TEXT NOT NULL,
    movement    TEXT NOT NULL,
    contestant  TEXT NOT NULL,
    award       TEXT NOT NULL,
    achievement TEXT NOT NULL,
    proposed_by TEXT NOT NULL,
    proposed_on TEXT NOT NULL,
    state       TEXT NOT NULL
        CHECK (state IN ('draft', 'sent', 'returned', 'received', 'withdrawn', 'tabled', 'approved',
            'refused', 'awarded')),
    reason      TEXT,
    entered_by  TEXT NOT NULL,
    version     BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    FOREIGN KEY (commune, movement) REFERENCES movement (commune, id),
    FOREIGN KEY (commune, contestant) REFERENCES contestant (commune, id)
);
CREATE INDEX nomination_by_state ON nomination (commune, state);

-- A council with the rule it votes by, as fractions, and the paper that says so.
CREATE TABLE council (
    commune      TEXT NOT NULL REFERENCES unit (code),
    id           TEXT NOT NULL,
    name         TEXT NOT NULL,
    paper        TEXT NOT NULL,
    quorum_part  BIGINT NOT NULL CHECK (quorum_part > 0),
    quorum_whole BIGINT NOT NULL CHECK (quorum_whole >= quorum_part),
    pass_part    BIGINT NOT NULL CHECK (pass_part > 0),
    pass_whole   BIGINT NOT NULL CHECK (pass_whole >= pass_part),
    more_than    BOOLEAN NOT NULL,
    pass_of      TEXT NOT NULL,
    valid_from   TEXT NOT NULL,
    valid_to     TEXT,
    version      BIGINT NOT NULL,
    PRIMARY KEY (commune, id)
);

CREATE TABLE council_member (
    commune    TEXT NOT NULL,
    id         TEXT NOT NULL,
    council    TEXT NOT NULL,
    account    TEXT NOT NULL,
    post       TEXT NOT NULL,
    part       TEXT NOT NULL CHECK (part IN ('chair', 'secretary', 'member')),
    valid_from TEXT NOT NULL,
    valid_to   TEXT,
    PRIMARY KEY (commune, id),
    UNIQUE (commune, council, account),
    FOREIGN KEY (commune, council) REFERENCES council (commune, id),
    FOREIGN KEY (commune, account) REFERENCES account (commune, id)
);

CREATE TABLE sitting (
    commune TEXT NOT NULL,
    id      TEXT NOT NULL,
    council TEXT NOT NULL,
    held_on TEXT NOT NULL,
    place   TEXT NOT NULL,
    state   TEXT NOT NULL CHECK (state IN ('called', 'open', 'closed')),
    version BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    FOREIGN KEY (commune, council) REFERENCES council (commune, id)
);

CREATE TABLE sitting_item (
    commune    TEXT NOT NULL,
    sitting    TEXT NOT NULL,
    nomination TEXT NOT NULL,
    seq        BIGINT NOT NULL,
    PRIMARY KEY (commune, sitting, nomination),
    FOREIGN KEY (commune, sitting) REFERENCES sitting (commune, id),
    FOREIGN KEY (commune, nomination) REFERENCES nomination (commune, id)
);

CREATE TABLE attendance (
    commune TEXT NOT NULL,
    sitting TEXT NOT NULL,
    member  TEXT NOT NULL,
    PRIMARY KEY (commune, sitting, member),
    FOREIGN KEY (commune, sitting) REFERENCES sitting (commune, id),
    FOREIGN KEY (commune, member) REFERENCES council_member (commune, id)
);

-- Named votes: each member, each dossier, once.
CREATE TABLE ballot (
    commune    TEXT NOT NULL,
    sitting    TEXT NOT NULL,
    nomination TEXT NOT NULL,
    member     TEXT NOT NULL,
    choice     TEXT NOT NULL CHECK (choice IN ('for', 'against', 'abstain', 'recused')),
    cast_at    TEXT NOT NULL,
    PRIMARY KEY (commune, sitting, nomination, member),
    FOREIGN KEY (commune, sitting, nomination)
        REFERENCES sitting_item (commune, sitting, nomination),
    FOREIGN KEY (commune, sitting, member) REFERENCES attendance (commune, sitting, member)
);

-- Bases and recipients stand one on a line, as they will stand on the paper.
CREATE TABLE decision (
    commune       TEXT NOT NULL,
    id            TEXT NOT NULL,
    movement      TEXT NOT NULL,
    sitting       TEXT NOT NULL,
    abstract      TEXT NOT NULL,
    bases         TEXT NOT NULL,
    recipients    TEXT NOT NULL,
    reward_source TEXT NOT NULL CHECK (reward_source IN ('fund', 'programme')),
    state         TEXT NOT NULL CHECK (state IN ('draft', 'issued')),
    year          BIGINT,
    number        BIGINT,
    symbol        TEXT NOT NULL,
    issued_on     TEXT,
    signer_post   TEXT NOT NULL,
    signer_name   TEXT NOT NULL,
    paper         TEXT,
    version       BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    UNIQUE (commune, sitting, movement),
    UNIQUE (commune, year, number),
    FOREIGN KEY (commune, movement) REFERENCES movement (commune, id),
    FOREIGN KEY (commune, sitting) REFERENCES sitting (commune, id),
    FOREIGN KEY (commune, paper) REFERENCES paper (commune, id),
    CHECK ((state = 'issued') = (number IS NOT NULL AND issued_on IS NOT NULL AND year IS NOT NULL
        AND paper IS NOT NULL))
);

-- The list of a decision, in the words of its certificates; seq is the number in the golden book. The
-- reward, in đồng, is known from the day of issue on; NULL then means that the law does not tell it.
CREATE TABLE decision_award (
    commune      TEXT NOT NULL,
    decision     TEXT NOT NULL,
    seq          BIGINT NOT NULL,
    nomination   TEXT NOT NULL,
    award        TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    recipient    TEXT NOT NULL,
    address      TEXT NOT NULL,
    achievement  TEXT NOT NULL,
    reward       BIGINT CHECK (reward >= 0),
    version      BIGINT NOT NULL,
    PRIMARY KEY (commune, decision, seq),
    UNIQUE (commune, nomination),
    FOREIGN KEY (commune, decision) REFERENCES decision (commune, id),
    FOREIGN KEY (commune, nomination) REFERENCES nomination (commune, id)
);
