-- What was said to a question about figures. A question is known by its figures: when one of them changes,
-- it is another question. Nothing said is changed; whoever thinks again says something more.
CREATE TABLE question_answer (
    commune     TEXT NOT NULL,
    id          TEXT NOT NULL,
    standard    TEXT NOT NULL,
    period      TEXT NOT NULL,
    question    TEXT NOT NULL,
    asked       TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('explained', 'settled', 'wrong')),
    words       TEXT NOT NULL,
    wrong       TEXT NOT NULL,
    file        TEXT,
    answered_by TEXT NOT NULL,
    answered_on TEXT NOT NULL,
    PRIMARY KEY (commune, id),
    FOREIGN KEY (commune, file) REFERENCES file (commune, id)
);
CREATE INDEX question_answer_of_period ON question_answer (commune, standard, period);
