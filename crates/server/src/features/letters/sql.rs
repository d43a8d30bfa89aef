//! The statements of letters.

/// The columns of a letter, in the order in which `Letter::read` reads them.
macro_rules! columns {
    () => {
        "l.id, l.sort, l.sitting, l.movement, l.nomination, l.title, l.typed, l.signer_post, \
         l.signer_name, l.readers, l.state, l.reason, l.number, l.symbol, l.issued_on, l.paper, \
         l.docx, l.pdf, l.version, c.village, l.recognition"
    };
}
/// Letters, with the village of the nominee that one may be about.
macro_rules! letters {
    () => {
        " FROM letter l \
         LEFT JOIN nomination n ON n.commune = l.commune AND n.id = l.nomination \
         LEFT JOIN contestant c ON c.commune = n.commune AND c.id = n.contestant"
    };
}

pub(super) const ONE: &str =
    concat!("SELECT ", columns!(), letters!(), " WHERE l.commune = $1 AND l.id = $2");
pub(super) const ADD: &str = "INSERT INTO letter (commune, id, sort, sitting, movement, \
     nomination, recognition, title, folded, typed, signer_post, signer_name, readers, symbol, \
     state, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'draft', 1)";
pub(super) const CORRECT: &str = "UPDATE letter SET title = $1, folded = $2, typed = $3, \
     signer_post = $4, signer_name = $5, version = version + 1 \
     WHERE commune = $6 AND id = $7 AND version = $8 AND state = 'draft'";
pub(super) const DISCARD: &str = "UPDATE letter SET state = 'discarded', reason = $1, \
     version = version + 1 WHERE commune = $2 AND id = $3 AND version = $4 AND state = 'draft'";
pub(super) const ISSUE: &str = "UPDATE letter SET state = 'issued', title = $1, year = $2, \
     number = $3, issued_on = $4, paper = $5, docx = $6, pdf = $7, version = version + 1 \
     WHERE commune = $8 AND id = $9 AND version = $10 AND state = 'draft'";
pub(super) const FINISH: &str = "UPDATE letter SET state = 'finished', title = $1, \
     issued_on = $2, docx = $3, pdf = $4, version = version + 1 \
     WHERE commune = $5 AND id = $6 AND version = $7 AND state = 'draft'";
pub(super) const WITHDRAW: &str = "UPDATE letter SET state = 'withdrawn', reason = $1, \
     version = version + 1 WHERE commune = $2 AND id = $3 AND version = $4 \
     AND state IN ('issued', 'finished')";
/// The newest day on which a number of this book was given.
pub(super) const NEWEST: &str = "SELECT number, issued_on FROM letter \
     WHERE commune = $1 AND symbol = $2 AND year = $3 ORDER BY number DESC LIMIT 1";
/// What is written about a record of any kind, the newest first.
pub(super) const ABOUT: &str = concat!(
    "SELECT ",
    columns!(),
    letters!(),
    " WHERE l.commune = $1 AND (l.sitting = $2 OR l.movement = $2 \
     OR l.nomination = $2 OR l.recognition = $2) ORDER BY l.id DESC"
);
/// The last issued letter of a sort about a sitting, if it still counts.
pub(super) const PAPER_OF_SITTING: &str = "SELECT paper FROM letter WHERE commune = $1 \
     AND sitting = $2 AND sort = $3 AND state = 'issued' \
     ORDER BY issued_on DESC, number DESC LIMIT 1";
pub(super) const DRAFTS: &str = concat!(
    "SELECT ",
    columns!(),
    letters!(),
    " WHERE l.commune = $1 AND l.state = 'draft' ORDER BY l.id"
);

/// What both statements of the list filter by; `$2` is set for who reads only what is for all, `$3` is
/// then the village whose nominees they may read of.
macro_rules! filter {
    () => {
        concat!(
            letters!(),
            " WHERE l.commune = $1 AND (CAST($2 AS TEXT) IS NULL \
             OR (l.readers = $2 AND l.state IN ('issued', 'withdrawn')) \
             OR (l.nomination IS NOT NULL AND c.village = CAST($3 AS TEXT))) \
             AND (CAST($4 AS TEXT) IS NULL OR l.folded LIKE $4) \
             AND (CAST($5 AS TEXT) IS NULL OR l.sort = $5) \
             AND (CAST($6 AS TEXT) IS NULL OR l.state = $6)"
        )
    };
}
/// Drafts first, then the newest.
pub(super) const LIST: &str = concat!(
    "SELECT ",
    columns!(),
    filter!(),
    " ORDER BY CASE l.state WHEN 'draft' THEN 0 ELSE 1 END, l.issued_on DESC, l.id DESC \
     LIMIT $7 OFFSET $8"
);
pub(super) const COUNT: &str =
    concat!("SELECT count(*) FROM (SELECT 1 AS one", filter!(), " LIMIT $7) AS capped");
