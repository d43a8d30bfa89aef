//! The statements of proposals.

pub(super) const ADD: &str = "INSERT INTO proposal (commune, id, who, village, deed, happened, \
     proposer, contact, photo, received_on, entered_by, state, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'new', 1)";
pub(super) const ONE: &str = "SELECT p.id, p.who, p.village, u.name, p.deed, p.happened, \
     p.proposer, p.contact, p.photo, p.received_on, p.entered_by, p.state, p.answer, p.answered_on, \
     p.nomination, p.version FROM proposal p LEFT JOIN unit u ON u.code = p.village \
     WHERE p.commune = $1 AND p.id = $2";
pub(super) const ALL: &str = "SELECT p.id, p.who, p.village, u.name, p.deed, p.happened, \
     p.proposer, p.contact, p.photo, p.received_on, p.entered_by, p.state, p.answer, p.answered_on, \
     p.nomination, p.version FROM proposal p LEFT JOIN unit u ON u.code = p.village \
     WHERE p.commune = $1 \
     ORDER BY CASE WHEN p.state = 'new' THEN 0 ELSE 1 END, p.received_on DESC, p.id DESC";
/// Across communes: the proposer knows the id and nothing else.
pub(super) const RECEIPT: &str = "SELECT received_on, state, answer FROM proposal WHERE id = $1";
pub(super) const WAITING: &str = "SELECT COUNT(*) FROM proposal WHERE commune = $1 \
     AND state = 'new' AND entered_by IS NULL";
pub(super) const ANSWER: &str = "UPDATE proposal SET state = 'answered', answer = $1, \
     answered_on = $2, version = version + 1 \
     WHERE commune = $3 AND id = $4 AND version = $5 AND state = 'new'";
pub(super) const NOMINATE: &str = "UPDATE proposal SET state = 'nominated', nomination = $1, \
     answered_on = $2, version = version + 1 \
     WHERE commune = $3 AND id = $4 AND version = $5 AND state = 'new'";
