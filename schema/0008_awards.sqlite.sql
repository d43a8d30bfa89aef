-- An issued decision and its list never change.
CREATE TRIGGER issued_decision_stays BEFORE UPDATE ON decision WHEN OLD.state = 'issued'
BEGIN SELECT RAISE(ABORT, 'an issued decision never changes'); END;
CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision WHEN OLD.state = 'issued'
BEGIN SELECT RAISE(ABORT, 'an issued decision never changes'); END;
CREATE TRIGGER issued_list_takes_nobody BEFORE INSERT ON decision_award
WHEN (SELECT state FROM decision WHERE commune = NEW.commune AND id = NEW.decision) = 'issued'
BEGIN SELECT RAISE(ABORT, 'an issued decision never changes'); END;
CREATE TRIGGER issued_list_stays BEFORE UPDATE ON decision_award
WHEN (SELECT state FROM decision WHERE commune = OLD.commune AND id = OLD.decision) = 'issued'
BEGIN SELECT RAISE(ABORT, 'an issued decision never changes'); END;
CREATE TRIGGER issued_list_loses_nobody BEFORE DELETE ON decision_award
WHEN (SELECT state FROM decision WHERE commune = OLD.commune AND id = OLD.decision) = 'issued'
BEGIN SELECT RAISE(ABORT, 'an issued decision never changes'); END;
