//! The statements of councils, sittings and votes.

pub(super) const ADD_COUNCIL: &str = "INSERT INTO council (commune, id, name, paper, quorum_part, \
     quorum_whole, pass_part, pass_whole, more_than, pass_of, valid_from, valid_to, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)";
pub(super) const END_COUNCIL: &str = "UPDATE council SET valid_to = $1, version = version + 1 \
     WHERE commune = $2 AND id = $3";
pub(super) const COUNCILS: &str = "SELECT id, name, paper, quorum_part, quorum_whole, pass_part, \
     pass_whole, more_than, pass_of, valid_from, valid_to FROM council \
     WHERE commune = $1 ORDER BY valid_from DESC";
pub(super) const ADD_MEMBER: &str = "INSERT INTO council_member (commune, id, council, account, \
     post, part, valid_from) VALUES ($1, $2, $3, $4, $5, $6, $7)";
pub(super) const MEMBERS: &str = "SELECT m.id, m.account, a.full_name, m.post, m.part \
     FROM council_member m JOIN account a ON a.commune = m.commune AND a.id = m.account \
     WHERE m.commune = $1 AND m.council = $2";

pub(super) const ADD_SITTING: &str = "INSERT INTO sitting (commune, id, council, held_on, place, \
     manner, state, version) VALUES ($1, $2, $3, $4, $5, $6, 'called', 1)";
pub(super) const MOVE_SITTING: &str = "UPDATE sitting SET state = $1, version = version + 1 \
     WHERE commune = $2 AND id = $3 AND state = $4";
/// The row lock that this takes holds the sitting in its state until the transaction ends.
pub(super) const HOLD_SITTING: &str = "UPDATE sitting SET state = state \
     WHERE commune = $1 AND id = $2 AND state = $3 RETURNING id";
pub(super) const SITTING: &str = "SELECT id, council, held_on, place, state, \
     manner, round, written_until FROM sitting \
     WHERE commune = $1 AND id = $2";
pub(super) const SITTINGS: &str = "SELECT id, council, held_on, place, state, \
     manner, round, written_until FROM sitting \
     WHERE commune = $1 ORDER BY held_on DESC, id DESC";
pub(super) const ADD_ITEM: &str =
    "INSERT INTO sitting_item (commune, sitting, nomination, seq) VALUES ($1, $2, $3, $4)";
pub(super) const NEXT_ITEM: &str = "SELECT CAST(coalesce(max(seq), 0) + 1 AS BIGINT) \
     FROM sitting_item WHERE commune = $1 AND sitting = $2";
/// The last closed sitting that had a nomination on its agenda.
pub(super) const SITTING_OF: &str = "SELECT s.id FROM sitting_item i \
     JOIN sitting s ON s.commune = i.commune AND s.id = i.sitting \
     WHERE i.commune = $1 AND i.nomination = $2 AND s.state = 'closed' \
     ORDER BY s.held_on DESC, s.id DESC LIMIT 1";
pub(super) const ITEMS: &str = "SELECT nomination FROM sitting_item \
     WHERE commune = $1 AND sitting = $2 ORDER BY seq";
/// The award that each dossier proposes.
pub(super) const AWARDS: &str = "SELECT i.nomination, n.award FROM sitting_item i \
     JOIN nomination n ON n.commune = i.commune AND n.id = i.nomination \
     WHERE i.commune = $1 AND i.sitting = $2";
pub(super) const ADD_RULE: &str =
    "INSERT INTO sitting_rule (commune, sitting, nomination, rule) VALUES ($1, $2, $3, $4)";
pub(super) const RULES: &str =
    "SELECT nomination, rule FROM sitting_rule WHERE commune = $1 AND sitting = $2";
pub(super) const ADD_PRESENT: &str =
    "INSERT INTO attendance (commune, sitting, member, how) VALUES ($1, $2, $3, $4)";
pub(super) const PRESENT: &str =
    "SELECT member, how FROM attendance WHERE commune = $1 AND sitting = $2";

