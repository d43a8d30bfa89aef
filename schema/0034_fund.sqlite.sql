CREATE TRIGGER fund_entry_keeps_rows BEFORE DELETE ON fund_entry
BEGIN SELECT RAISE(ABORT, 'the fund is corrected by reversal'); END;
CREATE TRIGGER fund_entry_keeps_values BEFORE UPDATE ON fund_entry
BEGIN SELECT RAISE(ABORT, 'the fund is corrected by reversal'); END;
CREATE TRIGGER fund_closing_keeps_rows BEFORE DELETE ON fund_closing
BEGIN SELECT RAISE(ABORT, 'a closed year stays closed'); END;
CREATE TRIGGER fund_closing_keeps_values BEFORE UPDATE ON fund_closing
BEGIN SELECT RAISE(ABORT, 'a closed year stays closed'); END;
