-- A letter may be about a dossier of recognition too.
ALTER TABLE letter ADD COLUMN recognition TEXT;
