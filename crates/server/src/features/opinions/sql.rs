//! The statements of opinions.

pub(super) const ONE: &str = "SELECT o.id, o.nomination, c.name, o.officer, a.full_name, o.role, \
     o.question, o.asked_on, o.due, o.state, o.words, o.file, o.answered_on, o.mending, o.version \
     FROM opinion o JOIN nomination n ON n.commune = o.commune AND n.id = o.nomination \
     JOIN contestant c ON c.commune = n.commune AND c.id = n.contestant \
     JOIN account a ON a.commune = o.commune AND a.id = o.officer \
     WHERE o.commune = $1 AND o.id = $2";
pub(super) const OF_NOMINATION: &str = "SELECT o.id, o.nomination, c.name, o.officer, a.full_name, \
     o.role, o.question, o.asked_on, o.due, o.state, o.words, o.file, o.answered_on, o.mending, \
     o.version \
     FROM opinion o JOIN nomination n ON n.commune = o.commune AND n.id = o.nomination \
     JOIN contestant c ON c.commune = n.commune AND c.id = n.contestant \
     JOIN account a ON a.commune = o.commune AND a.id = o.officer \
     WHERE o.commune = $1 AND o.nomination = $2 ORDER BY o.id";
pub(super) const MINE: &str = "SELECT o.id, o.nomination, c.name, o.officer, a.full_name, o.role, \
     o.question, o.asked_on, o.due, o.state, o.words, o.file, o.answered_on, o.mending, o.version \
     FROM opinion o JOIN nomination n ON n.commune = o.commune AND n.id = o.nomination \
     JOIN contestant c ON c.commune = n.commune AND c.id = n.contestant \
     JOIN account a ON a.commune = o.commune AND a.id = o.officer \
     WHERE o.commune = $1 AND o.officer = $2 \
     ORDER BY CASE WHEN o.state IN ('asked', 'supplement') THEN 0 ELSE 1 END, o.due, o.id";
pub(super) const COUNTS: &str = "SELECT nomination, state, COUNT(*) FROM opinion \
     WHERE commune = $1 GROUP BY nomination, state";
pub(super) const ALREADY: &str = "SELECT id FROM opinion WHERE commune = $1 AND nomination = $2 \
     AND officer = $3 AND state IN ('asked', 'supplement')";
pub(super) const ADD: &str = "INSERT INTO opinion (commune, id, nomination, officer, role, question, \
     asked_by, asked_on, due, state, words, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'asked', '', 1)";
pub(super) const ANSWER: &str = "UPDATE opinion SET state = $1, words = $2, file = $3, \
     answered_on = $4, mending = $5, version = version + 1 \
     WHERE commune = $6 AND id = $7 AND version = $8 AND state IN ('asked', 'supplement')";
pub(super) const WITHDRAW: &str = "UPDATE opinion SET state = 'withdrawn', words = $1, \
     version = version + 1 \
     WHERE commune = $2 AND id = $3 AND version = $4 AND state IN ('asked', 'supplement')";
