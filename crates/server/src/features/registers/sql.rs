//! The statements of the register. What decisions of the commune gave and what was recorded stand in
//! one list.

/// Every award of a commune: the lines of its issued decisions, and the recorded ones that count.
macro_rules! lines {
    ($columns:literal, $order:literal) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM (SELECT 'honour' AS origin, h.id AS id, h.subject_kind AS kind, \
             h.subject AS subject, h.name AS name, h.bare AS bare, '' AS folded, \
             h.sort_key AS sort_key, h.award AS award, h.award_name AS award_name, \
             CAST(NULL AS BIGINT) AS counted, h.number AS number, h.issued_on AS issued_on, \
             h.year AS year, h.issuer AS issuer, h.achievement AS achievement, h.village AS village, \
             h.name AS listed, h.level AS level, h.nomination AS nomination, \
             CAST(NULL AS TEXT) AS revoked_on, CAST(NULL AS BIGINT) AS revoked_number, \
             CAST(NULL AS TEXT) AS revoked_symbol \
             FROM honour h WHERE h.commune = $1 AND h.withdrawn_on IS NULL UNION ALL \
             SELECT 'decision' AS origin, d.id AS id, a.subject_kind AS kind, \
             c.subject AS subject, a.recipient AS name, replace(c.folded, ' ', '') AS bare, \
             c.folded AS folded, c.sort_key AS sort_key, a.award AS award, '' AS award_name, \
             d.number AS counted, d.symbol AS number, d.issued_on AS issued_on, d.year AS year, \
             '' AS issuer, a.achievement AS achievement, c.village AS village, c.name AS listed, \
             'commune' AS level, a.nomination AS nomination, m.issued_on AS revoked_on, \
             m.number AS revoked_number, m.symbol AS revoked_symbol \
             FROM decision d \
             JOIN decision_award a ON a.commune = d.commune AND a.decision = d.id \
             JOIN nomination n ON n.commune = a.commune AND n.id = a.nomination \
             JOIN contestant c ON c.commune = n.commune AND c.id = n.contestant \
             LEFT JOIN amendment m ON m.commune = a.commune AND m.state = 'issued' \
             AND m.kind = 'revocation' AND m.decision = a.decision AND m.id IN (SELECT l.amendment FROM amendment_line l \
             WHERE l.commune = a.commune AND l.decision = a.decision AND l.seq = a.seq) \
             WHERE d.commune = $1 AND d.state = 'issued') AS line \
             WHERE (CAST($2 AS TEXT) IS NULL OR bare LIKE $2 OR folded LIKE $3 OR EXISTS \
             (SELECT 1 FROM person p WHERE p.commune = $1 AND kind = 'individual' \
             AND p.id = subject AND p.folded LIKE $3) OR EXISTS \
             (SELECT 1 FROM household o WHERE o.commune = $1 AND kind = 'household' \
             AND o.id = subject AND o.folded LIKE $3) OR EXISTS \
             (SELECT 1 FROM body b WHERE b.commune = $1 AND b.id = subject AND b.folded LIKE $3) \
             OR EXISTS (SELECT 1 FROM unit u WHERE u.code = subject AND u.folded LIKE $3)) \
             AND (CAST($4 AS TEXT) IS NULL OR award = $4) \
             AND (CAST($5 AS BIGINT) IS NULL OR year = $5) \
             AND (CAST($6 AS TEXT) IS NULL OR kind = $6) \
             AND (CAST($7 AS TEXT) IS NULL OR village = $7) \
             AND (CAST($8 AS TEXT) IS NULL OR subject = $8) \
             AND (CAST($9 AS TEXT) IS NULL OR level = $9)",
            $order
        )
    };
}
pub(super) const LINES: &str = lines!(
    "origin, id, kind, subject, name, award, award_name, counted, number, issued_on, year, issuer, \
     achievement, listed, level, nomination, revoked_on, revoked_number, revoked_symbol",
    " ORDER BY year DESC, coalesce(issued_on, '') DESC, sort_key, id LIMIT $10 OFFSET $11"
);
pub(super) const COUNT: &str =
    concat!("SELECT count(*) FROM (", lines!("1 AS one", " LIMIT $10"), ") AS capped");
pub(super) const YEARS: &str = "SELECT DISTINCT year FROM (SELECT year FROM honour \
     WHERE commune = $1 AND withdrawn_on IS NULL UNION SELECT year FROM decision \
     WHERE commune = $1 AND state = 'issued') AS all_years ORDER BY year DESC";
pub(super) const ADD_LIST: &str = "INSERT INTO honour_list (commune, id, file, brought_on, state, \
     taken, version) VALUES ($1, $2, $3, $4, 'draft', 0, 1)";
pub(super) const LISTS: &str = "SELECT l.id, f.name, l.brought_on, l.state, l.taken, l.version, l.file \
     FROM honour_list l JOIN file f ON f.commune = l.commune AND f.id = l.file \
     WHERE l.commune = $1 AND (CAST($2 AS TEXT) IS NULL OR l.id = $2) \
     ORDER BY l.brought_on DESC, l.id DESC";
pub(super) const END_LIST: &str = "UPDATE honour_list SET state = $1, taken = $2, \
     version = version + 1 WHERE commune = $3 AND id = $4 AND version = $5 AND state = 'draft'";
