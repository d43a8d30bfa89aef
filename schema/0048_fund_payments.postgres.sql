CREATE TRIGGER fund_payment_keeps_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON fund_payment
FOR EACH STATEMENT EXECUTE FUNCTION fund_is_append_only();
ALTER TABLE fund_entry ADD FOREIGN KEY (commune, payment) REFERENCES fund_payment (commune, id);
