ALTER TABLE indicator_value DROP CONSTRAINT indicator_value_state_check;
ALTER TABLE indicator_value ADD CONSTRAINT indicator_value_state_check
    CHECK (state IN ('draft', 'sent', 'verified', 'accepted', 'returned', 'questioned'));
UPDATE indicator_value v SET sent_on = (
    SELECT to_char(min(j.at)::timestamptz AT TIME ZONE 'UTC' + interval '7 hours', 'YYYY-MM-DD')
    FROM journal j WHERE j.commune = v.commune AND j.record_kind = 'indicator_value'
        AND j.record_id = v.id AND j.new_values LIKE '%"state":"sent"%');
