ALTER TABLE fund_entry DROP CONSTRAINT fund_entry_matter_check;
ALTER TABLE fund_entry ADD CONSTRAINT fund_entry_matter_check CHECK (matter IN ('income', 'commitment',
    'release', 'payment', 'organising', 'spending', 'claim', 'recovery'));
-- The checks without a name of their own were given one by their order.
ALTER TABLE fund_entry DROP CONSTRAINT fund_entry_check1;
ALTER TABLE fund_entry ADD CONSTRAINT of_a_line_or_not
    CHECK ((matter IN ('commitment', 'release', 'payment', 'claim', 'recovery'))
        = (decision IS NOT NULL AND seq IS NOT NULL));
CREATE TRIGGER fund_revoked_keeps_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON fund_revoked
FOR EACH STATEMENT EXECUTE FUNCTION fund_is_append_only();
