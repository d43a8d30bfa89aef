CREATE TRIGGER closed_survey_stays BEFORE UPDATE ON survey
WHEN OLD.state = 'withdrawn' OR OLD.seed <> NEW.seed OR OLD.frame <> NEW.frame
    OR (OLD.state = 'closed' AND (NEW.state <> 'withdrawn' OR NEW.contents <> OLD.contents
    OR NEW.asked <> OLD.asked OR NEW.counted_on <> OLD.counted_on))
BEGIN SELECT RAISE(ABORT, 'a draw and a closed survey never change'); END;
CREATE TRIGGER survey_is_kept BEFORE DELETE ON survey
BEGIN SELECT RAISE(ABORT, 'a survey is kept'); END;
