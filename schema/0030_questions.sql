-- What was said to a question about figures. A question is known by its figures: when one of them changes,
-- it is another question. Nothing said is changed; whoever thinks again says something more, the next step.
CREATE TABLE question_answer (
    commune     TEXT NOT NULL,
    standard    TEXT NOT NULL,
    period      TEXT NOT NULL,
    question    TEXT NOT NULL,
    step        BIGINT NOT NULL CHECK (step > 0),
    asked       TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('explained', 'settled', 'wrong')),
    words       TEXT NOT NULL,
    wrong       TEXT NOT NULL,
    file        TEXT,
    answered_by TEXT NOT NULL,
    answered_on TEXT NOT NULL,
    PRIMARY KEY (commune, standard, period, question, step),
    FOREIGN KEY (commune, file) REFERENCES file (commune, id)
);
