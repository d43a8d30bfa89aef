-- Matters that are being looked into and stop an award for a while: discipline, investigation, complaint.
-- Sensitive: who and what stand here only, never in the journal. Rows are added and never changed.
CREATE TABLE hold (
    commune      TEXT NOT NULL REFERENCES unit (code),
    id           TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject      TEXT NOT NULL,
    name         TEXT NOT NULL,
    folded       TEXT NOT NULL,
    kind         TEXT NOT NULL,
    since        TEXT NOT NULL,
    paper        TEXT NOT NULL,
    issuer       TEXT NOT NULL,
    words        TEXT NOT NULL,
    entered_by   TEXT NOT NULL,
    entered_on   TEXT NOT NULL,
    PRIMARY KEY (commune, id),
    FOREIGN KEY (commune, entered_by) REFERENCES account (commune, id)
);
CREATE INDEX hold_of_subject ON hold (commune, subject_kind, subject);

-- How a matter ended: an entry of its own, with its paper.
CREATE TABLE hold_end (
    commune    TEXT NOT NULL,
    hold       TEXT NOT NULL,
    ended_on   TEXT NOT NULL,
    paper      TEXT NOT NULL,
    words      TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_on TEXT NOT NULL,
    PRIMARY KEY (commune, hold),
    FOREIGN KEY (commune, hold) REFERENCES hold (commune, id),
    FOREIGN KEY (commune, entered_by) REFERENCES account (commune, id)
);

-- Who was held when a sitting's decision was made is commended by a further one: its next part.
ALTER TABLE decision ADD COLUMN part BIGINT NOT NULL DEFAULT 1;
DROP INDEX one_decision_of_a_sitting;
CREATE UNIQUE INDEX one_decision_of_a_sitting ON decision (commune, sitting, movement, part)
WHERE state <> 'discarded';
