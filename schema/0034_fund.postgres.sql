CREATE FUNCTION fund_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the fund is corrected by reversal'; END $$;
CREATE TRIGGER fund_entry_keeps_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON fund_entry
FOR EACH STATEMENT EXECUTE FUNCTION fund_is_append_only();
CREATE TRIGGER fund_closing_keeps_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON fund_closing
FOR EACH STATEMENT EXECUTE FUNCTION fund_is_append_only();
