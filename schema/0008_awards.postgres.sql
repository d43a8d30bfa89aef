-- An issued decision and its list never change.
CREATE FUNCTION issued_decision_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'an issued decision never changes'; END $$;
CREATE TRIGGER issued_decision_stays BEFORE UPDATE OR DELETE ON decision
FOR EACH ROW WHEN (OLD.state = 'issued') EXECUTE FUNCTION issued_decision_stays();

CREATE FUNCTION issued_list_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ DECLARE line decision_award;
BEGIN
    IF TG_OP = 'INSERT' THEN line := NEW; ELSE line := OLD; END IF;
    IF EXISTS (SELECT 1 FROM decision d
        WHERE d.commune = line.commune AND d.id = line.decision AND d.state = 'issued') THEN
        RAISE EXCEPTION 'an issued decision never changes';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER issued_list_stays BEFORE INSERT OR UPDATE OR DELETE ON decision_award
FOR EACH ROW EXECUTE FUNCTION issued_list_stays();
