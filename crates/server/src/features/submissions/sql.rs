//! The statements of submissions.

/// The columns of a submission, in the order in which `Submission::read` reads them.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT s.id, s.nomination, \
             CASE WHEN s.given_up IS NULL THEN s.state ELSE 'given_up' END, s.level, s.due, s.version, \
             n.award, c.name, s.opened_on, (SELECT count(*) FROM submission_nominee x \
             WHERE x.commune = s.commune AND x.submission = s.id \
             AND (x.outcome IS NULL OR x.outcome <> 'taken_out')), s.given_up \
             FROM submission s \
             JOIN nomination n ON n.commune = s.commune AND n.id = s.nomination \
             JOIN contestant c ON c.commune = n.commune AND c.id = n.contestant \
             WHERE s.commune = $1",
            $rest
        )
    };
}

/// What is due first comes first, then what has no day, in the order of opening.
pub(super) const OPEN: &str = select!(
    " AND s.state NOT IN ('awarded', 'refused') AND s.given_up IS NULL \
     ORDER BY CASE WHEN s.due IS NULL THEN 1 ELSE 0 END, s.due, s.opened_on, s.id"
);
/// The newest first.
pub(super) const OVER: &str = select!(
    " AND (s.state IN ('awarded', 'refused') OR s.given_up IS NOT NULL) \
     ORDER BY s.opened_on DESC, s.id DESC LIMIT $2 OFFSET $3"
);
pub(super) const COUNT_OVER: &str = "SELECT count(*) FROM (SELECT 1 AS one FROM submission s \
     WHERE s.commune = $1 AND (s.state IN ('awarded', 'refused') OR s.given_up IS NOT NULL) \
     LIMIT $2) AS capped";
pub(super) const ONE: &str = select!(" AND s.id = $2");
pub(super) const HELD: &str = "SELECT nomination FROM submission_nominee WHERE commune = $1 \
     AND (outcome IS NULL OR outcome = 'awarded')";
pub(super) const NOMINEES: &str = "SELECT x.nomination, x.outcome FROM submission_nominee x \
     JOIN submission s ON s.commune = x.commune AND s.id = x.submission \
     WHERE x.commune = $1 AND x.submission = $2 ORDER BY \
     CASE WHEN x.nomination = s.nomination THEN 0 ELSE 1 END, x.nomination";
pub(super) const ADD_NOMINEE: &str =
    "INSERT INTO submission_nominee (commune, submission, nomination) VALUES ($1, $2, $3)";
pub(super) const END_NOMINEE: &str = "UPDATE submission_nominee SET outcome = $1 \
     WHERE commune = $2 AND submission = $3 AND nomination = $4";
pub(super) const GIVE_UP: &str = "UPDATE submission SET given_up = $1, due = NULL, \
     version = version + 1 WHERE commune = $2 AND id = $3 AND version = $4 AND state = 'draft' \
     AND given_up IS NULL";
pub(super) const ADD: &str = "INSERT INTO submission (commune, id, nomination, state, level, due, \
     opened_by, opened_on, version) VALUES ($1, $2, $3, 'draft', 'commune', $4, $5, $6, 1)";
pub(super) const MOVE: &str = "UPDATE submission SET state = $1, level = $2, due = $3, \
     version = version + 1 WHERE commune = $4 AND id = $5 AND version = $6";
pub(super) const STEPS: &str = "SELECT t.step, t.kind, t.level, t.happened_on, t.paper, t.issuer, \
     t.words, t.due, t.papers, t.file, f.name, t.recorded_by, t.undone_because, t.undone_on \
     FROM submission_step t \
     LEFT JOIN file f ON f.commune = t.commune AND f.id = t.file \
     WHERE t.commune = $1 AND t.submission = $2 ORDER BY t.step";
pub(super) const ADD_STEP: &str = "INSERT INTO submission_step (commune, submission, step, kind, \
     level, happened_on, paper, issuer, words, due, papers, file, recorded_by) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
pub(super) const PAPERS: &str = "SELECT p.code, p.turn, p.after_step, p.letter, p.file, f.name \
     FROM submission_paper p LEFT JOIN file f ON f.commune = p.commune AND f.id = p.file \
     WHERE p.commune = $1 AND p.submission = $2 ORDER BY p.code, p.turn";
pub(super) const PUT: &str = "INSERT INTO submission_paper (commune, submission, code, turn, \
     after_step, letter, file, put_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
/// Touches the dossier, so that two who change it at once do not pass each other unseen.
pub(super) const TOUCH: &str = "UPDATE submission SET version = version + 1 \
     WHERE commune = $1 AND id = $2 AND version = $3";
pub(super) const OF_FILE: &str = "SELECT submission FROM submission_paper WHERE commune = $1 \
     AND file = $2 UNION SELECT submission FROM submission_step WHERE commune = $1 AND file = $2";
pub(super) const UNDO_STEP: &str = "UPDATE submission_step SET undone_because = $1, undone_on = $2, \
     undone_by = $3 WHERE commune = $4 AND submission = $5 AND step = $6 AND undone_because IS NULL";