pub(super) const CAST: &str = "INSERT INTO ballot (commune, sitting, nomination, member, choice, \
     cast_at) VALUES ($1, $2, $3, $4, $5, $6)";
pub(super) const BALLOTS: &str = "SELECT nomination, member, choice FROM ballot \
     WHERE commune = $1 AND sitting = $2";

pub(super) const SET_WRITTEN_UNTIL: &str =
    "UPDATE sitting SET written_until = $1 WHERE commune = $2 AND id = $3";
pub(super) const NEXT_ROUND: &str = "UPDATE sitting SET round = round + 1, version = version + 1 \
     WHERE commune = $1 AND id = $2 AND round = $3 AND state = 'open'";

pub(super) const ADD_INTEREST: &str = "INSERT INTO interest (commune, sitting, nomination, member, \
     reason, declared_at) VALUES ($1, $2, $3, $4, $5, $6)";
pub(super) const INTERESTS: &str = "SELECT nomination, member, reason FROM interest \
     WHERE commune = $1 AND sitting = $2 ORDER BY nomination, member";

pub(super) const ADD_TO_ROLL: &str = "INSERT INTO ballot_roll (commune, sitting, round, part, \
     member, cast_at) VALUES ($1, $2, $3, $4, $5, $6)";
pub(super) const ROLL: &str = "SELECT DISTINCT member FROM ballot_roll \
     WHERE commune = $1 AND sitting = $2 AND round = $3";
pub(super) const HANDED_IN: &str = "SELECT part FROM ballot_roll \
     WHERE commune = $1 AND sitting = $2 AND round = $3 AND member = $4 ORDER BY part";
pub(super) const ADD_SEALED: &str = "INSERT INTO sealed_ballot (commune, sitting, round, part, \
     member, sealed) VALUES ($1, $2, $3, $4, $5, $6)";
pub(super) const SEALED: &str = "SELECT part, member, sealed FROM sealed_ballot \
     WHERE commune = $1 AND sitting = $2 AND round = $3 ORDER BY part, member";
pub(super) const DROP_SEALED: &str = "DELETE FROM sealed_ballot \
     WHERE commune = $1 AND sitting = $2 AND round = $3";
/// Across communes: a program asks it about its own keys.
pub(super) const BOX_IN_USE: &str = "SELECT round FROM sitting \
     WHERE id = $1 AND round = $2 AND state <> 'closed'";

pub(super) const PAPER_COUNTS: &str = "SELECT nomination, counter, in_favour, against, abstain, \
     invalid FROM paper_count WHERE commune = $1 AND sitting = $2 ORDER BY nomination, counter";
pub(super) const TYPE_COUNT: &str = "INSERT INTO paper_count (commune, sitting, nomination, counter, \
     in_favour, against, abstain, invalid) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
     ON CONFLICT (commune, sitting, nomination, counter) DO UPDATE SET \
     in_favour = excluded.in_favour, against = excluded.against, abstain = excluded.abstain, \
     invalid = excluded.invalid";
pub(super) const ADD_COUNT: &str = "INSERT INTO sitting_count (commune, sitting, nomination, \
     in_favour, against, abstain, invalid) VALUES ($1, $2, $3, $4, $5, $6, $7)";
pub(super) const COUNTS: &str = "SELECT nomination, in_favour, against, abstain, invalid \
     FROM sitting_count WHERE commune = $1 AND sitting = $2";

pub(super) const AWARD_RULES: &str = "SELECT id, award, paper, quorum_part, quorum_whole, pass_part, \
     pass_whole, more_than, pass_of, valid_from, valid_to, version FROM award_ballot_rule \
     WHERE commune = $1 ORDER BY award, valid_from DESC";
pub(super) const ADD_AWARD_RULE: &str = "INSERT INTO award_ballot_rule (commune, id, award, paper, \
     quorum_part, quorum_whole, pass_part, pass_whole, more_than, pass_of, valid_from, valid_to, \
     version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)";
pub(super) const END_AWARD_RULE: &str = "UPDATE award_ballot_rule SET valid_to = $1, \
     version = version + 1 WHERE commune = $2 AND id = $3 AND version = $4";
