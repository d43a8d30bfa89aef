//! The statements of indicator values.

pub(super) const COLUMNS_OF_ONE: &str = "SELECT id, unit, standard, indicator, period, amount, \
     numerator, denominator, met, measured_on, note, state, reason, entered_by, decided_by, version, \
     verified_by, returned_by, questioned_by, sent_on FROM indicator_value \
     WHERE commune = $1 AND id = $2";
pub(super) const OF_INDICATOR: &str = "SELECT id, unit, standard, indicator, period, amount, \
     numerator, denominator, met, measured_on, note, state, reason, entered_by, decided_by, version, \
     verified_by, returned_by, questioned_by, sent_on FROM indicator_value \
     WHERE commune = $1 AND unit = $2 AND standard = $3 AND indicator = $4 ORDER BY period DESC";
pub(super) const OF_UNIT: &str = "SELECT id, unit, standard, indicator, period, amount, numerator, \
     denominator, met, measured_on, note, state, reason, entered_by, decided_by, version, \
     verified_by, returned_by, questioned_by, sent_on FROM indicator_value \
     WHERE commune = $1 AND unit = $2 AND standard = $3 \
     ORDER BY indicator, period";
pub(super) const OF_STANDARD: &str = "SELECT id, unit, standard, indicator, period, amount, \
     numerator, denominator, met, measured_on, note, state, reason, entered_by, decided_by, version, \
     verified_by, returned_by, questioned_by, sent_on FROM indicator_value \
     WHERE commune = $1 AND standard = $2 ORDER BY unit, indicator, period";
pub(super) const OF_PERIOD: &str = "SELECT id, unit, standard, indicator, period, amount, \
     numerator, denominator, met, measured_on, note, state, reason, entered_by, decided_by, version, \
     verified_by, returned_by, questioned_by, sent_on FROM indicator_value \
     WHERE commune = $1 AND standard = $2 AND period = $3";
pub(super) const BY_STATE: &str = "SELECT id, unit, standard, indicator, period, amount, numerator, \
     denominator, met, measured_on, note, state, reason, entered_by, decided_by, version, \
     verified_by, returned_by, questioned_by, sent_on FROM indicator_value \
     WHERE commune = $1 AND state = $2 ORDER BY measured_on, id";

pub(super) const ADD: &str = "INSERT INTO indicator_value (amount, numerator, denominator, met, \
     measured_on, note, state, entered_by, commune, id, unit, standard, indicator, period, version) \
     VALUES ($1, $2, $3, $4, $5, $6, 'draft', $7, $8, $9, $10, $11, $12, $13, 1)";
pub(super) const CORRECT: &str = "UPDATE indicator_value SET amount = $1, numerator = $2, \
     denominator = $3, met = $4, measured_on = $5, note = $6, entered_by = $7, \
     version = version + 1 WHERE commune = $8 AND id = $9 AND version = $10";
pub(super) const MOVE: &str = "UPDATE indicator_value SET state = $1, reason = $2, decided_by = $3, \
     met = $4, verified_by = $5, returned_by = $6, questioned_by = $7, sent_on = $8, \
     version = version + 1 WHERE commune = $9 AND id = $10 AND version = $11";

pub(super) const ADD_EVIDENCE: &str =
    "INSERT INTO indicator_evidence (commune, value, file, note) VALUES ($1, $2, $3, $4)";
pub(super) const EVIDENCE: &str = "SELECT e.file, f.name, f.media FROM indicator_evidence e \
     JOIN file f ON f.commune = e.commune AND f.id = e.file \
     WHERE e.commune = $1 AND e.value = $2 ORDER BY e.file";
pub(super) const EVIDENCE_OF: &str = "SELECT v.unit FROM indicator_evidence e \
     JOIN indicator_value v ON v.commune = e.commune AND v.id = e.value \
     WHERE e.commune = $1 AND e.file = $2";

/// How many files back each value of a standard and a period.
pub(super) const EVIDENCE_OF_PERIOD: &str = "SELECT e.value, CAST(count(*) AS BIGINT) \
     FROM indicator_evidence e \
     JOIN indicator_value v ON v.commune = e.commune AND v.id = e.value \
     WHERE v.commune = $1 AND v.standard = $2 AND v.period = $3 GROUP BY e.value";
