//! Who leads a cluster.

use chungsuc_domain::Decimal;
use chungsuc_domain::cluster::{Basis, Criterion, Scores, Sort, scores_whom, standings};
use proptest::prelude::*;

fn points(whole: i64) -> Option<Decimal> {
    Some(Decimal::from_thousandths(whole * 1000))
}

fn criterion(sort: Sort, most: i64) -> Criterion {
    Criterion { text: "Nội dung".into(), sort, most: most * 1000 }
}

fn sheet() -> Vec<Criterion> {
    vec![
        criterion(Sort::Points, 50),
        criterion(Sort::Points, 50),
        criterion(Sort::Bonus, 10),
        criterion(Sort::Penalty, 10),
    ]
}

fn own(row: [i64; 4]) -> Scores {
    Scores { own: row.map(points).to_vec(), ..Scores::default() }
}

fn places(ties: &[usize], members: &[Scores]) -> Vec<Option<usize>> {
    standings(&sheet(), ties, members).iter().map(|one| one.place).collect()
}

#[test]
fn bonus_adds_and_penalty_takes_away() {
    let found = standings(&sheet(), &[], &[own([40, 40, 5, 3]), own([0, 0, 0, 0])]);
    assert_eq!(found[0].total, points(82));
    assert_eq!((found[1].total, found[1].place), (points(0), Some(2)), "zero is a sum");
}

#[test]
fn what_was_settled_counts_before_the_others_and_those_before_oneself() {
    let mut scores = own([40, 0, 0, 0]);
    assert_eq!(scores.counts(0), points(40).map(|points| (points, Basis::Own)));
    scores.peers = vec![vec![points(30)], vec![points(31)], vec![None]];
    let mean = Decimal::from_thousandths(30_500);
    assert_eq!(scores.counts(0), Some((mean, Basis::Peers)));
    assert_eq!(scores.apart(0), Some(Decimal::from_thousandths(9_500)));
    scores.settled = vec![points(35)];
    assert_eq!(scores.counts(0), points(35).map(|points| (points, Basis::Settled)));
    // 91,666… of three is rounded to hundredths.
    scores.peers = [30, 30, 31].map(|one| vec![points(one)]).to_vec();
    assert_eq!(scores.mean(0), Some(Decimal::from_thousandths(30_330)));
}

#[test]
fn equals_are_told_apart_by_the_regulation_or_share_a_place() {
    let members =
        [own([40, 30, 0, 0]), own([30, 40, 0, 0]), own([40, 30, 0, 0]), own([10, 0, 0, 0])];
    assert_eq!(places(&[], &members), [Some(1), Some(1), Some(1), Some(4)]);
    assert_eq!(places(&[1], &members), [Some(2), Some(1), Some(2), Some(4)]);
    let found = standings(&sheet(), &[2, 1], &members);
    assert_eq!(found[1].told_apart_by, Some(1), "the bonus was the same");
    assert_eq!(found[3].told_apart_by, None);
    // Fewer points taken away are better.
    let members = [own([50, 40, 5, 5]), own([50, 40, 0, 0])];
    assert_eq!(places(&[3], &members), [Some(2), Some(1)]);
}

#[test]
fn who_has_no_points_yet_has_no_place() {
    let mut unknown = own([1, 1, 1, 1]);
    unknown.own[2] = None;
    let found = standings(&sheet(), &[0], &[unknown, own([1, 1, 1, 1])]);
    assert_eq!((found[0].total, found[0].place), (None, None));
    assert_eq!(found[1].place, Some(1));
}

proptest! {
    #[test]
    fn each_is_scored_by_as_many_others(members in 1_usize..20, peers in 0_usize..25) {
        let given: Vec<_> = (0..members).map(|one| scores_whom(one, members, peers)).collect();
        for one in 0..members {
            prop_assert!(!given[one].contains(&one));
            let by = given.iter().filter(|whom| whom.contains(&one)).count();
            prop_assert_eq!(by, peers.min(members - 1));
        }
    }

    #[test]
    fn places_do_not_depend_on_the_order_of_the_members(
        rows in prop::collection::vec(prop::array::uniform4(0_i64..4), 1..8),
        turn in 0_usize..8,
    ) {
        let members: Vec<_> = rows.iter().map(|row| own(*row)).collect();
        let mut turned = members.clone();
        let turn = turn % members.len();
        turned.rotate_left(turn);
        let mut after = places(&[1, 3], &turned);
        after.rotate_right(turn);
        prop_assert_eq!(places(&[1, 3], &members), after);
    }
}
