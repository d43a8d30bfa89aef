CREATE FUNCTION closed_survey_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'a draw and a closed survey never change'; END $$;
CREATE TRIGGER closed_survey_stays BEFORE UPDATE ON survey FOR EACH ROW
WHEN (OLD.state = 'withdrawn' OR OLD.seed <> NEW.seed OR OLD.frame <> NEW.frame
    OR (OLD.state = 'closed' AND (NEW.state <> 'withdrawn' OR NEW.contents <> OLD.contents
    OR NEW.asked <> OLD.asked OR NEW.counted_on <> OLD.counted_on)))
EXECUTE FUNCTION closed_survey_stays();
CREATE TRIGGER survey_is_kept BEFORE DELETE ON survey
FOR EACH ROW EXECUTE FUNCTION closed_survey_stays();
