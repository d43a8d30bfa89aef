ALTER TABLE indicator_value DROP CONSTRAINT indicator_value_state_check;
ALTER TABLE indicator_value ADD CONSTRAINT indicator_value_state_check
    CHECK (state IN ('draft', 'sent', 'verified', 'accepted', 'returned', 'questioned'));
