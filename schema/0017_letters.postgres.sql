-- An issued letter changes in one way only: it is withdrawn. What was given up stays.
CREATE FUNCTION issued_letter_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'an issued letter never changes'; END $$;
CREATE TRIGGER issued_letter_stays BEFORE UPDATE ON letter FOR EACH ROW
WHEN (OLD.state IN ('withdrawn', 'discarded') OR (OLD.state = 'issued' AND (
    NEW.state <> 'withdrawn' OR NEW.sort <> OLD.sort OR NEW.title <> OLD.title
    OR NEW.typed <> OLD.typed OR NEW.signer_post <> OLD.signer_post
    OR NEW.signer_name <> OLD.signer_name OR NEW.readers <> OLD.readers OR NEW.year <> OLD.year
    OR NEW.number <> OLD.number OR NEW.symbol <> OLD.symbol OR NEW.issued_on <> OLD.issued_on
    OR NEW.paper <> OLD.paper OR NEW.docx <> OLD.docx OR NEW.pdf <> OLD.pdf)))
EXECUTE FUNCTION issued_letter_stays();
CREATE TRIGGER letter_is_kept BEFORE DELETE ON letter
FOR EACH ROW EXECUTE FUNCTION issued_letter_stays();
