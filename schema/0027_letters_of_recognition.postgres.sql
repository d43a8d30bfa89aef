ALTER TABLE letter DROP CONSTRAINT letter_check;
ALTER TABLE letter ADD CONSTRAINT letter_check CHECK (
    num_nonnulls(sitting, movement, nomination, recognition) = 1);
ALTER TABLE letter ADD FOREIGN KEY (commune, recognition) REFERENCES recognition (commune, id);
CREATE INDEX letter_by_recognition ON letter (commune, recognition);