/// Standards and periods of which villages have handed something in.
pub(super) const REPORTED: &str = "SELECT DISTINCT standard, period FROM indicator_value \
     WHERE commune = $1 AND period >= $2 AND state NOT IN ('draft', 'returned') \
     ORDER BY period DESC, standard";

pub(super) const ACCEPTED: &str = "SELECT id, unit, standard, indicator, period, amount, numerator, \
     denominator, met, measured_on, note, state, reason, entered_by, decided_by, version, \
     verified_by, returned_by, questioned_by, sent_on \
     FROM indicator_value WHERE commune = $1 AND unit = $2 AND standard = $3 AND period = $4 \
     AND state = 'accepted'";
pub(super) const KEEP_PACKED: &str = "INSERT INTO unit_figures \
     (commune, unit, standard, period, figures) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (commune, unit, standard, period) DO UPDATE SET figures = excluded.figures";
pub(super) const UNPACKED: &str =
    "SELECT commune, unit, standard, period FROM unit_figures WHERE figures IS NULL";
pub(super) const PACKED_OF_UNIT: &str = "SELECT figures FROM unit_figures \
     WHERE commune = $1 AND unit = $2 AND standard = $3 AND period = $4";
pub(super) const PACKED_OF_COMMUNES: &str = "SELECT commune, period, figures FROM unit_figures \
     WHERE standard = $1 AND commune >= $2 AND commune <= $3 AND figures IS NOT NULL";
/// Units above the villages, to find the province of a commune.
pub(super) const UPPER_UNITS: &str =
    "SELECT code, kind, parent FROM unit WHERE kind <> 'village' ORDER BY code";
pub(super) const DUE: &str =
    "SELECT due, version FROM indicator_due WHERE commune = $1 AND standard = $2 AND period = $3";
pub(super) const ADD_DUE: &str = "INSERT INTO indicator_due (due, commune, standard, period, version) \
     VALUES ($1, $2, $3, $4, 1)";
pub(super) const MOVE_DUE: &str = "UPDATE indicator_due SET due = $1, version = version + 1 \
     WHERE commune = $2 AND standard = $3 AND period = $4 AND version = $5";
pub(super) const REMINDERS: &str = "SELECT unit, max(reminded_on) FROM indicator_reminder \
     WHERE commune = $1 AND standard = $2 AND period = $3 GROUP BY unit";
pub(super) const REMINDED: &str = "SELECT DISTINCT unit, standard, period FROM indicator_reminder WHERE commune = $1 \
     ORDER BY unit, standard, period";
pub(super) const REMIND: &str = "INSERT INTO indicator_reminder (commune, unit, standard, period, \
     reminded_on, reminded_by) VALUES ($1, $2, $3, $4, $5, $6)";
pub(super) const CHARGES: &str = "SELECT id, standard, criterion, account, valid_from, valid_to, \
     version FROM criterion_charge WHERE commune = $1 AND standard = $2 \
     ORDER BY criterion, valid_from, id";
pub(super) const ONE_CHARGE: &str = "SELECT id, standard, criterion, account, valid_from, valid_to, \
     version FROM criterion_charge WHERE commune = $1 AND id = $2";
pub(super) const IN_CHARGE: &str = "SELECT c.standard, c.criterion, c.account \
     FROM criterion_charge c JOIN account a ON a.commune = c.commune AND a.id = c.account \
     WHERE c.commune = $1 AND c.valid_from <= $2 AND (c.valid_to IS NULL OR c.valid_to >= $2) \
     AND NOT a.locked";
pub(super) const ADD_CHARGE: &str = "INSERT INTO criterion_charge (commune, id, standard, criterion, \
     account, valid_from, valid_to, version) VALUES ($1, $2, $3, $4, $5, $6, $7, 1)";
pub(super) const END_CHARGE: &str = "UPDATE criterion_charge SET valid_to = $1, \
     version = version + 1 WHERE commune = $2 AND id = $3 AND version = $4";
