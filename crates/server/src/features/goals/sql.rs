//! The statements of goals.

pub(super) const ALL: &str = "SELECT g.id, g.unit, u.name, g.standard, g.aim, g.due, g.planned, \
     g.note, g.movement, g.withdrawn, g.version FROM goal g JOIN unit u ON u.code = g.unit \
     WHERE g.commune = $1 AND NOT g.withdrawn ORDER BY g.due, g.id";
pub(super) const ONE: &str = "SELECT g.id, g.unit, u.name, g.standard, g.aim, g.due, g.planned, \
     g.note, g.movement, g.withdrawn, g.version FROM goal g JOIN unit u ON u.code = g.unit \
     WHERE g.commune = $1 AND g.id = $2";
pub(super) const ADD: &str = "INSERT INTO goal (due, year, planned, note, movement, commune, id, unit, \
     standard, aim, withdrawn, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)";
pub(super) const CHANGE: &str = "UPDATE goal SET due = $1, year = $2, planned = $3, note = $4, \
     withdrawn = $5, version = version + 1 WHERE commune = $6 AND id = $7 AND version = $8 \
     AND NOT withdrawn";
