-- What is issued or discarded never changes.
CREATE TRIGGER issued_amendment_stays BEFORE UPDATE ON amendment WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'an issued decision never changes'); END;
CREATE TRIGGER amendment_is_kept BEFORE DELETE ON amendment
BEGIN SELECT RAISE(ABORT, 'a decision is kept'); END;
CREATE TRIGGER issued_amendment_takes_no_line BEFORE INSERT ON amendment_line
WHEN (SELECT state FROM amendment WHERE commune = NEW.commune AND id = NEW.amendment) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'an issued decision never changes'); END;
CREATE TRIGGER issued_amendment_line_stays BEFORE UPDATE ON amendment_line
WHEN (SELECT state FROM amendment WHERE commune = OLD.commune AND id = OLD.amendment) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'an issued decision never changes'); END;
CREATE TRIGGER amendment_line_is_kept BEFORE DELETE ON amendment_line
BEGIN SELECT RAISE(ABORT, 'a decision is kept'); END;
