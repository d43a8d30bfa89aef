CREATE TRIGGER contribution_keeps_rows BEFORE DELETE ON contribution
BEGIN SELECT RAISE(ABORT, 'the ledger is corrected by reversal'); END;
CREATE TRIGGER contribution_keeps_values BEFORE UPDATE ON contribution
BEGIN SELECT RAISE(ABORT, 'the ledger is corrected by reversal'); END;
