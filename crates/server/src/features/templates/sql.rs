//! The statements of templates.

/// Versions under one condition.
macro_rules! versions {
    ($which:literal) => {
        concat!(
            "SELECT v.number, v.file, f.name, v.note, v.added_by, v.added_at ",
            "FROM template_version v JOIN file f ON f.commune = v.commune AND f.id = v.file ",
            "WHERE v.commune = $1 AND v.sort = $2 ",
            $which
        )
    };
}
pub(super) const VERSIONS: &str = versions!("ORDER BY v.number DESC");
pub(super) const VERSION: &str = versions!("AND v.number = $3");
pub(super) const LAST_NUMBER: &str = "SELECT number FROM template_version \
     WHERE commune = $1 AND sort = $2 ORDER BY number DESC LIMIT 1";
pub(super) const ADD_VERSION: &str = "INSERT INTO template_version (commune, sort, number, file, \
     note, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
pub(super) const NEWEST_CHOICE: &str = "SELECT step, version, chosen_by, chosen_at \
     FROM template_choice WHERE commune = $1 AND sort = $2 ORDER BY step DESC LIMIT 1";
pub(super) const FILE_IN_USE: &str = "SELECT v.file FROM template_choice c \
     LEFT JOIN template_version v ON v.commune = c.commune AND v.sort = c.sort \
     AND v.number = c.version WHERE c.commune = $1 AND c.sort = $2 ORDER BY c.step DESC LIMIT 1";
/// The sorts for which an office's own version is in use.
pub(super) const OWN_IN_USE: &str = "SELECT c.sort FROM template_choice c \
     WHERE c.commune = $1 AND c.version IS NOT NULL AND NOT EXISTS (SELECT 1 \
     FROM template_choice n WHERE n.commune = c.commune AND n.sort = c.sort AND n.step > c.step) \
     ORDER BY c.sort";
pub(super) const CHOOSE: &str = "INSERT INTO template_choice (commune, sort, step, version, \
     chosen_by, chosen_at) VALUES ($1, $2, $3, $4, $5, $6)";
