//! The statements of consultations.

pub(super) const ADD: &str = "INSERT INTO consultation (commune, id, title, open_from, open_to, \
     state, version) VALUES ($1, $2, $3, $4, $5, 'open', 1)";
pub(super) const ADD_ITEM: &str = "INSERT INTO consultation_item (commune, consultation, nomination, \
     seq, named) VALUES ($1, $2, $3, $4, $5)";
pub(super) const IN_A_LIST: &str = "SELECT i.nomination FROM consultation_item i \
     JOIN consultation c ON c.commune = i.commune AND c.id = i.consultation \
     WHERE i.commune = $1 AND i.nomination = $2 AND c.state = 'open'";
/// Across communes: the public knows the id and nothing else.
pub(super) const ONE: &str = "SELECT id, commune, title, open_from, open_to, state, version \
     FROM consultation WHERE id = $1";
pub(super) const ALL: &str = "SELECT id, commune, title, open_from, open_to, state, version \
     FROM consultation WHERE commune = $1 ORDER BY open_from DESC, id DESC";
/// Across communes: the list on the public page.
pub(super) const OPEN_NOW: &str = "SELECT id, commune, title, open_from, open_to, state, version \
     FROM consultation WHERE open_from <= $1 AND open_to >= $1 AND state = 'open' \
     ORDER BY open_from DESC, id DESC";
pub(super) const ITEMS: &str = "SELECT i.nomination, c.subject_kind, c.name, u.name, n.award, \
     n.achievement, i.named FROM consultation_item i \
     JOIN nomination n ON n.commune = i.commune AND n.id = i.nomination \
     JOIN contestant c ON c.commune = n.commune AND c.id = n.contestant \
     LEFT JOIN unit u ON u.code = c.village \
     WHERE i.commune = $1 AND i.consultation = $2 ORDER BY i.seq";
pub(super) const CLOSE: &str = "UPDATE consultation SET state = 'closed', version = version + 1 \
     WHERE commune = $1 AND id = $2 AND version = $3 AND state = 'open'";
pub(super) const SUMS: &str = "SELECT i.nomination, i.consultation, COUNT(v.id), COUNT(v.answer) \
     FROM consultation_item i LEFT JOIN consultation_voice v ON v.commune = i.commune \
     AND v.consultation = i.consultation AND v.nomination = i.nomination \
     WHERE i.commune = $1 GROUP BY i.nomination, i.consultation \
     ORDER BY i.nomination, i.consultation";

pub(super) const ADD_VOICE: &str = "INSERT INTO consultation_voice (commune, id, consultation, \
     nomination, words, who, contact, received_on, entered_by, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)";
pub(super) const VOICES: &str = "SELECT v.id, v.consultation, v.nomination, c.name, v.words, v.who, \
     v.contact, v.received_on, v.entered_by, v.answer, v.answered_on, v.version \
     FROM consultation_voice v \
     LEFT JOIN nomination n ON n.commune = v.commune AND n.id = v.nomination \
     LEFT JOIN contestant c ON c.commune = n.commune AND c.id = n.contestant \
     WHERE v.commune = $1 AND v.consultation = $2 ORDER BY v.id";
pub(super) const WAITING: &str = "SELECT COUNT(*) FROM consultation_voice WHERE commune = $1 \
     AND consultation = $2 AND answer IS NULL";
pub(super) const ANSWER: &str = "UPDATE consultation_voice SET answer = $1, answered_on = $2, \
     version = version + 1 WHERE commune = $3 AND id = $4 AND version = $5 AND answer IS NULL";
/// Across communes: who spoke knows the id and nothing else.
pub(super) const RECEIPT: &str = "SELECT received_on, answer FROM consultation_voice WHERE id = $1";
