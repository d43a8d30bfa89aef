-- What is still to be printed: a decision takes its number in one transaction, and its files are printed
-- after it, without making others wait. `document` is all that the files say, so that whoever asks for them
-- first gets what was issued, also after the program was killed in between. The row goes when they are kept.
CREATE TABLE decision_print (
    commune  TEXT NOT NULL,
    decision TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (commune, decision),
    FOREIGN KEY (commune, decision) REFERENCES decision (commune, id)
);
