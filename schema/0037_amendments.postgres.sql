-- What is issued or discarded never changes.
CREATE TRIGGER issued_amendment_stays BEFORE UPDATE ON amendment
FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION issued_decision_stays();
CREATE TRIGGER amendment_is_kept BEFORE DELETE ON amendment
FOR EACH ROW EXECUTE FUNCTION issued_decision_stays();
CREATE FUNCTION issued_amendment_line_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ DECLARE line amendment_line;
BEGIN
    IF TG_OP = 'INSERT' THEN line := NEW; ELSE line := OLD; END IF;
    IF TG_OP = 'DELETE' OR EXISTS (SELECT 1 FROM amendment m
        WHERE m.commune = line.commune AND m.id = line.amendment AND m.state <> 'draft') THEN
        RAISE EXCEPTION 'an issued decision never changes';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER issued_amendment_line_stays BEFORE INSERT OR UPDATE OR DELETE ON amendment_line
FOR EACH ROW EXECUTE FUNCTION issued_amendment_line_stays();
