CREATE TRIGGER fund_payment_keeps_rows BEFORE DELETE ON fund_payment
BEGIN SELECT RAISE(ABORT, 'the fund is corrected by reversal'); END;
CREATE TRIGGER fund_payment_keeps_values BEFORE UPDATE ON fund_payment
BEGIN SELECT RAISE(ABORT, 'the fund is corrected by reversal'); END;
