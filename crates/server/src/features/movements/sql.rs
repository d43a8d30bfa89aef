//! The statements of movements, contestants and pledges.

pub(super) const ADD: &str = "INSERT INTO movement (commune, id, paper, name, period_from, period_to, \
     purpose, reporting_cycle, reports_to, reported_by, funding, campaigns, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)";
pub(super) const ALL: &str = "SELECT m.id, m.paper, m.name, m.period_from, m.period_to, m.purpose, \
     m.reporting_cycle, m.reports_to, m.reported_by, m.funding, m.campaigns, p.number, p.issued_on, m.mode \
     FROM movement m JOIN paper p ON p.commune = m.commune AND p.id = m.paper \
     WHERE m.commune = $1 AND m.mode IS NULL ORDER BY m.period_from DESC, m.id DESC";
/// The rounds outside a movement.
pub(super) const ROUNDS: &str = "SELECT m.id, m.paper, m.name, m.period_from, m.period_to, m.purpose, \
     m.reporting_cycle, m.reports_to, m.reported_by, m.funding, m.campaigns, p.number, p.issued_on, m.mode \
     FROM movement m JOIN paper p ON p.commune = m.commune AND p.id = m.paper \
     WHERE m.commune = $1 AND m.mode IS NOT NULL ORDER BY m.period_from DESC, m.id DESC";
pub(super) const ADD_ROUND: &str = "INSERT INTO movement (commune, id, paper, name, period_from, period_to, \
     purpose, reporting_cycle, reports_to, reported_by, funding, campaigns, mode, version) \
     VALUES ($1, $2, $3, $4, $5, $6, '', '', '', '', '', '', $7, 1)";
pub(super) const ONE: &str = "SELECT m.id, m.paper, m.name, m.period_from, m.period_to, m.purpose, \
     m.reporting_cycle, m.reports_to, m.reported_by, m.funding, m.campaigns, p.number, p.issued_on, m.mode \
     FROM movement m JOIN paper p ON p.commune = m.commune AND p.id = m.paper \
     WHERE m.commune = $1 AND m.id = $2";
pub(super) const COMMUNES: &str =
    "SELECT DISTINCT commune FROM movement WHERE mode IS NULL ORDER BY commune";

pub(super) const ADD_TARGET: &str = "INSERT INTO movement_target (commune, movement, seq, text, due, \
     unit, standard) VALUES ($1, $2, $3, $4, $5, $6, $7)";
pub(super) const TARGETS: &str = "SELECT t.text, t.due, t.unit, t.standard, u.name \
     FROM movement_target t LEFT JOIN unit u ON u.code = t.unit \
     WHERE t.commune = $1 AND t.movement = $2 ORDER BY t.seq";
pub(super) const ADD_MERIT: &str = "INSERT INTO movement_merit (commune, movement, seq, \
     subject_kind, subject, text) VALUES ($1, $2, $3, $4, $5, $6)";
pub(super) const MERITS: &str = "SELECT subject_kind, subject, text FROM movement_merit \
     WHERE commune = $1 AND movement = $2 ORDER BY seq";
pub(super) const ADD_AWARD: &str =
    "INSERT INTO movement_award (commune, movement, seq, award) VALUES ($1, $2, $3, $4)";
pub(super) const AWARDS: &str =
    "SELECT award FROM movement_award WHERE commune = $1 AND movement = $2 ORDER BY seq";
pub(super) const ADD_STAGE: &str = "INSERT INTO movement_stage (commune, movement, seq, starts, \
     ends, text) VALUES ($1, $2, $3, $4, $5, $6)";
pub(super) const STAGES: &str = "SELECT starts, ends, text FROM movement_stage \
     WHERE commune = $1 AND movement = $2 ORDER BY seq";

pub(super) const ADD_DUTY: &str = "INSERT INTO movement_duty (commune, movement, seq, section, \
     bearer, text, due, version) VALUES ($1, $2, $3, $4, $5, $6, $7, 1)";
pub(super) const NEXT_DUTY: &str = "SELECT CAST(coalesce(max(seq), 0) + 1 AS BIGINT) \
     FROM movement_duty WHERE commune = $1 AND movement = $2";
pub(super) const DUTIES: &str = "SELECT seq, section, bearer, text, due, done_on, version \
     FROM movement_duty WHERE commune = $1 AND movement = $2 ORDER BY due NULLS LAST, seq";
pub(super) const FINISH_DUTY: &str = "UPDATE movement_duty SET done_on = $1, version = version + 1 \
     WHERE commune = $2 AND movement = $3 AND seq = $4 AND version = $5";

pub(super) const ADD_CONTESTANT: &str = "INSERT INTO contestant (commune, id, movement, \
     subject_kind, subject, name, folded, sort_key, village, registered_on, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)";
