//! The statements of decisions.

pub(super) const ONE: &str = "SELECT id, movement, sitting, abstract, bases, recipients, \
     reward_source, state, number, symbol, issued_on, signer_post, signer_name, paper, version, \
     discarded_because, certificate_key FROM decision WHERE commune = $1 AND id = $2";
pub(super) const AWARDED: &str = "SELECT seq, nomination, award, subject_kind, recipient, address, \
     achievement, reward, version, code, given, given_because, given_paper FROM decision_award \
     WHERE commune = $1 AND decision = $2 ORDER BY seq";
pub(super) const ADD: &str = "INSERT INTO decision (commune, id, movement, sitting, abstract, bases, \
     recipients, reward_source, state, symbol, signer_post, signer_name, part, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'draft', $9, $10, '', $11, 1)";
/// What drafts and issued decisions on a sitting and movement hold, each with the part it stands in.
pub(super) const DECIDED: &str = "SELECT d.part, a.nomination FROM decision d \
     JOIN decision_award a ON a.commune = d.commune AND a.decision = d.id \
     WHERE d.commune = $1 AND d.sitting = $2 AND d.movement = $3 AND d.state <> 'discarded'";
pub(super) const ADD_AWARDED: &str = "INSERT INTO decision_award (commune, decision, seq, \
     nomination, award, subject_kind, recipient, address, achievement, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)";
pub(super) const CORRECT: &str = "UPDATE decision SET abstract = $1, bases = $2, recipients = $3, \
     reward_source = $4, version = version + 1 \
     WHERE commune = $5 AND id = $6 AND version = $7 AND state = 'draft'";
/// A late rewording finds no draft, and so nothing to change.
pub(super) const REWORD: &str = "UPDATE decision_award SET recipient = $1, address = $2, \
     achievement = $3, version = version + 1 \
     WHERE commune = $4 AND decision = $5 AND seq = $6 AND version = $7 AND EXISTS (SELECT 1 \
     FROM decision d WHERE d.commune = $4 AND d.id = $5 AND d.state = 'draft')";
pub(super) const GIVE_REWARD: &str = "UPDATE decision_award SET given = $1, given_because = $2, \
     given_paper = $3, version = version + 1 \
     WHERE commune = $4 AND decision = $5 AND seq = $6 AND version = $7 AND EXISTS (SELECT 1 \
     FROM decision d WHERE d.commune = $4 AND d.id = $5 AND d.state = 'draft')";
pub(super) const FIX_LINE: &str = "UPDATE decision_award SET reward = $1, code = $2, \
     version = version + 1 WHERE commune = $3 AND decision = $4 AND seq = $5 AND version = $6";
pub(super) const ISSUE: &str = "UPDATE decision SET state = 'issued', year = $1, number = $2, \
     issued_on = $3, signer_post = $4, signer_name = $5, paper = $6, certificate_key = $7, \
     version = version + 1 WHERE commune = $8 AND id = $9 AND version = $10 AND state = 'draft'";
pub(super) const DISCARD: &str = "UPDATE decision SET state = 'discarded', discarded_because = $1, \
     version = version + 1 WHERE commune = $2 AND id = $3 AND version = $4 AND state = 'draft'";
pub(super) const KEEP_FILES: &str =
    "INSERT INTO decision_document (commune, decision, docx, pdf) VALUES ($1, $2, $3, $4)";
pub(super) const KEPT_FILES: &str =
    "SELECT docx, pdf FROM decision_document WHERE commune = $1 AND decision = $2";
pub(super) const TO_PRINT: &str =
    "INSERT INTO decision_print (commune, decision, document) VALUES ($1, $2, $3)";
pub(super) const WRITTEN_DOWN: &str =
    "SELECT document FROM decision_print WHERE commune = $1 AND decision = $2";
pub(super) const PRINTED: &str = "DELETE FROM decision_print WHERE commune = $1 AND decision = $2";
/// The newest day on which something took its number from the book of decisions, with that number.
pub(super) const NEWEST: &str = "SELECT number, symbol, issued_on FROM ( \
     SELECT number, symbol, issued_on FROM decision WHERE commune = $1 AND state = 'issued' \
     UNION ALL \
     SELECT number, symbol, issued_on FROM amendment WHERE commune = $1 AND state = 'issued') AS book \
     ORDER BY issued_on DESC, number DESC LIMIT 1";
/// The codes of one place in the golden book of a decision of any commune, by year, number and place:
/// of the first print and of those after a correction.
pub(super) const CODES_AT: &str = "SELECT a.code FROM decision d \
     JOIN decision_award a ON a.commune = d.commune AND a.decision = d.id \
     WHERE d.year = $1 AND d.number = $2 AND a.seq = $3 AND a.code IS NOT NULL \
     UNION ALL SELECT l.code FROM decision d \
     JOIN amendment_line l ON l.commune = d.commune AND l.decision = d.id \
     WHERE d.year = $1 AND d.number = $2 AND l.seq = $3 AND l.code IS NOT NULL";
