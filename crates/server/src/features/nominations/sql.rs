//! The statements of nominations.

pub(super) const ADD: &str = "INSERT INTO nomination (commune, id, movement, contestant, award, \
     achievement, proposed_by, proposed_on, state, entered_by, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'draft', $9, 1)";
pub(super) const CORRECT: &str = "UPDATE nomination SET achievement = $1, proposed_by = $2, \
     version = version + 1 WHERE commune = $3 AND id = $4 AND version = $5";
pub(super) const MOVE: &str = "UPDATE nomination SET state = $1, reason = $2, \
     version = version + 1 WHERE commune = $3 AND id = $4 AND state = $5";
pub(super) const ONE: &str = "SELECT n.id, n.movement, n.contestant, n.award, n.achievement, \
     n.proposed_by, n.proposed_on, n.state, n.reason, n.entered_by, n.version, c.subject_kind, \
     c.subject, c.name, c.village, c.registered_on, u.name FROM nomination n \
     JOIN contestant c ON c.commune = n.commune AND c.id = n.contestant \
     LEFT JOIN unit u ON u.code = c.village WHERE n.commune = $1 AND n.id = $2";
pub(super) const ALL: &str = "SELECT n.id, n.movement, n.contestant, n.award, n.achievement, \
     n.proposed_by, n.proposed_on, n.state, n.reason, n.entered_by, n.version, c.subject_kind, \
     c.subject, c.name, c.village, c.registered_on, u.name FROM nomination n \
     JOIN contestant c ON c.commune = n.commune AND c.id = n.contestant \
     LEFT JOIN unit u ON u.code = c.village WHERE n.commune = $1 \
     AND (CAST($2 AS TEXT) IS NULL OR n.state = $2) \
     ORDER BY n.proposed_on DESC, n.id DESC";
pub(super) const ALIKE: &str = "SELECT id FROM nomination WHERE commune = $1 AND contestant = $2 \
     AND award = $3 AND proposed_on >= $4 AND proposed_on <= $5 \
     AND state NOT IN ('withdrawn', 'refused')";
