//! The statements of maps.

pub(super) const IN_USE: &str = "SELECT id, file_name, sha256, outlines, note, brought_on, state, \
     version FROM village_map WHERE commune = $1 AND state = 'in_use'";
pub(super) const ONE: &str = "SELECT id, file_name, sha256, outlines, note, brought_on, state, \
     version FROM village_map WHERE commune = $1 AND id = $2";
pub(super) const ALL: &str = "SELECT id, file_name, sha256, '', note, brought_on, state, version \
     FROM village_map WHERE commune = $1 AND state <> 'discarded' ORDER BY brought_on DESC, id DESC";
pub(super) const ADD: &str = "INSERT INTO village_map (file_name, sha256, source, outlines, note, \
     brought_on, commune, id, state, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'draft', 1)";
pub(super) const REPLACE: &str = "UPDATE village_map SET state = 'replaced', version = version + 1 \
     WHERE commune = $1 AND id = $2 AND version = $3";
pub(super) const USE: &str = "UPDATE village_map SET outlines = $1, state = 'in_use', \
     version = version + 1 WHERE commune = $2 AND id = $3 AND version = $4 AND state = 'draft'";
pub(super) const DISCARD: &str = "UPDATE village_map SET state = 'discarded', version = version + 1 \
     WHERE commune = $1 AND id = $2 AND version = $3 AND state = 'draft'";
