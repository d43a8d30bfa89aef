//! The statements of submissions.

/// The columns of a submission, in the order in which `Submission::read` reads them.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT s.id, s.nomination, s.state, s.level, s.due, s.version, n.award, c.name \
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
    " AND s.state NOT IN ('awarded', 'refused') \
     ORDER BY CASE WHEN s.due IS NULL THEN 1 ELSE 0 END, s.due, s.opened_on, s.id"
);
/// The newest first.
pub(super) const OVER: &str =
    select!(" AND s.state IN ('awarded', 'refused') ORDER BY s.opened_on DESC, s.id DESC LIMIT 50");
pub(super) const ONE: &str = select!(" AND s.id = $2");
pub(super) const HELD: &str =
    "SELECT nomination FROM submission WHERE commune = $1 AND state <> 'refused'";
pub(super) const ADD: &str = "INSERT INTO submission (commune, id, nomination, state, level, due, \
     opened_by, opened_on, version) VALUES ($1, $2, $3, 'draft', 'commune', $4, $5, $6, 1)";
pub(super) const MOVE: &str = "UPDATE submission SET state = $1, level = $2, due = $3, \
     version = version + 1 WHERE commune = $4 AND id = $5 AND version = $6";
pub(super) const STEPS: &str = "SELECT t.step, t.kind, t.level, t.happened_on, t.paper, t.issuer, \
     t.words, t.due, t.papers, t.file, f.name, t.recorded_by FROM submission_step t \
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