/// Nominations that a closed sitting carried and no draft and no issued decision holds.
pub(super) const UNDECIDED: &str = "SELECT s.id, s.held_on, n.movement, m.name, n.award, n.id \
     FROM sitting s JOIN sitting_item i ON i.commune = s.commune AND i.sitting = s.id \
     JOIN nomination n ON n.commune = i.commune AND n.id = i.nomination \
     JOIN movement m ON m.commune = n.commune AND m.id = n.movement \
     WHERE s.commune = $1 AND s.state = 'closed' AND n.state = 'approved' \
     AND NOT EXISTS (SELECT 1 FROM decision_award a \
     JOIN decision d ON d.commune = a.commune AND d.id = a.decision \
     WHERE a.commune = n.commune AND a.nomination = n.id AND d.state <> 'discarded') ORDER BY s.held_on, s.id, n.movement";
pub(super) const DRAFTS: &str = "SELECT id, abstract FROM decision \
     WHERE commune = $1 AND state = 'draft' ORDER BY id";
pub(super) const ISSUED_IN: &str = "SELECT d.id, d.number, d.symbol, d.issued_on, \
     count(a.seq) - count(g.seq), \
     CAST(sum(CASE WHEN g.seq IS NULL AND a.reward IS NULL THEN 1 ELSE 0 END) AS BIGINT), \
     CAST(coalesce(sum(CASE WHEN g.seq IS NULL THEN a.reward END), 0) AS BIGINT), count(g.seq) \
     FROM decision d JOIN decision_award a ON a.commune = d.commune AND a.decision = d.id \
     LEFT JOIN (SELECT DISTINCT l.commune, l.decision, l.seq FROM amendment_line l \
     JOIN amendment m ON m.commune = l.commune AND m.id = l.amendment \
     WHERE m.kind = 'revocation' AND m.state = 'issued') AS g \
     ON g.commune = a.commune AND g.decision = a.decision AND g.seq = a.seq \
     WHERE d.commune = $1 AND d.movement = $2 AND d.issued_on >= $3 AND d.issued_on <= $4 \
     GROUP BY d.commune, d.id ORDER BY d.issued_on, d.number";

/// The codes of every print of each line that was taken back, with the decision that did so.
pub(super) const REVOKED_CODES: &str = "SELECT p.code, m.issued_on, m.number, m.symbol \
     FROM amendment m JOIN amendment_line l ON l.commune = m.commune AND l.amendment = m.id \
     JOIN (SELECT commune, decision, seq, code FROM decision_award UNION ALL \
     SELECT commune, decision, seq, code FROM amendment_line) AS p \
     ON p.commune = l.commune AND p.decision = l.decision AND p.seq = l.seq \
     WHERE m.commune = $1 AND m.kind = 'revocation' AND m.state = 'issued' AND p.code IS NOT NULL \
     ORDER BY m.issued_on, m.number, l.seq, p.code";

/// A list of decisions in one order; what an unknown reward leaves out of the sum is counted.
macro_rules! list {
    ($order:literal) => {
        concat!(
            "SELECT d.id, d.abstract, d.state, d.number, d.symbol, d.issued_on, count(a.seq), ",
            "count(a.reward), CAST(coalesce(sum(a.reward), 0) AS BIGINT) FROM decision d ",
            "JOIN decision_award a ON a.commune = d.commune AND a.decision = d.id ",
            "WHERE d.commune = $1 AND (CAST($2 AS BIGINT) IS NULL OR d.year = $2) ",
            "AND (CAST($3 AS TEXT) IS NULL OR d.state = $3) GROUP BY d.commune, d.id ORDER BY ",
            $order,
            " LIMIT $4 OFFSET $5"
        )
    };
}
/// Drafts first, then the newest; what was discarded comes last.
pub(super) const NEWEST_FIRST: &str = list!(
    "CASE d.state WHEN 'draft' THEN 0 WHEN 'issued' THEN 1 ELSE 2 END, \
     d.issued_on DESC, d.number DESC, d.id"
);
pub(super) const OLDEST_FIRST: &str = list!(
    "CASE d.state WHEN 'issued' THEN 0 WHEN 'draft' THEN 1 ELSE 2 END, \
     d.issued_on, d.number, d.id"
);
pub(super) const MOST_AWARDED: &str = list!("count(a.seq) DESC, d.id");
pub(super) const FEWEST_AWARDED: &str = list!("count(a.seq), d.id");
pub(super) const COUNT: &str = "SELECT count(*) FROM (SELECT 1 AS one FROM decision \
     WHERE commune = $1 AND (CAST($2 AS BIGINT) IS NULL OR year = $2) \
     AND (CAST($3 AS TEXT) IS NULL OR state = $3) LIMIT $4) AS capped";
