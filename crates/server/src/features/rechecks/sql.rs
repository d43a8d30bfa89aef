//! The statements of rechecks.

pub(super) const ALL: &str = "SELECT id, standard, period, seed, units, of_each, pool, drawn_by, \
     drawn_on FROM recheck WHERE commune = $1 ORDER BY drawn_on DESC, id DESC";
pub(super) const ONE: &str = "SELECT id, standard, period, seed, units, of_each, pool, drawn_by, \
     drawn_on FROM recheck WHERE commune = $1 AND id = $2";
pub(super) const LINES: &str = "SELECT recheck, number, value, unit, indicator, figure \
     FROM recheck_line WHERE commune = $1 AND recheck = $2 ORDER BY number";
pub(super) const ALL_LINES: &str = "SELECT recheck, number, value, unit, indicator, figure \
     FROM recheck_line WHERE commune = $1 ORDER BY recheck, number";
pub(super) const RESULTS: &str = "SELECT r.recheck, r.number, r.agrees, r.words, r.visited_on, \
     r.file, f.name, r.recorded_by, r.recorded_on FROM recheck_result r \
     LEFT JOIN file f ON f.commune = r.commune AND f.id = r.file \
     WHERE r.commune = $1 AND r.recheck = $2 ORDER BY r.recheck, r.number, r.step";
pub(super) const ALL_RESULTS: &str = "SELECT r.recheck, r.number, r.agrees, r.words, r.visited_on, \
     r.file, f.name, r.recorded_by, r.recorded_on FROM recheck_result r \
     LEFT JOIN file f ON f.commune = r.commune AND f.id = r.file \
     WHERE r.commune = $1 ORDER BY r.recheck, r.number, r.step";
pub(super) const ADD: &str = "INSERT INTO recheck (commune, id, standard, period, seed, units, \
     of_each, pool, drawn_by, drawn_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
pub(super) const ADD_LINE: &str = "INSERT INTO recheck_line (commune, recheck, number, value, unit, \
     indicator, figure) VALUES ($1, $2, $3, $4, $5, $6, $7)";
pub(super) const ADD_RESULT: &str = "INSERT INTO recheck_result (commune, recheck, number, step, \
     agrees, words, visited_on, file, recorded_by, recorded_on) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
pub(super) const UNIT_OF_FILE: &str = "SELECT l.unit FROM recheck_result r \
     JOIN recheck_line l ON l.commune = r.commune AND l.recheck = r.recheck \
     AND l.number = r.number WHERE r.commune = $1 AND r.file = $2";
