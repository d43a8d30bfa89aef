//! The statements of answers.

pub(super) const ADD: &str = "INSERT INTO question_answer (commune, standard, period, question, step, \
     asked, kind, words, wrong, file, answered_by, answered_on) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
pub(super) const OF_PERIOD: &str = "SELECT a.question, a.asked, a.kind, a.words, a.wrong, a.file, \
     f.name, a.answered_by, a.answered_on FROM question_answer a \
     LEFT JOIN file f ON f.commune = a.commune AND f.id = a.file \
     WHERE a.commune = $1 AND a.standard = $2 AND a.period = $3 \
     ORDER BY a.question, a.step";
pub(super) const FILE: &str = "SELECT asked FROM question_answer WHERE commune = $1 AND file = $2";
