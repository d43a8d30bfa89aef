//! The statements of recognition.

/// The columns of a dossier, in the order in which `Recognition::read` reads them.
macro_rules! columns {
    () => {
        "r.id, r.unit, r.standard, r.as_of, r.state, r.reason, r.waiver, r.submitted_on, r.paper, \
         r.decided_on, r.valid_to, r.revoked_by, r.revoked_on, r.version, u.name, r.kept, \
         u.valid_to FROM recognition r JOIN unit u ON u.code = r.unit"
    };
}

pub(super) const ONE: &str = concat!("SELECT ", columns!(), " WHERE r.commune = $1 AND r.id = $2");
/// Those at work first, then the newest.
pub(super) const LIST: &str = concat!(
    "SELECT ",
    columns!(),
    " WHERE r.commune = $1 AND (CAST($2 AS TEXT) IS NULL OR r.unit = $2) ORDER BY CASE \
     WHEN r.state IN ('preparing', 'submitted', 'returned') THEN 0 ELSE 1 END, \
     r.as_of DESC, r.id DESC"
);
/// What stands in the way of another dossier: one at work, or a recognition without an end.
pub(super) const IN_THE_WAY: &str = "SELECT state FROM recognition \
     WHERE commune = $1 AND unit = $2 AND standard = $3 \
     AND (state IN ('preparing', 'submitted', 'returned') \
         OR (state = 'recognised' AND valid_to IS NULL))";
pub(super) const ADD: &str = "INSERT INTO recognition (commune, id, unit, standard, as_of, state, \
     version) VALUES ($1, $2, $3, $4, $5, 'preparing', 1)";
pub(super) const SET_DAY: &str = "UPDATE recognition SET as_of = $1, version = version + 1 \
     WHERE commune = $2 AND id = $3 AND version = $4 AND state IN ('preparing', 'returned')";
pub(super) const SUBMIT: &str = "UPDATE recognition SET state = 'submitted', reason = NULL, \
     waiver = $1, submitted_on = $2, kept = $3, version = version + 1 \
     WHERE commune = $4 AND id = $5 AND version = $6 AND state IN ('preparing', 'returned')";
pub(super) const RETURN: &str = "UPDATE recognition SET state = 'returned', reason = $1, \
     version = version + 1 WHERE commune = $2 AND id = $3 AND version = $4 AND state = 'submitted'";
pub(super) const WITHDRAW: &str = "UPDATE recognition SET state = 'withdrawn', reason = $1, \
     version = version + 1 WHERE commune = $2 AND id = $3 AND version = $4 \
     AND state IN ('preparing', 'submitted', 'returned')";
pub(super) const RECOGNISE: &str = "UPDATE recognition SET state = 'recognised', paper = $1, \
     decided_on = $2, valid_to = $3, version = version + 1 \
     WHERE commune = $4 AND id = $5 AND version = $6 AND state = 'submitted'";
pub(super) const REVOKE: &str = "UPDATE recognition SET state = 'revoked', reason = $1, \
     revoked_by = $2, revoked_on = $3, version = version + 1 \
     WHERE commune = $4 AND id = $5 AND version = $6 AND state = 'recognised'";

/// What is attached to a dossier now, with the names of papers and files.
pub(super) const ATTACHED: &str = "SELECT a.id, a.part, a.paper, a.file, a.note, a.attached_on, \
     p.number, p.title, p.issued_on, f.name, f.media, p.readers, p.withdrawn_on \
     FROM recognition_paper a \
     LEFT JOIN paper p ON p.commune = a.commune AND p.id = a.paper \
     LEFT JOIN file f ON f.commune = a.commune AND f.id = a.file \
     WHERE a.commune = $1 AND a.recognition = $2 AND a.detached_on IS NULL ORDER BY a.id";
pub(super) const ATTACH: &str = "INSERT INTO recognition_paper (commune, id, recognition, part, \
     paper, file, note, attached_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
pub(super) const DETACH: &str = "UPDATE recognition_paper SET detached_on = $1 \
     WHERE commune = $2 AND id = $3 AND recognition = $4 AND detached_on IS NULL";
/// Each attachment moves the dossier on, so that two at once are noticed and a submission is not
/// overtaken.
pub(super) const TOUCH: &str = "UPDATE recognition SET version = version + 1 \
     WHERE commune = $1 AND id = $2 AND state IN ('preparing', 'returned')";
pub(super) const OF_FILE: &str =
    "SELECT recognition FROM recognition_paper WHERE commune = $1 AND file = $2";
