//! The statements of the fund. A row is added and never changed.

macro_rules! entries {
    ($rest:literal) => {
        concat!(
            "SELECT e.id, e.entered_on, e.matter, e.kind, e.decision, e.seq, e.name, e.public_name, ",
            "e.taken_by, e.manner, e.amount, e.paper, e.note, e.reason, e.reverses, r.id ",
            "FROM fund_entry e ",
            "LEFT JOIN fund_entry r ON r.commune = e.commune AND r.reverses = e.id ",
            "WHERE e.commune = $1 ",
            $rest
        )
    };
}

pub(super) const ADD: &str = "INSERT INTO fund_entry (commune, id, year, entered_on, matter, kind, \
     decision, seq, name, public_name, taken_by, manner, amount, paper, note, reason, reverses, \
     recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, \
     $14, $15, $16, $17, $18, $19)";
pub(super) const ONE: &str = entries!("AND e.id = $2");
pub(super) const LIST: &str = entries!(
    "AND (CAST($2 AS BIGINT) IS NULL OR e.year = $2) \
     AND (CAST($3 AS TEXT) IS NULL OR e.matter = $3) \
     ORDER BY e.entered_on DESC, e.id DESC LIMIT $4 OFFSET $5"
);
pub(super) const COUNT: &str = "SELECT count(*) FROM (SELECT 1 AS one FROM fund_entry \
     WHERE commune = $1 AND (CAST($2 AS BIGINT) IS NULL OR year = $2) \
     AND (CAST($3 AS TEXT) IS NULL OR matter = $3) LIMIT $4) AS capped";
pub(super) const OF_DECISION: &str = entries!(
    "AND e.decision = $2 \
     ORDER BY e.seq, CASE e.matter WHEN 'commitment' THEN 0 ELSE 1 END, e.id"
);
pub(super) const REVOKED: &str = "SELECT seq, paper, revoked_on FROM fund_revoked \
     WHERE commune = $1 AND decision = $2";
pub(super) const ADD_REVOKED: &str = "INSERT INTO fund_revoked (commune, decision, seq, paper, \
     revoked_on) VALUES ($1, $2, $3, $4, $5)";
/// The claim of a line that stands.
pub(super) const CLAIM: &str = entries!(
    "AND e.decision = $2 AND e.seq = $3 AND e.matter = 'claim' AND r.id IS NULL \
     AND e.reverses IS NULL"
);
/// What was paid for each line of a decision that the fund holds.
pub(super) const PAID: &str = "SELECT seq, \
     CAST(sum(CASE WHEN matter = 'payment' THEN amount ELSE 0 END) AS BIGINT) FROM fund_entry \
     WHERE commune = $1 AND decision = $2 GROUP BY seq";
pub(super) const OF_YEAR: &str = entries!("AND e.year = $2 ORDER BY e.entered_on, e.id");
/// All there is, added up: a few rows for each year.
pub(super) const SUMS: &str = "SELECT year, matter, kind, CAST(sum(amount) AS BIGINT) \
     FROM fund_entry WHERE commune = $1 GROUP BY year, matter, kind ORDER BY year, matter, kind";
/// How many entries a year has.
pub(super) const ENTRIES_IN: &str =
    "SELECT count(*) FROM fund_entry WHERE commune = $1 AND year = $2";
/// What decisions promised until the end of a year: those of the year, and older ones that still owe
/// or are owed.
pub(super) const PROMISES: &str = "SELECT decision, \
     min(CASE WHEN matter = 'commitment' THEN paper END), min(entered_on), \
     CAST(sum(CASE WHEN matter = 'commitment' THEN amount ELSE 0 END) AS BIGINT), \
     CAST(sum(CASE WHEN matter = 'payment' THEN amount ELSE 0 END) AS BIGINT), \
     CAST(sum(CASE WHEN matter = 'release' THEN amount ELSE 0 END) AS BIGINT), \
     CAST(sum(CASE matter WHEN 'claim' THEN amount WHEN 'recovery' THEN -amount ELSE 0 END) AS BIGINT) \
     FROM fund_entry WHERE commune = $1 AND decision IS NOT NULL AND year <= $2 GROUP BY decision \
     HAVING max(year) >= $2 OR sum(CASE WHEN matter = 'commitment' THEN amount \
     WHEN matter IN ('payment', 'release') THEN -amount ELSE 0 END) <> 0 \
     OR sum(CASE matter WHEN 'claim' THEN amount WHEN 'recovery' THEN -amount ELSE 0 END) <> 0 \
     ORDER BY min(entered_on), decision";

pub(super) const ADD_BASE: &str = "INSERT INTO fund_base (commune, id, year, spending, area, paper, \
     recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
/// What was entered for a year, the newest first.
pub(super) const BASES: &str = "SELECT id, spending, area, paper FROM fund_base \
     WHERE commune = $1 AND year = $2 ORDER BY id DESC";

pub(super) const ADD_CLOSING: &str = "INSERT INTO fund_closing (commune, year, carried, owed_before, \
     income, committed, released, paid, organising, spent, claimed_before, claimed, recovered, \
     entries, closed_on, closed_by) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";
pub(super) const CLOSING: &str = "SELECT year, carried, owed_before, income, committed, released, \
     paid, organising, spent, claimed_before, claimed, recovered, closed_on, closed_by \
     FROM fund_closing \
     WHERE commune = $1 AND year = $2";
/// The newest year that was closed: years are closed one after another.
pub(super) const LAST_CLOSED: &str = "SELECT max(year) FROM fund_closing WHERE commune = $1";
