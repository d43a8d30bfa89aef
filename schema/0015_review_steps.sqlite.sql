UPDATE indicator_value SET sent_on = (
    SELECT date(min(j.at), '+7 hours')
    FROM journal j WHERE j.commune = indicator_value.commune AND j.record_kind = 'indicator_value'
        AND j.record_id = indicator_value.id AND j.new_values LIKE '%"state":"sent"%');

-- SQLite cannot change the constraints of a table, so both are made anew, the evidence after its value.
CREATE TABLE indicator_value_next (
    commune       TEXT NOT NULL,
    id            TEXT NOT NULL,
    unit          TEXT NOT NULL REFERENCES unit (code),
    standard      TEXT NOT NULL,
    indicator     TEXT NOT NULL,
    period        TEXT NOT NULL,
    amount        BIGINT,
    numerator     BIGINT,
    denominator   BIGINT,
    met           BOOLEAN,
    measured_on   TEXT NOT NULL,
    note          TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'verified', 'accepted', 'returned',
        'questioned')),
    reason        TEXT,
    entered_by    TEXT NOT NULL,
    decided_by    TEXT,
    version       BIGINT NOT NULL,
    verified_by   TEXT,
    returned_by   TEXT,
    questioned_by TEXT,
    sent_on       TEXT,
    PRIMARY KEY (commune, id),
    UNIQUE (commune, unit, standard, indicator, period)
);
INSERT INTO indicator_value_next (commune, id, unit, standard, indicator, period, amount, numerator,
    denominator, met, measured_on, note, state, reason, entered_by, decided_by, version, verified_by,
    returned_by, questioned_by, sent_on)
SELECT commune, id, unit, standard, indicator, period, amount, numerator,
    denominator, met, measured_on, note, state, reason, entered_by, decided_by, version, verified_by,
    returned_by, questioned_by, sent_on
FROM indicator_value;

CREATE TABLE indicator_evidence_next (
    commune TEXT NOT NULL,
    value   TEXT NOT NULL,
    file    TEXT NOT NULL,
    note    TEXT NOT NULL,
    PRIMARY KEY (commune, value, file),
    FOREIGN KEY (commune, value) REFERENCES indicator_value_next (commune, id),
    FOREIGN KEY (commune, file) REFERENCES file (commune, id)
);
INSERT INTO indicator_evidence_next (commune, value, file, note)
SELECT commune, value, file, note FROM indicator_evidence;

DROP TABLE indicator_evidence;
DROP TABLE indicator_value;
ALTER TABLE indicator_value_next RENAME TO indicator_value;
ALTER TABLE indicator_evidence_next RENAME TO indicator_evidence;
CREATE INDEX indicator_value_by_state ON indicator_value (commune, state);
