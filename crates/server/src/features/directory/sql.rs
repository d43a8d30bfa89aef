//! The statements of the directory. Lists are read along `…_in_order`, so a page costs the same
//! however long the list is.

pub(super) const ADD_BODY: &str = "INSERT INTO body (name, folded, sort_key, kind, village, \
     valid_from, valid_to, commune, id, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)";
pub(super) const CORRECT_BODY: &str = "UPDATE body SET name = $1, folded = $2, sort_key = $3, \
     kind = $4, village = $5, valid_from = $6, valid_to = $7, version = version + 1 \
     WHERE commune = $8 AND id = $9 AND version = $10";
pub(super) const BODY: &str = "SELECT id, name, kind, village, valid_from, valid_to, version \
     FROM body WHERE commune = $1 AND id = $2";
pub(super) const BODIES: &str = "SELECT id, name, kind, village, valid_from, valid_to, version \
     FROM body WHERE commune = $1 AND (CAST($2 AS TEXT) IS NULL OR folded LIKE $2) \
     ORDER BY sort_key, id";

pub(super) const ADD_HOUSEHOLD: &str = "INSERT INTO household (village, head, folded, sort_key, \
     address, members, commune, id, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)";
pub(super) const CORRECT_HOUSEHOLD: &str = "UPDATE household SET village = $1, head = $2, \
     folded = $3, sort_key = $4, address = $5, members = $6, version = version + 1 \
     WHERE commune = $7 AND id = $8 AND version = $9";
pub(super) const HOUSEHOLD: &str = "SELECT h.id, h.head, h.village, u.name, h.address, h.members, \
     h.version FROM household h JOIN unit u ON u.code = h.village \
     WHERE h.commune = $1 AND h.id = $2";
pub(super) const HOUSEHOLDS: &str = "SELECT h.id, h.head, h.village, u.name, h.address, h.members, \
     h.version FROM household h JOIN unit u ON u.code = h.village \
     WHERE h.commune = $1 AND (CAST($2 AS TEXT) IS NULL OR h.village = $2) \
     AND (CAST($3 AS TEXT) IS NULL OR h.folded LIKE $3) \
     ORDER BY h.sort_key, h.id LIMIT $4 OFFSET $5";
pub(super) const COUNT_HOUSEHOLDS: &str = "SELECT count(*) FROM (SELECT 1 AS one FROM household \
     WHERE commune = $1 AND (CAST($2 AS TEXT) IS NULL OR village = $2) \
     AND (CAST($3 AS TEXT) IS NULL OR folded LIKE $3) LIMIT $4) AS capped";
pub(super) const ALL_HOUSEHOLDS: &str = "SELECT h.id, h.head, h.village, u.name, h.address, \
     h.members, h.version FROM household h JOIN unit u ON u.code = h.village \
     WHERE h.commune = $1 AND (CAST($2 AS TEXT) IS NULL OR h.village = $2) ORDER BY h.id";
pub(super) const HOUSEHOLDS_BY_VILLAGE: &str = "SELECT village, CAST(count(*) AS BIGINT) \
     FROM household WHERE commune = $1 GROUP BY village ORDER BY village";
pub(super) const LIKE_HOUSEHOLD: &str = "SELECT id, head FROM household \
     WHERE commune = $1 AND folded = $2 AND village = $3 AND id <> $4";

pub(super) const ADD_PERSON: &str = "INSERT INTO person (full_name, folded, sort_key, birth_year, \
     gender, village, household, body, occupation, leader, commune, id, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)";
pub(super) const CORRECT_PERSON: &str = "UPDATE person SET full_name = $1, folded = $2, \
     sort_key = $3, birth_year = $4, gender = $5, village = $6, household = $7, body = $8, \
     occupation = $9, leader = $10, version = version + 1 \
     WHERE commune = $11 AND id = $12 AND version = $13";
pub(super) const PERSON: &str = "SELECT p.id, p.full_name, p.birth_year, p.gender, p.village, \
     u.name, p.household, p.body, p.occupation, p.leader, p.version FROM person p \
     LEFT JOIN unit u ON u.code = p.village WHERE p.commune = $1 AND p.id = $2";
pub(super) const PERSONS: &str = "SELECT p.id, p.full_name, p.birth_year, p.gender, p.village, \
     u.name, p.household, p.body, p.occupation, p.leader, p.version FROM person p \
     LEFT JOIN unit u ON u.code = p.village \
     WHERE p.commune = $1 AND (CAST($2 AS TEXT) IS NULL OR p.village = $2) \
     AND (CAST($3 AS TEXT) IS NULL OR p.folded LIKE $3) \
     ORDER BY p.sort_key, p.id LIMIT $4 OFFSET $5";
pub(super) const COUNT_PERSONS: &str = "SELECT count(*) FROM (SELECT 1 AS one FROM person \
     WHERE commune = $1 AND (CAST($2 AS TEXT) IS NULL OR village = $2) \
     AND (CAST($3 AS TEXT) IS NULL OR folded LIKE $3) LIMIT $4) AS capped";
/// Without a birth year on either side the name and the village decide.
pub(super) const LIKE_PERSON: &str = "SELECT id, full_name FROM person \
     WHERE commune = $1 AND folded = $2 AND (village = $3 OR village IS NULL) AND id <> $4 \
     AND (birth_year = $5 OR birth_year IS NULL OR CAST($5 AS BIGINT) IS NULL)";

pub(super) const MARKS: &str =
    "SELECT mark FROM household_mark WHERE commune = $1 AND household = $2 ORDER BY mark";
pub(super) const ADD_MARK: &str =
    "INSERT INTO household_mark (commune, household, mark) VALUES ($1, $2, $3)";
pub(super) const END_MARK: &str =
    "DELETE FROM household_mark WHERE commune = $1 AND household = $2 AND mark = $3";

pub(super) const FIND_SUBJECTS: &str = "SELECT kind, id, name, village FROM ( \
     SELECT 'household' AS kind, id, head AS name, village, folded, sort_key FROM household \
     WHERE commune = $1 UNION ALL \
     SELECT 'individual' AS kind, id, full_name AS name, village, folded, sort_key FROM person \
     WHERE commune = $1 UNION ALL \
     SELECT kind, id, name, village, folded, sort_key FROM body WHERE commune = $1) AS everybody \
     WHERE (CAST($2 AS TEXT) IS NULL OR folded LIKE $2) AND (CAST($3 AS TEXT) IS NULL OR village = $3) \
     ORDER BY sort_key, id LIMIT $4";
