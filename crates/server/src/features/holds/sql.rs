//! The statements of holds. There is none that changes or deletes.

/// What a hold is, with its end, by a filter.
macro_rules! holds {
    ($what:literal, $filter:literal) => {
        concat!(
            "SELECT ",
            $what,
            " FROM hold h LEFT JOIN hold_end e ON e.commune = h.commune AND e.hold = h.id \
             WHERE h.commune = $1 AND ",
            $filter
        )
    };
    ($filter:literal) => {
        holds!(
            "h.id, h.subject_kind, h.subject, h.name, h.kind, h.since, h.paper, h.issuer, h.words, \
             h.entered_by, h.entered_on, e.ended_on, e.paper, e.words, e.entered_by, e.entered_on",
            $filter
        )
    };
}

pub(super) const ONE: &str = holds!("h.id = $2");
pub(super) const OF_SUBJECT: &str =
    holds!("h.subject_kind = $2 AND h.subject = $3 ORDER BY h.entered_on, h.id");
pub(super) const LIST: &str = holds!(
    "(CAST($2 AS TEXT) IS NULL OR h.folded LIKE $2) \
     AND (CAST($3 AS TEXT) IS NULL OR ($3 = 'open') = (e.hold IS NULL)) \
     ORDER BY CASE WHEN e.hold IS NULL THEN 0 ELSE 1 END, h.since DESC, h.id DESC LIMIT $4 OFFSET $5"
);
pub(super) const COUNT: &str = concat!(
    "SELECT count(*) FROM (",
    holds!(
        "1 AS one",
        "(CAST($2 AS TEXT) IS NULL OR h.folded LIKE $2) \
         AND (CAST($3 AS TEXT) IS NULL OR ($3 = 'open') = (e.hold IS NULL)) LIMIT $4"
    ),
    ") AS capped"
);
pub(super) const OPEN_SUBJECTS: &str = holds!("h.subject_kind, h.subject", "e.hold IS NULL");
pub(super) const ALIKE: &str = holds!(
    "h.id",
    "h.subject_kind = $2 AND h.subject = $3 AND h.kind = $4 AND h.paper = $5 AND e.hold IS NULL"
);
pub(super) const ADD: &str = "INSERT INTO hold (commune, id, subject_kind, subject, name, folded, kind, \
     since, paper, issuer, words, entered_by, entered_on) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
pub(super) const END: &str = "INSERT INTO hold_end (commune, hold, ended_on, paper, words, entered_by, \
     entered_on) VALUES ($1, $2, $3, $4, $5, $6, $7)";
