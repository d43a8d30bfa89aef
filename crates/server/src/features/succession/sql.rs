//! The statements of succession.

pub(super) const BROUGHT: &str = "SELECT indicator, amount, numerator, denominator, met, \
     measured_on, note, version FROM old_figure \
     WHERE commune = $1 AND unit = $2 AND standard = $3 ORDER BY indicator";
pub(super) const BROUGHT_UNITS: &str =
    "SELECT DISTINCT unit FROM old_figure WHERE commune = $1 AND standard = $2 ORDER BY unit";
pub(super) const BRING: &str = "INSERT INTO old_figure (amount, numerator, denominator, met, \
     measured_on, note, brought_by, commune, unit, standard, indicator, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)";
pub(super) const CORRECT: &str = "UPDATE old_figure SET amount = $1, numerator = $2, \
     denominator = $3, met = $4, measured_on = $5, note = $6, brought_by = $7, \
     version = version + 1 WHERE commune = $8 AND unit = $9 AND standard = $10 \
     AND indicator = $11 AND version = $12";
pub(super) const ANSWERS: &str = "SELECT indicator, amount, numerator, denominator, met, \
     measured_on, reason, answered_by, step FROM succession_answer \
     WHERE commune = $1 AND unit = $2 AND standard = $3 ORDER BY indicator, step";
pub(super) const ANSWER: &str = "INSERT INTO succession_answer (commune, unit, standard, indicator, \
     step, amount, numerator, denominator, met, measured_on, reason, answered_by) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
