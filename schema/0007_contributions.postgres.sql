CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the ledger is corrected by reversal'; END $$;
CREATE TRIGGER contribution_keeps_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON contribution
FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