pub(super) const CONTESTANT: &str = "SELECT c.id, c.movement, c.subject_kind, c.subject, c.name, \
     c.village, c.registered_on, u.name FROM contestant c LEFT JOIN unit u ON u.code = c.village \
     WHERE c.commune = $1 AND c.id = $2";
pub(super) const CONTESTANT_OF: &str = "SELECT c.id, c.movement, c.subject_kind, c.subject, \
     c.name, c.village, c.registered_on, u.name FROM contestant c \
     LEFT JOIN unit u ON u.code = c.village \
     WHERE c.commune = $1 AND c.movement = $2 AND c.subject_kind = $3 AND c.subject = $4";
/// One page of the list, along `contestant_in_order`.
pub const CONTESTANTS: &str = "SELECT c.id, c.movement, c.subject_kind, c.subject, c.name, \
     c.village, c.registered_on, u.name FROM contestant c \
     LEFT JOIN unit u ON u.code = c.village \
     WHERE c.commune = $1 AND c.movement = $2 \
     AND (CAST($3 AS TEXT) IS NULL OR c.subject_kind = $3) \
     AND (CAST($4 AS TEXT) IS NULL OR c.village = $4) \
     AND (CAST($5 AS TEXT) IS NULL OR c.folded LIKE $5) \
     ORDER BY c.sort_key, c.id LIMIT $6 OFFSET $7";
pub(super) const COUNT_CONTESTANTS: &str = "SELECT count(*) FROM (SELECT 1 AS one FROM contestant \
     WHERE commune = $1 AND movement = $2 \
     AND (CAST($3 AS TEXT) IS NULL OR subject_kind = $3) \
     AND (CAST($4 AS TEXT) IS NULL OR village = $4) \
     AND (CAST($5 AS TEXT) IS NULL OR folded LIKE $5) LIMIT $6) AS capped";
pub(super) const COUNT_BY_KIND: &str = "SELECT subject_kind, count(*) FROM contestant \
     WHERE commune = $1 AND movement = $2 AND registered_on <= $3 GROUP BY subject_kind";

pub(super) const ADD_PLEDGE: &str = "INSERT INTO pledge (commune, id, contestant, text, due, \
     pledged_on, version) VALUES ($1, $2, $3, $4, $5, $6, 1)";
pub(super) const PLEDGES: &str = "SELECT text, due, pledged_on FROM pledge \
     WHERE commune = $1 AND contestant = $2 ORDER BY pledged_on, id";

/// What an adopted plan is known by.
pub(super) const ADOPTED: &str = "SELECT m.id, m.name, p.number, p.issuer, p.issued_on \
     FROM movement m JOIN paper p ON p.commune = m.commune AND p.id = m.paper \
     WHERE m.commune = $1";

pub(super) const ADD_DRAFT: &str = "INSERT INTO plan_draft (commune, id, file, typed, state, version) \
     VALUES ($1, $2, $3, $4, 'draft', 1)";
pub(super) const DRAFTS: &str = "SELECT d.id, d.file, f.name, f.sha256, d.typed, d.state, \
     d.movement, d.version FROM plan_draft d \
     JOIN file f ON f.commune = d.commune AND f.id = d.file \
     WHERE d.commune = $1 AND d.state = 'draft' ORDER BY d.id DESC";
pub(super) const DRAFT: &str = "SELECT d.id, d.file, f.name, f.sha256, d.typed, d.state, \
     d.movement, d.version FROM plan_draft d \
     JOIN file f ON f.commune = d.commune AND f.id = d.file \
     WHERE d.commune = $1 AND d.id = $2";
pub(super) const DRAFT_OF: &str = "SELECT d.id, d.file, f.name, f.sha256, d.typed, d.state, \
     d.movement, d.version FROM plan_draft d \
     JOIN file f ON f.commune = d.commune AND f.id = d.file \
     WHERE d.commune = $1 AND d.movement = $2";
/// An adopted one comes before an open one: the same file is adopted once.
pub(super) const SAME_FILE: &str = "SELECT d.id, d.file, f.name, f.sha256, d.typed, d.state, \
     d.movement, d.version FROM plan_draft d \
     JOIN file f ON f.commune = d.commune AND f.id = d.file \
     WHERE d.commune = $1 AND f.sha256 = $2 AND d.state <> 'discarded' ORDER BY d.state LIMIT 1";
pub(super) const SAVE_DRAFT: &str = "UPDATE plan_draft SET typed = $1, version = version + 1 \
     WHERE commune = $2 AND id = $3 AND version = $4 AND state = 'draft'";
pub(super) const ADOPT_DRAFT: &str = "UPDATE plan_draft SET state = 'adopted', movement = $1, \
     version = version + 1 WHERE commune = $2 AND id = $3 AND version = $4 AND state = 'draft'";
pub(super) const DISCARD_DRAFT: &str = "UPDATE plan_draft SET state = 'discarded', \
     version = version + 1 WHERE commune = $1 AND id = $2 AND version = $3 AND state = 'draft'";
