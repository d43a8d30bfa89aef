-- A list of nominees that is open for comment from a day to a day; both belong to it.
CREATE TABLE consultation (
    commune   TEXT NOT NULL REFERENCES unit (code),
    id        TEXT NOT NULL,
    title     TEXT NOT NULL,
    open_from TEXT NOT NULL,
    open_to   TEXT NOT NULL,
    state     TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    version   BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    CHECK (open_from <= open_to)
);
CREATE UNIQUE INDEX consultation_by_id ON consultation (id);

-- `named`: whether name and achievement may be public.
CREATE TABLE consultation_item (
    commune      TEXT NOT NULL,
    consultation TEXT NOT NULL,
    nomination   TEXT NOT NULL,
    seq          BIGINT NOT NULL,
    named        BOOLEAN NOT NULL,
    PRIMARY KEY (commune, consultation, nomination),
    FOREIGN KEY (commune, consultation) REFERENCES consultation (commune, id),
    FOREIGN KEY (commune, nomination) REFERENCES nomination (commune, id)
);
CREATE INDEX consultation_item_of ON consultation_item (commune, nomination);

-- What somebody said: without a login, or entered from paper (entered_by). Without a nomination it is
-- about the whole list.
CREATE TABLE consultation_voice (
    commune      TEXT NOT NULL,
    id           TEXT NOT NULL,
    consultation TEXT NOT NULL,
    nomination   TEXT,
    words        TEXT NOT NULL,
    who          TEXT NOT NULL,
    contact      TEXT NOT NULL,
    received_on  TEXT NOT NULL,
    entered_by   TEXT,
    answer       TEXT,
    answered_on  TEXT,
    version      BIGINT NOT NULL,
    PRIMARY KEY (commune, id),
    CHECK ((answer IS NULL) = (answered_on IS NULL)),
    FOREIGN KEY (commune, consultation) REFERENCES consultation (commune, id),
    FOREIGN KEY (commune, consultation, nomination)
        REFERENCES consultation_item (commune, consultation, nomination)
);
CREATE UNIQUE INDEX consultation_voice_by_id ON consultation_voice (id);
CREATE INDEX consultation_voice_of ON consultation_voice (commune, consultation);
