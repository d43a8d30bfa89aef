//! The statements of files.

pub(super) const ADD: &str = "INSERT INTO file (commune, id, name, media, bytes, sha256, content, \
     added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
pub(super) const CONTENT: &str = "SELECT media, content FROM file WHERE commune = $1 AND id = $2";
pub(super) const FACTS: &str =
    "SELECT id, name, media, bytes, sha256 FROM file WHERE commune = $1 AND id = $2";
