//! The statements of papers.

/// The columns of a paper, in the order in which `Paper::read` reads them.
macro_rules! columns {
    () => {
        "p.id, p.kind, p.number, p.issued_on, p.issuer, p.place, p.title, p.signer_post, \
         p.signer_name, p.origin, p.readers, p.arrival, p.received_on, p.withdrawn_on, \
         p.withdrawn_why, p.version"
    };
}

pub(super) const ADD: &str = "INSERT INTO paper (commune, id, kind, number, issued_on, issuer, place, \
     title, folded, signer_post, signer_name, twin, readers, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)";
pub(super) const SAME: &str = "SELECT id FROM paper WHERE commune = $1 AND kind = $2 \
     AND number = $3 AND issued_on = $4 AND issuer = $5 AND withdrawn_on IS NULL";
pub(super) const ADD_BASIS: &str = "INSERT INTO paper_basis (commune, paper, seq, kind, number, \
     issued_on, issuer) VALUES ($1, $2, $3, $4, $5, $6, $7)";
pub(super) const ADD_RECIPIENT: &str =
    "INSERT INTO paper_recipient (commune, paper, seq, name) VALUES ($1, $2, $3, $4)";

pub(super) const ENTER: &str = "INSERT INTO paper (commune, id, kind, number, issued_on, issuer, \
     place, title, folded, signer_post, signer_name, twin, readers, arrival, received_on, origin, \
     version) \
     VALUES ($1, $2, $3, $4, $5, $6, '', $7, $8, $9, $10, $11, $12, $13, $14, 'entered', 1)";
pub(super) const CORRECT: &str = "UPDATE paper SET kind = $1, number = $2, issued_on = $3, \
     issuer = $4, title = $5, folded = $6, signer_post = $7, signer_name = $8, twin = $9, \
     readers = $10, version = version + 1 \
     WHERE commune = $11 AND id = $12 AND version = $13 AND withdrawn_on IS NULL";
pub(super) const WITHDRAW: &str = "UPDATE paper SET withdrawn_on = $1, withdrawn_why = $2, \
     version = version + 1 \
     WHERE commune = $3 AND id = $4 AND version = $5 AND withdrawn_on IS NULL";
pub(super) const ATTACH: &str = "INSERT INTO paper_file (commune, paper, file) VALUES ($1, $2, $3) \
     ON CONFLICT (commune, paper) DO UPDATE SET file = excluded.file";
pub(super) const FILE: &str = "SELECT file FROM paper_file WHERE commune = $1 AND paper = $2";
pub(super) const FORGET_TEXT: &str = "DELETE FROM paper_text WHERE commune = $1 AND paper = $2";
pub(super) const ADD_TEXT: &str =
    "INSERT INTO paper_text (commune, paper, folded) VALUES ($1, $2, $3)";

/// From the bytes to their paper, and without an order: else SQLite would walk along all papers.
pub(super) const SAME_FILE: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM paper p WHERE p.commune = $1 AND p.id IN (SELECT x.paper FROM paper_file x ",
    "WHERE x.commune = $1 AND x.file IN (SELECT f.id FROM file f ",
    "WHERE f.commune = $1 AND f.sha256 = $2)) AND p.id <> $3 AND p.withdrawn_on IS NULL"
);
pub(super) const OF_NUMBER: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM paper p WHERE p.commune = $1 AND (CAST($2 AS TEXT) IS NULL OR p.readers = $2) \
     AND p.folded LIKE $3 AND p.number IS NOT NULL AND p.withdrawn_on IS NULL ORDER BY p.id"
);
pub(super) const SAME_NUMBER: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM paper p WHERE p.commune = $1 AND p.twin = $2 AND p.id <> $3 ",
    "AND p.withdrawn_on IS NULL"
);

pub(super) const ONE: &str =
    concat!("SELECT ", columns!(), " FROM paper p WHERE p.commune = $1 AND p.id = $2");
pub(super) const BASES: &str = "SELECT kind, number, issued_on, issuer FROM paper_basis \
     WHERE commune = $1 AND paper = $2 ORDER BY seq";
