//! The statements of how certificates are printed.

pub(super) const SETUP: &str = "SELECT emblem, right_tenths, down_tenths, version \
     FROM certificate_setup WHERE commune = $1";
pub(super) const ADD_SETUP: &str = "INSERT INTO certificate_setup (emblem, right_tenths, \
     down_tenths, commune, version) VALUES ($1, $2, $3, $4, CAST($5 AS BIGINT) + 1)";
pub(super) const SET: &str = "UPDATE certificate_setup SET emblem = $1, right_tenths = $2, \
     down_tenths = $3, version = version + 1 WHERE commune = $4 AND version = $5";

/// A list of keys under one condition.
macro_rules! keys {
    ($which:literal) => {
        concat!(
            "SELECT commune, public_key, valid_from, valid_to FROM certificate_key ",
            $which,
            " ORDER BY commune, CASE WHEN valid_to IS NULL THEN 0 ELSE 1 END, valid_from DESC, id"
        )
    };
}
pub(super) const KEYS: &str = keys!("WHERE commune = $1");
pub(super) const KEYS_NAMED: &str = keys!("WHERE id = $1");
pub(super) const ALL_KEYS: &str = keys!("");
pub(super) const ADD_KEY: &str = "INSERT INTO certificate_key (commune, id, public_key, valid_from) \
     VALUES ($1, $2, $3, $4)";
pub(super) const END_KEY: &str = "UPDATE certificate_key SET valid_to = $1 \
     WHERE commune = $2 AND id = $3 AND valid_to IS NULL";
pub(super) const SEED: &str = "SELECT s.seed FROM certificate_key k \
     JOIN certificate_secret s ON s.commune = k.commune AND s.key = k.id \
     WHERE k.commune = $1 AND k.valid_to IS NULL";
pub(super) const ADD_SEED: &str =
    "INSERT INTO certificate_secret (commune, key, seed) VALUES ($1, $2, $3)";
pub(super) const DROP_SEED: &str = "DELETE FROM certificate_secret WHERE commune = $1 AND key = $2";
