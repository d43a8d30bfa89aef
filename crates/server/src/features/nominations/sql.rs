//! The statements of nominations.

pub(super) const ADD: &str = "INSERT INTO nomination (commune, id, movement, contestant, award, \
     achievement, proposed_by, proposed_on, state, entered_by, origin, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'draft', $9, $10, 1)";
pub(super) const CORRECT: &str = "UPDATE nomination SET achievement = $1, proposed_by = $2, \
     version = version + 1 WHERE commune = $3 AND id = $4 AND version = $5";
pub(super) const MOVE: &str = "UPDATE nomination SET state = $1, reason = $2, \
     version = version + 1 WHERE commune = $3 AND id = $4 AND state = $5";
pub(super) const ONE: &str = "SELECT n.id, n.movement, n.contestant, n.award, n.achievement, \
     n.proposed_by, n.proposed_on, n.state, n.reason, n.entered_by, n.version, c.subject_kind, \
     c.subject, c.name, c.village, c.registered_on, u.name, n.waiver, n.awarded_on, n.origin FROM nomination n \
     JOIN contestant c ON c.commune = n.commune AND c.id = n.contestant \
     LEFT JOIN unit u ON u.code = c.village WHERE n.commune = $1 AND n.id = $2";
pub(super) const ALL: &str = "SELECT n.id, n.movement, n.contestant, n.award, n.achievement, \
     n.proposed_by, n.proposed_on, n.state, n.reason, n.entered_by, n.version, c.subject_kind, \
     c.subject, c.name, c.village, c.registered_on, u.name, n.waiver, n.awarded_on, n.origin FROM nomination n \
     JOIN contestant c ON c.commune = n.commune AND c.id = n.contestant \
     LEFT JOIN unit u ON u.code = c.village WHERE n.commune = $1 \
     AND (CAST($2 AS TEXT) IS NULL OR n.state = $2) \
     ORDER BY n.proposed_on DESC, n.id DESC";
pub(super) const ALIKE: &str = "SELECT id FROM nomination WHERE commune = $1 AND contestant = $2 \
     AND award = $3 AND proposed_on >= $4 AND proposed_on <= $5 \
     AND state NOT IN ('withdrawn', 'refused')";
pub(super) const EARLIER: &str = "SELECT n.id, n.award, n.proposed_on, n.awarded_on, m.name, \
     n.achievement FROM nomination n \
     JOIN contestant c ON c.commune = n.commune AND c.id = n.contestant \
     JOIN movement m ON m.commune = n.commune AND m.id = n.movement \
     WHERE n.commune = $1 AND c.subject_kind = $2 AND c.subject = $3 AND n.state = $4 \
     ORDER BY n.proposed_on, n.id";
pub(super) const FACTS: &str =
    "SELECT fact, value FROM nomination_fact WHERE commune = $1 AND nomination = $2 ORDER BY fact";
pub(super) const FACT_THERE: &str = "SELECT COUNT(*) FROM nomination_fact WHERE commune = $1 \
     AND nomination = $2 AND fact = $3";
pub(super) const ADD_FACT: &str = "INSERT INTO nomination_fact (commune, nomination, fact, value, \
     told_on, told_by) VALUES ($1, $2, $3, $4, $5, $6)";
pub(super) const SET_FACT: &str = "UPDATE nomination_fact SET value = $1, told_on = $2, \
     told_by = $3 WHERE commune = $4 AND nomination = $5 AND fact = $6";
pub(super) const WAIVER: &str = "SELECT waiver FROM nomination WHERE commune = $1 AND id = $2";
pub(super) const SET_WAIVER: &str =
    "UPDATE nomination SET waiver = $1 WHERE commune = $2 AND id = $3";
pub(super) const MARK_AWARDED: &str = "UPDATE nomination SET state = 'awarded', awarded_on = $1, \
     version = version + 1 WHERE commune = $2 AND id = $3 AND state = 'approved'";
pub(super) const TAKE_AWARD_BACK: &str = "UPDATE nomination SET state = 'approved', \
     awarded_on = NULL, version = version + 1 \
     WHERE commune = $1 AND id = $2 AND state = 'awarded'";
pub(super) const DUE: &str =
    "SELECT due, said_in FROM nomination_due WHERE commune = $1 AND movement = $2 AND year = $3";
pub(super) const ADD_DUE: &str = "INSERT INTO nomination_due (commune, movement, year, due, said_in) \
     VALUES ($1, $2, $3, $4, $5)";
pub(super) const SET_DUE: &str = "UPDATE nomination_due SET due = $1, said_in = $2 \
     WHERE commune = $3 AND movement = $4 AND year = $5";
pub(super) const PEOPLE: &str = "SELECT p.leader, p.gender, COUNT(*) FROM nomination n \
     JOIN contestant c ON c.commune = n.commune AND c.id = n.contestant \
     JOIN person p ON p.commune = c.commune AND p.id = c.subject \
     WHERE n.commune = $1 AND c.subject_kind = 'individual' AND n.proposed_on >= $2 \
     AND n.proposed_on <= $3 AND n.state NOT IN ('withdrawn', 'refused') \
     GROUP BY p.leader, p.gender";
pub(super) const BY_AWARD: &str = "SELECT award, COUNT(*) FROM nomination WHERE commune = $1 \
     AND proposed_on >= $2 AND proposed_on <= $3 AND state NOT IN ('withdrawn', 'refused') \
     GROUP BY award ORDER BY award";
pub(super) const ADD_MENDING: &str = "INSERT INTO nomination_mending (commune, id, nomination, \
     parts, words, asked_by, asked_on, due, stage) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open')";
pub(super) const MENDINGS: &str = "SELECT m.id, m.nomination, m.parts, m.words, m.asked_by, m.asked_on, m.due, \
     m.stage, m.mended_on, a.full_name \
     FROM nomination_mending m \
     JOIN account a ON a.commune = m.commune AND a.id = m.asked_by \
     WHERE m.commune = $1 AND m.nomination = $2 ORDER BY m.id";
pub(super) const MENDINGS_WAITING: &str = "SELECT m.id, m.nomination, m.parts, m.words, m.asked_by, m.asked_on, m.due, \
     m.stage, m.mended_on, a.full_name, c.name FROM nomination_mending m \
     JOIN account a ON a.commune = m.commune AND a.id = m.asked_by \
     JOIN nomination n ON n.commune = m.commune AND n.id = m.nomination \
     JOIN contestant c ON c.commune = n.commune AND c.id = n.contestant \
     WHERE m.commune = $1 AND ((n.entered_by = $2 AND m.stage = 'open') \
     OR (m.asked_by = $2 AND m.stage = 'mended')) ORDER BY m.due, m.id";
pub(super) const MENDED: &str = "UPDATE nomination_mending SET stage = 'mended', mended_on = $1 \
     WHERE commune = $2 AND id = $3 AND stage = 'open'";
pub(super) const CLOSE_MENDING: &str = "UPDATE nomination_mending SET stage = 'closed' \
     WHERE commune = $1 AND id = $2 AND stage = 'mended'";
