-- An issued letter changes in one way only: it is withdrawn. What was given up stays.
CREATE TRIGGER issued_letter_stays BEFORE UPDATE ON letter
WHEN OLD.state IN ('withdrawn', 'discarded') OR (OLD.state = 'issued' AND (
    NEW.state <> 'withdrawn' OR NEW.sort <> OLD.sort OR NEW.title <> OLD.title
    OR NEW.typed <> OLD.typed OR NEW.signer_post <> OLD.signer_post
    OR NEW.signer_name <> OLD.signer_name OR NEW.readers <> OLD.readers OR NEW.year <> OLD.year
    OR NEW.number <> OLD.number OR NEW.symbol <> OLD.symbol OR NEW.issued_on <> OLD.issued_on
    OR NEW.paper <> OLD.paper OR NEW.docx <> OLD.docx OR NEW.pdf <> OLD.pdf))
BEGIN SELECT RAISE(ABORT, 'an issued letter never changes'); END;
CREATE TRIGGER letter_is_kept BEFORE DELETE ON letter
BEGIN SELECT RAISE(ABORT, 'a letter is kept'); END;
