-- At which level an award was given that the register records: commune, district, province, country;
-- nothing where an old list does not tell it. And the nomination that it answers, where the dossier went
-- up from here: it counts with the nomination then, not a second time.
ALTER TABLE honour ADD COLUMN level TEXT;
ALTER TABLE honour ADD COLUMN nomination TEXT;
