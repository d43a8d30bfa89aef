//! The statements of papers.

pub(super) const ADD: &str = "INSERT INTO paper (commune, id, kind, number, issued_on, issuer, place, \
     title, folded, signer_post, signer_name, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)";
pub(super) const SAME: &str = "SELECT id FROM paper WHERE commune = $1 AND kind = $2 \
     AND number = $3 AND issued_on = $4 AND issuer = $5";
pub(super) const ADD_BASIS: &str = "INSERT INTO paper_basis (commune, paper, seq, kind, number, \
     issued_on, issuer) VALUES ($1, $2, $3, $4, $5, $6, $7)";
pub(super) const ADD_RECIPIENT: &str =
    "INSERT INTO paper_recipient (commune, paper, seq, name) VALUES ($1, $2, $3, $4)";
pub(super) const ONE: &str = "SELECT id, kind, number, issued_on, issuer, place, title, \
     signer_post, signer_name FROM paper WHERE commune = $1 AND id = $2";
pub(super) const BASES: &str = "SELECT kind, number, issued_on, issuer FROM paper_basis \
     WHERE commune = $1 AND paper = $2 ORDER BY seq";
pub(super) const RECIPIENTS: &str =
    "SELECT name FROM paper_recipient WHERE commune = $1 AND paper = $2 ORDER BY seq";
pub(super) const LIST: &str = "SELECT id, kind, number, issued_on, issuer, place, title, \
     signer_post, signer_name FROM paper \
     WHERE commune = $1 AND (CAST($2 AS TEXT) IS NULL OR kind = $2) \
     AND (CAST($3 AS TEXT) IS NULL OR folded LIKE $3 OR number LIKE $4) \
     ORDER BY issued_on DESC, id DESC LIMIT $5 OFFSET $6";
pub(super) const COUNT: &str = "SELECT count(*) FROM (SELECT 1 AS one FROM paper \
     WHERE commune = $1 AND (CAST($2 AS TEXT) IS NULL OR kind = $2) \
     AND (CAST($3 AS TEXT) IS NULL OR folded LIKE $3 OR number LIKE $4) LIMIT $5) AS capped";

pub(super) const OPEN_REGISTER: &str = "INSERT INTO paper_register (commune, register, year, last) \
     VALUES ($1, $2, $3, 0) ON CONFLICT DO NOTHING";
/// The row lock that this takes is held until the transaction ends.
pub(super) const LOCK_REGISTER: &str = "UPDATE paper_register SET last = last \
     WHERE commune = $1 AND register = $2 AND year = $3 RETURNING last";
pub(super) const MOVE_REGISTER: &str = "UPDATE paper_register SET last = $1 \
     WHERE commune = $2 AND register = $3 AND year = $4";
pub(super) const LAST_NUMBER: &str = "SELECT last FROM paper_register \
     WHERE commune = $1 AND register = $2 AND year = $3";