pub(super) const YEARS: &str = "SELECT DISTINCT year FROM decision \
     WHERE commune = $1 AND state = 'issued' ORDER BY year DESC";

/// The lines of the golden book, of a year or all; names are searched without diacritics, those of
/// corrections too.
macro_rules! book {
    ($what:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $what,
            " FROM decision d ",
            "JOIN decision_award a ON a.commune = d.commune AND a.decision = d.id ",
            "JOIN nomination n ON n.commune = a.commune AND n.id = a.nomination ",
            "JOIN contestant c ON c.commune = n.commune AND c.id = n.contestant ",
            "WHERE d.commune = $1 AND d.state = 'issued' ",
            "AND (CAST($2 AS BIGINT) IS NULL OR d.year = $2) ",
            "AND (CAST($3 AS TEXT) IS NULL OR c.folded LIKE $3 OR EXISTS (SELECT 1 ",
            "FROM amendment_line l WHERE l.commune = a.commune AND l.decision = a.decision ",
            "AND l.seq = a.seq AND l.folded LIKE $3)) ",
            $rest
        )
    };
}
pub(super) const BOOK: &str =
    book!("d.id, a.seq", "ORDER BY d.issued_on DESC, d.number DESC, a.seq LIMIT $4 OFFSET $5");
pub(super) const BOOK_COUNT: &str =
    concat!("SELECT count(*) FROM (", book!("1 AS one", "LIMIT $4"), ") AS capped");
pub(super) const BOOK_OF_YEAR: &str = "SELECT id FROM decision \
     WHERE commune = $1 AND year = $2 AND state = 'issued' ORDER BY issued_on, number";

pub(super) const DELIVERIES: &str = "SELECT y.id, y.seq, y.print, y.delivered_on, y.occasion, \
     y.receiver, y.relation, a.full_name, y.undone_because FROM delivery y \
     JOIN account a ON a.commune = y.commune AND a.id = y.handed_by \
     WHERE y.commune = $1 AND y.decision = $2 ORDER BY y.delivered_on, y.id";
pub(super) const ADD_DELIVERY: &str = "INSERT INTO delivery (commune, id, decision, seq, print, \
     delivered_on, occasion, receiver, relation, handed_by) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
pub(super) const UNDO_DELIVERY: &str = "UPDATE delivery SET undone_because = $1 \
     WHERE commune = $2 AND id = $3 AND undone_because IS NULL";
/// Decisions with a line that was not taken back and whose newest print nobody has received.
pub(super) const UNDELIVERED: &str = "SELECT d.id, d.number, d.symbol, count(a.seq) FROM decision d \
     JOIN decision_award a ON a.commune = d.commune AND a.decision = d.id \
     WHERE d.commune = $1 AND d.state = 'issued' AND NOT EXISTS (SELECT 1 FROM amendment_line l \
     JOIN amendment m ON m.commune = l.commune AND m.id = l.amendment \
     WHERE l.commune = a.commune AND l.decision = a.decision AND l.seq = a.seq \
     AND m.kind = 'revocation' AND m.state = 'issued') \
     AND NOT EXISTS (SELECT 1 FROM delivery y WHERE y.commune = a.commune \
     AND y.decision = a.decision AND y.seq = a.seq AND y.undone_because IS NULL \
     AND y.print = coalesce((SELECT m.id FROM amendment_line l JOIN amendment m \
     ON m.commune = l.commune AND m.id = l.amendment WHERE l.commune = a.commune \
     AND l.decision = a.decision AND l.seq = a.seq AND m.state = 'issued' \
     ORDER BY m.issued_on DESC, m.number DESC LIMIT 1), '')) \
     GROUP BY d.commune, d.id ORDER BY d.issued_on, d.number";

pub(super) const SIGNERS: &str = "SELECT s.id, s.account, a.full_name, s.capacity, s.paper, \
     s.valid_from, s.valid_to FROM signer s \
     JOIN account a ON a.commune = s.commune AND a.id = s.account \
     WHERE s.commune = $1 ORDER BY a.full_name, s.account, s.valid_from";
pub(super) const ADD_SIGNER: &str = "INSERT INTO signer (commune, id, account, capacity, paper, \
     valid_from, valid_to) VALUES ($1, $2, $3, $4, $5, $6, $7)";
pub(super) const END_SIGNER: &str =
    "UPDATE signer SET valid_to = $1 WHERE commune = $2 AND id = $3";
