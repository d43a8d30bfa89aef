//! The statements of corrections and revocations.

macro_rules! columns {
    ($rest:literal) => {
        concat!(
            "SELECT id, decision, kind, state, ground, facts, bases, discarded_because, number, ",
            "symbol, issued_on, signer_post, signer_name, paper, docx, pdf, version FROM amendment ",
            $rest
        )
    };
}
pub(super) const ONE: &str = columns!("WHERE commune = $1 AND id = $2");
pub(super) const ABOUT: &str =
    columns!("WHERE commune = $1 AND decision = $2 ORDER BY issued_on, number, id");
pub(super) const LINES: &str = "SELECT seq, recipient, address, achievement, code, version \
     FROM amendment_line WHERE commune = $1 AND amendment = $2 ORDER BY seq";
pub(super) const ADD: &str = "INSERT INTO amendment (commune, id, decision, kind, state, ground, \
     facts, bases, symbol, signer_post, signer_name, version) \
     VALUES ($1, $2, $3, $4, 'draft', $5, $6, $7, $8, $9, '', 1)";
pub(super) const ADD_LINE: &str = "INSERT INTO amendment_line (commune, amendment, decision, seq, \
     recipient, address, achievement, folded, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)";
pub(super) const CORRECT: &str = "UPDATE amendment SET ground = $1, facts = $2, bases = $3, \
     version = version + 1 WHERE commune = $4 AND id = $5 AND version = $6 AND state = 'draft'";
pub(super) const REWORD: &str = "UPDATE amendment_line SET recipient = $1, address = $2, \
     achievement = $3, folded = $4, version = version + 1 \
     WHERE commune = $5 AND amendment = $6 AND seq = $7 AND version = $8 AND EXISTS (SELECT 1 \
     FROM amendment m WHERE m.commune = $5 AND m.id = $6 AND m.state = 'draft')";
pub(super) const DISCARD: &str = "UPDATE amendment SET state = 'discarded', discarded_because = $1, \
     version = version + 1 WHERE commune = $2 AND id = $3 AND version = $4 AND state = 'draft'";
pub(super) const FIX_LINE: &str = "UPDATE amendment_line SET code = $1, version = version + 1 \
     WHERE commune = $2 AND amendment = $3 AND seq = $4";
pub(super) const ISSUE: &str = "UPDATE amendment SET state = 'issued', year = $1, number = $2, \
     issued_on = $3, signer_post = $4, signer_name = $5, paper = $6, docx = $7, pdf = $8, \
     version = version + 1 WHERE commune = $9 AND id = $10 AND version = $11 AND state = 'draft'";
/// What issued decisions did to the lines of a decision, the oldest first.
pub(super) const DONE_TO: &str = "SELECT l.seq, m.id, m.kind, m.number, m.symbol, m.issued_on, \
     l.recipient, l.address, l.achievement, l.code FROM amendment m \
     JOIN amendment_line l ON l.commune = m.commune AND l.amendment = m.id \
     WHERE m.commune = $1 AND m.decision = $2 AND m.state = 'issued' \
     ORDER BY m.issued_on, m.number, l.seq";
/// The line to which a code belongs, by the first print or by a correction.
pub(super) const LINE_OF_CODE: &str = "SELECT decision, seq FROM decision_award \
     WHERE commune = $1 AND code = $2 \
     UNION SELECT decision, seq FROM amendment_line WHERE commune = $1 AND code = $2";
pub(super) const RECOVERED: &str = "SELECT y.seq, y.what, y.part, y.amount, y.recovered_on, y.note, \
     e.id IS NOT NULL FROM recovery y \
     LEFT JOIN fund_entry e ON e.commune = y.commune AND e.reverses = y.entry \
     WHERE y.commune = $1 AND y.amendment = $2 ORDER BY y.seq, y.what, y.part";
pub(super) const ADD_RECOVERY: &str = "INSERT INTO recovery (commune, amendment, seq, what, part, \
     amount, recovered_on, note, entry) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
pub(super) const DRAFTS: &str = "SELECT m.id, m.kind, d.number, d.symbol FROM amendment m \
     JOIN decision d ON d.commune = m.commune AND d.id = m.decision \
     WHERE m.commune = $1 AND m.state = 'draft' ORDER BY m.id";
pub(super) const REVOCATIONS: &str = "SELECT id FROM amendment \
     WHERE commune = $1 AND kind = 'revocation' AND state = 'issued' ORDER BY issued_on, number";
