//! The statements of units.

pub(super) const ONE: &str =
    "SELECT code, name, kind, parent, valid_from, valid_to FROM unit WHERE code = $1";
pub(super) const CHILDREN: &str =
    "SELECT code, name, kind, parent, valid_from, valid_to FROM unit WHERE parent = $1";
pub(super) const SUCCESSORS: &str = "SELECT u.code, u.name, u.kind, u.parent, u.valid_from, \
     u.valid_to FROM unit_successor s JOIN unit u ON u.code = s.successor \
     WHERE s.unit = $1 ORDER BY u.code";
pub(super) const PREDECESSORS: &str = "SELECT u.code, u.name, u.kind, u.parent, u.valid_from, \
     u.valid_to FROM unit_successor s JOIN unit u ON u.code = s.unit \
     WHERE s.successor = $1 ORDER BY u.code";
pub(super) const SEARCH: &str = "SELECT code, name, kind, parent, valid_from, valid_to FROM unit \
     WHERE CAST($1 AS TEXT) IS NULL OR folded LIKE $1 OR code = $2 ORDER BY folded, code LIMIT $3";
pub(super) const ADD: &str = "INSERT INTO unit (name, folded, kind, parent, valid_from, valid_to, \
     code) VALUES ($1, $2, $3, $4, $5, $6, $7)";
pub(super) const UPDATE: &str = "UPDATE unit SET name = $1, folded = $2, kind = $3, parent = $4, \
     valid_from = $5, valid_to = $6 WHERE code = $7";
/// Another commune in the same database.
pub(super) const OTHER_COMMUNE: &str = "SELECT commune FROM account WHERE commune <> $1 LIMIT 1";
pub(super) const HAS_SUCCESSOR: &str =
    "SELECT 1 FROM unit_successor WHERE unit = $1 AND successor = $2";
pub(super) const ADD_SUCCESSOR: &str =
    "INSERT INTO unit_successor (unit, successor) VALUES ($1, $2)";
