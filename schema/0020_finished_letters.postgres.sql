ALTER TABLE letter DROP CONSTRAINT letter_state_check;
ALTER TABLE letter ADD CONSTRAINT letter_state_check
    CHECK (state IN ('draft', 'issued', 'finished', 'withdrawn', 'discarded'));
-- The checks without a name of their own were given one by their order.
ALTER TABLE letter DROP CONSTRAINT letter_check1;
ALTER TABLE letter ADD CONSTRAINT kept_once_it_is_out
    CHECK ((state IN ('issued', 'finished', 'withdrawn'))
        = (issued_on IS NOT NULL AND docx IS NOT NULL AND pdf IS NOT NULL));
ALTER TABLE letter ADD CONSTRAINT numbered_where_it_has_a_book
    CHECK ((state IN ('issued', 'withdrawn') AND symbol <> '')
        = (number IS NOT NULL AND year IS NOT NULL AND paper IS NOT NULL));
ALTER TABLE letter ADD CONSTRAINT issued_or_finished
    CHECK ((state <> 'issued' OR symbol <> '') AND (state <> 'finished' OR symbol = ''));

-- What is issued or finished changes in one way only: it is withdrawn. What was given up stays.
DROP TRIGGER issued_letter_stays ON letter;
CREATE TRIGGER issued_letter_stays BEFORE UPDATE ON letter FOR EACH ROW
WHEN (OLD.state IN ('withdrawn', 'discarded') OR (OLD.state IN ('issued', 'finished') AND (
    NEW.state <> 'withdrawn' OR NEW.sort <> OLD.sort OR NEW.title <> OLD.title
    OR NEW.typed <> OLD.typed OR NEW.signer_post <> OLD.signer_post
    OR NEW.signer_name <> OLD.signer_name OR NEW.readers <> OLD.readers
    OR NEW.symbol <> OLD.symbol OR NEW.issued_on <> OLD.issued_on OR NEW.docx <> OLD.docx
    OR NEW.pdf <> OLD.pdf OR NEW.year IS DISTINCT FROM OLD.year
    OR NEW.number IS DISTINCT FROM OLD.number OR NEW.paper IS DISTINCT FROM OLD.paper)))
EXECUTE FUNCTION issued_letter_stays();
