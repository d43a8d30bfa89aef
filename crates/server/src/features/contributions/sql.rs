//! The statements of the ledger. A row is added and never changed.

pub(super) const ADD: &str = "INSERT INTO contribution (commune, id, movement, village, giver_kind, \
     giver, giver_name, giver_folded, kind, quantity, measure, given_on, purpose, receipt, \
     public_name, reverses, reason, recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, \
     $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";
pub(super) const ONE: &str = "SELECT c.id, c.movement, c.village, u.name, c.giver_kind, c.giver, \
     c.giver_name, c.kind, c.quantity, c.measure, c.given_on, c.purpose, c.receipt, c.public_name, \
     c.reverses, c.reason, r.id FROM contribution c JOIN unit u ON u.code = c.village \
     LEFT JOIN contribution r ON r.commune = c.commune AND r.reverses = c.id \
     WHERE c.commune = $1 AND c.id = $2";
pub(super) const LIST: &str = "SELECT c.id, c.movement, c.village, u.name, c.giver_kind, c.giver, \
     c.giver_name, c.kind, c.quantity, c.measure, c.given_on, c.purpose, c.receipt, c.public_name, \
     c.reverses, c.reason, r.id FROM contribution c JOIN unit u ON u.code = c.village \
     LEFT JOIN contribution r ON r.commune = c.commune AND r.reverses = c.id \
     WHERE c.commune = $1 AND c.movement = $2 \
     AND (CAST($3 AS TEXT) IS NULL OR c.village = $3) \
     AND (CAST($4 AS TEXT) IS NULL OR c.kind = $4) \
     AND (CAST($5 AS TEXT) IS NULL OR c.purpose = $5) \
     AND c.given_on >= $6 AND c.given_on <= $7 \
     AND (CAST($8 AS TEXT) IS NULL OR c.giver_folded LIKE $8) \
     ORDER BY c.given_on DESC, c.id DESC LIMIT $9 OFFSET $10";
pub(super) const COUNT: &str = "SELECT count(*) FROM (SELECT 1 AS one FROM contribution c \
     WHERE c.commune = $1 AND c.movement = $2 \
     AND (CAST($3 AS TEXT) IS NULL OR c.village = $3) \
     AND (CAST($4 AS TEXT) IS NULL OR c.kind = $4) \
     AND (CAST($5 AS TEXT) IS NULL OR c.purpose = $5) \
     AND c.given_on >= $6 AND c.given_on <= $7 \
     AND (CAST($8 AS TEXT) IS NULL OR c.giver_folded LIKE $8) LIMIT $9) AS capped";
/// Sums by kind and measure, valued at the rate of each entry's own day. A reversal carries the day
/// of what it takes back, so that it is valued alike.
pub(super) const TOTALS: &str = "SELECT c.kind, c.measure, CAST(sum(c.quantity) AS BIGINT), \
     CAST(sum(CASE WHEN c.kind = 'money' THEN c.quantity / 1000 \
     ELSE coalesce(c.quantity * r.dong / 1000, 0) END) AS BIGINT), \
     CAST(sum(CASE WHEN c.kind <> 'money' AND r.dong IS NULL THEN 1 ELSE 0 END) AS BIGINT) \
     FROM contribution c LEFT JOIN valuation_rate r ON r.commune = c.commune \
     AND r.measure = c.measure AND r.valid_from <= c.given_on \
     AND (r.valid_to IS NULL OR c.given_on <= r.valid_to) \
     WHERE c.commune = $1 AND c.movement = $2 \
     AND (CAST($3 AS TEXT) IS NULL OR c.village = $3) \
     AND (CAST($4 AS TEXT) IS NULL OR c.kind = $4) \
     AND (CAST($5 AS TEXT) IS NULL OR c.purpose = $5) \
     AND c.given_on >= $6 AND c.given_on <= $7 \
     AND (CAST($8 AS TEXT) IS NULL OR c.giver_folded LIKE $8) \
     GROUP BY c.kind, c.measure ORDER BY c.kind, c.measure";
/// What one giver gave, or what was given in one village, until a day.
pub(super) const GIVEN: &str = "SELECT kind, measure, CAST(sum(quantity) AS BIGINT) \
     FROM contribution WHERE commune = $1 AND movement = $2 \
     AND (CAST($3 AS TEXT) IS NULL OR village = $3) \
     AND (CAST($4 AS TEXT) IS NULL OR (giver_kind = $4 AND giver = CAST($5 AS TEXT))) \
     AND given_on <= $6 GROUP BY kind, measure HAVING sum(quantity) <> 0 ORDER BY kind, measure";
pub(super) const PURPOSES: &str = "SELECT c.purpose, u.name, c.kind, c.measure, \
     CAST(sum(c.quantity) AS BIGINT) FROM contribution c JOIN unit u ON u.code = c.village \
     WHERE c.commune = $1 AND c.movement = $2 \
     AND (CAST($3 AS TEXT) IS NULL OR c.village = $3) \
     GROUP BY c.purpose, u.name, c.kind, c.measure HAVING sum(c.quantity) <> 0 \
     ORDER BY u.name, c.purpose, c.kind, c.measure";

pub(super) const RATES: &str = "SELECT id, measure, dong, valid_from, valid_to, paper \
     FROM valuation_rate WHERE commune = $1 ORDER BY measure, valid_from";
pub(super) const ADD_RATE: &str = "INSERT INTO valuation_rate (commune, id, measure, dong, \
     valid_from, valid_to, paper) VALUES ($1, $2, $3, $4, $5, $6, $7)";
pub(super) const END_RATE: &str =
    "UPDATE valuation_rate SET valid_to = $1 WHERE commune = $2 AND id = $3";
