ALTER TABLE decision DROP CONSTRAINT decision_state_check;
ALTER TABLE decision ADD CONSTRAINT decision_state_check
    CHECK (state IN ('draft', 'issued', 'discarded'));
ALTER TABLE decision ADD CONSTRAINT discarded_for_a_reason
    CHECK ((state = 'discarded') = (discarded_because IS NOT NULL));
ALTER TABLE decision DROP CONSTRAINT decision_commune_sitting_movement_key;
CREATE UNIQUE INDEX one_decision_of_a_sitting ON decision (commune, sitting, movement)
WHERE state <> 'discarded';
ALTER TABLE decision_award DROP CONSTRAINT decision_award_commune_nomination_key;
CREATE INDEX decision_award_of_nomination ON decision_award (commune, nomination);

-- What is issued or discarded never changes.
DROP TRIGGER issued_decision_stays ON decision;
CREATE TRIGGER issued_decision_stays BEFORE UPDATE OR DELETE ON decision
FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION issued_decision_stays();
CREATE OR REPLACE FUNCTION issued_list_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ DECLARE line decision_award;
BEGIN
    IF TG_OP = 'INSERT' THEN line := NEW; ELSE line := OLD; END IF;
    IF EXISTS (SELECT 1 FROM decision d
        WHERE d.commune = line.commune AND d.id = line.decision AND d.state <> 'draft') THEN
        RAISE EXCEPTION 'an issued decision never changes';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