pub(super) const RECIPIENTS: &str =
    "SELECT name FROM paper_recipient WHERE commune = $1 AND paper = $2 ORDER BY seq";

/// What both statements of the list filter by. The text of a file is looked at only for a paper that
/// the other filters let through and whose own words do not match.
macro_rules! filter {
    () => {
        " FROM paper p WHERE p.commune = $1 AND (CAST($2 AS TEXT) IS NULL OR p.readers = $2) \
         AND (CAST($3 AS TEXT) IS NULL OR p.kind = $3) \
         AND (CAST($4 AS TEXT) IS NULL \
         OR CASE WHEN p.arrival IS NULL THEN 'outgoing' ELSE 'incoming' END = $4) \
         AND (CAST($5 AS TEXT) IS NULL OR p.issued_on >= $5) \
         AND (CAST($6 AS TEXT) IS NULL OR p.issued_on <= $6) \
         AND (CAST($7 AS TEXT) IS NULL OR p.folded LIKE $7 \
         OR (CAST($8 AS TEXT) IS NOT NULL AND EXISTS (SELECT 1 FROM paper_text t \
         WHERE t.commune = p.commune AND t.paper = p.id AND t.folded LIKE $8)))"
    };
}
pub(super) const LIST: &str = concat!(
    "SELECT ",
    columns!(),
    filter!(),
    " ORDER BY p.issued_on DESC, p.id DESC LIMIT $9 OFFSET $10"
);
pub(super) const COUNT: &str =
    concat!("SELECT count(*) FROM (SELECT 1 AS one", filter!(), " LIMIT $9) AS capped");
pub(super) const YEARS: &str = "SELECT DISTINCT substr(issued_on, 1, 4) AS year FROM paper \
     WHERE commune = $1 AND issued_on IS NOT NULL ORDER BY year DESC";

pub(super) const RELATION: &str = "SELECT paper FROM paper_relation \
     WHERE commune = $1 AND paper = $2 AND relation = $3 AND other = $4";
pub(super) const RELATE: &str =
    "INSERT INTO paper_relation (commune, paper, relation, other) VALUES ($1, $2, $3, $4)";
pub(super) const UNRELATE: &str = "DELETE FROM paper_relation \
     WHERE commune = $1 AND paper = $2 AND relation = $3 AND other = $4";
/// What a paper says of others, and below what others say of it.
pub(super) const SAID: &str = concat!(
    "SELECT ",
    columns!(),
    ", r.relation FROM paper_relation r JOIN paper p ON p.commune = r.commune AND p.id = r.other ",
    "WHERE r.commune = $1 AND r.paper = $2 AND (CAST($3 AS TEXT) IS NULL OR p.readers = $3) ",
    "ORDER BY r.relation, p.issued_on, p.id"
);
pub(super) const SAID_OF: &str = concat!(
    "SELECT ",
    columns!(),
    ", r.relation FROM paper_relation r JOIN paper p ON p.commune = r.commune AND p.id = r.paper ",
    "WHERE r.commune = $1 AND r.other = $2 AND (CAST($3 AS TEXT) IS NULL OR p.readers = $3) ",
    "ORDER BY r.relation, p.issued_on, p.id"
);

pub(super) const OPEN_REGISTER: &str = "INSERT INTO paper_register (commune, register, year, last) \
     VALUES ($1, $2, $3, 0) ON CONFLICT DO NOTHING";
/// The row lock that this takes is held until the transaction ends.
pub(super) const LOCK_REGISTER: &str = "UPDATE paper_register SET last = last \
     WHERE commune = $1 AND register = $2 AND year = $3 RETURNING last";
pub(super) const MOVE_REGISTER: &str = "UPDATE paper_register SET last = $1 \
     WHERE commune = $2 AND register = $3 AND year = $4";
pub(super) const LAST_NUMBER: &str = "SELECT last FROM paper_register \
     WHERE commune = $1 AND register = $2 AND year = $3";
