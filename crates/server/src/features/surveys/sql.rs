//! The statements of surveys.

pub(super) const ONE: &str = "SELECT id, unit, standard, year, organiser, seed, frame, sample, \
     opened_on, contents, asked, counted_on, note, entered_by, state, reason, corrects, closed_on, \
     version FROM survey WHERE commune = $1 AND id = $2";
pub(super) const OF_YEAR: &str = "SELECT id, unit, standard, year, organiser, seed, frame, sample, \
     opened_on, contents, asked, counted_on, note, entered_by, state, reason, corrects, closed_on, \
     version FROM survey WHERE commune = $1 AND standard = $2 AND year = $3 ORDER BY id";
pub(super) const OPEN: &str = "SELECT id, unit, standard, year, organiser, seed, frame, sample, \
     opened_on, contents, asked, counted_on, note, entered_by, state, reason, corrects, closed_on, \
     version FROM survey WHERE commune = $1 AND state = 'open' ORDER BY id";

pub(super) const ADD: &str = "INSERT INTO survey (commune, id, unit, standard, year, organiser, \
     seed, frame, sample, opened_on, contents, asked, counted_on, note, entered_by, state, reason, \
     corrects, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, \
     'open', $16, $17, 1)";
pub(super) const ENTER: &str = "UPDATE survey SET asked = $1, counted_on = $2, contents = $3, \
     note = $4, entered_by = $5, version = version + 1 \
     WHERE commune = $6 AND id = $7 AND version = $8 AND state = 'open'";
pub(super) const CLOSE: &str = "UPDATE survey SET state = 'closed', closed_on = $1, \
     version = version + 1 WHERE commune = $2 AND id = $3 AND version = $4 AND state = 'open' \
     AND asked IS NOT NULL";
pub(super) const WITHDRAW: &str = "UPDATE survey SET state = 'withdrawn', reason = $1, \
     version = version + 1 WHERE commune = $2 AND id = $3 AND version = $4 \
     AND state <> 'withdrawn'";
