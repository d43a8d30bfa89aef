//! The statements of signing.

pub(super) const PREPARE: &str =
    "INSERT INTO paper_signing (commune, paper, ready, version) VALUES ($1, $2, $3, 1)";
pub(super) const BRING_BACK: &str = "UPDATE paper_signing SET signed = $1, signed_by = $2, \
     signed_at = $3, version = version + 1 WHERE commune = $4 AND paper = $5 AND version = $6";
pub(super) const ONE: &str = "SELECT ready, signed, signed_by, signed_at, version \
     FROM paper_signing WHERE commune = $1 AND paper = $2";
