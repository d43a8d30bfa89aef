//! Votes at the borders of quorum and share.

use crate::{catalog, day};
use chungsuc_domain::Decimal;
use chungsuc_domain::ballot::*;
use chungsuc_domain::catalog::Sourced;
use chungsuc_domain::decision::{TextKey, Verdict};
use proptest::prelude::*;

fn suggested() -> Sourced<BallotRule> {
    catalog().ballot_rule(day("2023-12-20")).unwrap().clone()
}

fn votes(in_favour: u32, against: u32, abstain: u32, invalid: u32) -> Votes {
    Votes { in_favour, against, abstain, invalid }
}

fn count(rule: &Sourced<BallotRule>, members: u32, present: u32, votes: Votes) -> Tally {
    tally(rule, day("2023-12-20"), members, present, votes).unwrap()
}

/// The suggestion: two thirds take part, 70 per cent of all members in favour.
#[test]
fn quorum_and_share_at_their_borders() {
    use TextKey::*;
    let cases = [
        (9, 6, votes(6, 0, 0, 0), Verdict::No, [BallotQuorum, BallotNotPassed]),
        (9, 5, votes(5, 0, 0, 0), Verdict::No, [BallotNoQuorum, BallotNotPassed]),
        (10, 7, votes(7, 0, 0, 0), Verdict::Yes, [BallotQuorum, BallotPassed]),
        (10, 10, votes(7, 1, 1, 1), Verdict::Yes, [BallotQuorum, BallotPassed]),
        (10, 10, votes(6, 0, 2, 2), Verdict::No, [BallotQuorum, BallotNotPassed]),
        (1, 1, votes(0, 1, 0, 0), Verdict::No, [BallotQuorum, BallotNotPassed]),
    ];
    let rule = suggested();
    for (members, present, votes, verdict, keys) in cases {
        let tally = count(&rule, members, present, votes);
        assert_eq!(tally.answer.verdict, verdict, "{members} {present} {votes:?}");
        let said: Vec<TextKey> = tally.answer.reasons.iter().map(|r| r.text_key).collect();
        assert_eq!(said, keys);
        assert!(!tally.answer.is_settled(), "the rule is a suggestion");
    }
}

#[test]
fn the_rule_chooses_the_whole_and_the_border() {
    let mut rule = suggested();
    rule.value.base = Base::Present;
    assert_eq!(count(&rule, 10, 7, votes(5, 2, 0, 0)).answer.verdict, Verdict::Yes);
    assert_eq!(count(&rule, 10, 7, votes(4, 0, 3, 0)).answer.verdict, Verdict::No);
    // Everybody in the room agrees, but the room is too small.
    assert_eq!(count(&rule, 10, 6, votes(6, 0, 0, 0)).answer.verdict, Verdict::No);

    rule.value.pass = Fraction::new(1, 2).unwrap();
    let half = votes(4, 4, 0, 0);
    assert_eq!(count(&rule, 8, 8, half).answer.verdict, Verdict::Yes);
    rule.value.more_than = true;
    assert_eq!(count(&rule, 8, 8, half).answer.verdict, Verdict::No);
}

#[test]
fn a_tally_shows_its_counts() {
    let tally = count(&suggested(), 9, 8, votes(6, 1, 0, 0));
    assert_eq!(tally.not_cast, 1);
    assert_eq!(tally.share, Decimal::parse("66,67").unwrap());
}

#[test]
fn impossible_counts_are_refused() {
    let count =
        |members, present, votes| tally(&suggested(), day("2023-12-20"), members, present, votes);
    assert_eq!(count(9, 0, Votes::default()), Err(TallyError::Nobody));
    let crowd = TallyError::MoreThanMembers { members: 9, present: 10 };
    assert_eq!(count(9, 10, Votes::default()), Err(crowd));
    let stuffed = TallyError::MoreThanPresent { present: 8, votes: 9 };
    assert_eq!(count(9, 8, votes(9, 0, 0, 0)), Err(stuffed));
    let flood = votes(u32::MAX, u32::MAX, 0, 0);
    assert!(count(9, 8, flood).is_err());
    assert_eq!(Fraction::new(1, 0), Err(NotAFraction));
    assert_eq!(Fraction::new(3, 2), Err(NotAFraction));
}

fn rule((quorum, pass, more_than, members): ((u32, u32), (u32, u32), bool, bool)) -> BallotRule {
    let share = |(part, more): (u32, u32)| Fraction::new(part, part + more).unwrap();
    let base = if members { Base::Members } else { Base::Present };
    BallotRule { quorum: share(quorum), pass: share(pass), more_than, base }
}

fn any_rule() -> impl Strategy<Value = BallotRule> {
    ((1..12u32, 0..12u32), (1..12u32, 0..12u32), any::<bool>(), any::<bool>()).prop_map(rule)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    /// What a rule that asks for as much carries, the other one carries too.
    #[test]
    fn a_stricter_rule_carries_nothing_that_the_other_does_not(
        strict in any_rule(), lax in any_rule(), members in 1..30u32, absent in 0..30u32, yes in 0..30u32,
    ) {
        if !strict.asks_at_least(&lax) || absent >= members || yes > members - absent {
            return Ok(());
        }
        let carried = |value: BallotRule| {
            let rule = Sourced { value, ..suggested() };
            let tally = count(&rule, members, members - absent, votes(yes, 0, 0, 0));
            tally.answer.verdict == Verdict::Yes
        };
        prop_assert!(!carried(strict) || carried(lax));
    }
}

proptest! {
    /// One more vote in favour never turns a carried proposal down.
    #[test]
    fn a_vote_in_favour_never_harms(yes in 0..60u32, no in 1..60u32, absent in 0..60u32) {
        let (rule, present) = (suggested(), yes + no);
        let before = count(&rule, present + absent, present, votes(yes, no, 0, 0));
        let after = count(&rule, present + absent, present, votes(yes + 1, no - 1, 0, 0));
        let carried = |tally: Tally| tally.answer.verdict == Verdict::Yes;
        prop_assert!(!carried(before) || carried(after));
    }
}
