//! The statements of recorded awards.

pub(super) const ADD: &str = "INSERT INTO honour (commune, id, subject_kind, subject, name, bare, \
     sort_key, village, award, award_name, number, issued_on, year, issuer, achievement, paper, file, \
     brought, line, level, nomination, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, \
     $16, $17, $18, $19, $20, $21, 1)";
pub(super) const ONE: &str = "SELECT subject_kind, subject, name, village, award, award_name, number, \
     issued_on, year, issuer, achievement, paper, file, brought, withdrawn_on, withdrawn_why, version, \
     level, nomination FROM honour WHERE commune = $1 AND id = $2";
pub(super) const EARLIER: &str = "SELECT award, issued_on, year, achievement FROM honour \
     WHERE commune = $1 AND subject_kind = $2 AND subject = $3 AND withdrawn_on IS NULL \
     AND award IS NOT NULL AND nomination IS NULL ORDER BY year, id";
pub(super) const LINK: &str = "UPDATE honour SET subject = $1, village = $2, version = version + 1 \
     WHERE commune = $3 AND id = $4 AND version = $5 AND withdrawn_on IS NULL";
pub(super) const WITHDRAW: &str = "UPDATE honour SET withdrawn_on = $1, withdrawn_why = $2, \
     version = version + 1 WHERE commune = $3 AND id = $4 AND version = $5 AND withdrawn_on IS NULL";
pub(super) const OF_NOMINATION: &str =
    "SELECT id FROM honour WHERE commune = $1 AND nomination = $2 AND withdrawn_on IS NULL";
pub(super) const WITHDRAW_LATEST: &str = "UPDATE honour SET withdrawn_on = $1, withdrawn_why = $2, \
     version = version + 1 WHERE commune = $3 AND id = $4 AND withdrawn_on IS NULL";
