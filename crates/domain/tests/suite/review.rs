//! The way of a value, step by step.

use chungsuc_domain::review::{Charge, Refusal, Review, Right, Stage, right};

const WHY: &str = "Thiếu biên bản họp làng";

fn returned() -> Review {
    Review::Returned { reason: WHY.into() }
}

fn questioned() -> Review {
    Review::Questioned { reason: WHY.into() }
}

fn all() -> [Review; 6] {
    use Review::{Accepted, Draft, Sent, Verified};
    [Draft, Sent, Verified, Accepted, returned(), questioned()]
}

#[test]
fn steps_that_lead_on() {
    assert_eq!(Review::Draft.send(), Ok(Review::Sent));
    assert_eq!(Review::Sent.verify(), Ok(Review::Verified));
    assert_eq!(Review::Verified.accept(), Ok(Review::Accepted));
    assert_eq!(returned().send(), Ok(Review::Sent));
    assert_eq!(questioned().verify(), Ok(Review::Verified));
    assert_eq!(returned().reason(), Some(WHY));
    assert_eq!(questioned().reason(), Some(WHY));
}

#[test]
fn what_is_given_back_goes_one_step() {
    let padded = format!(" {WHY} ");
    assert_eq!(Review::Sent.give_back(&padded), Ok(returned()), "the officer to the village");
    assert_eq!(Review::Verified.question(&padded), Ok(questioned()), "the board to the officer");
    assert_eq!(questioned().give_back(WHY), Ok(returned()), "and from there to the village");
    for from in all() {
        if from.give_back(WHY).is_ok() {
            assert!(from.is_with_officer(), "{from:?} jumps to the village");
        }
        if from.question(WHY).is_ok() {
            assert!(from.is_with_board(), "{from:?} is not the board's");
        }
    }
}

#[test]
fn only_what_is_accepted_is_opened_again() {
    for from in all() {
        let wanted = match from.stage() {
            Stage::Accepted => Ok(questioned()),
            stage => Err(Refusal::Stage(stage)),
        };
        assert_eq!(from.reopen(WHY), wanted, "{from:?}");
    }
    assert_eq!(Review::Accepted.reopen(" "), Err(Refusal::NoReason));
}

#[test]
fn no_stage_is_skipped() {
    for from in all() {
        let refused = Err(Refusal::Stage(from.stage()));
        let may =
            [from.send(), from.verify(), from.accept(), from.give_back(WHY), from.question(WHY)];
        let wanted = match from.stage() {
            Stage::Draft | Stage::Returned => [true, false, false, false, false],
            Stage::Sent | Stage::Questioned => [false, true, false, true, false],
            Stage::Verified => [false, false, true, false, true],
            Stage::Accepted => [false; 5],
        };
        for (done, allowed) in may.into_iter().zip(wanted) {
            if allowed { assert!(done.is_ok(), "{from:?}") } else { assert_eq!(done, refused) }
        }
        assert_eq!(
            from.may_edit(),
            wanted[0],
            "{from:?} opens to the village only when it is theirs"
        );
    }
    assert_eq!(Review::Sent.give_back("  "), Err(Refusal::NoReason));
    assert_eq!(Review::Verified.question(""), Err(Refusal::NoReason));
}

#[test]
fn only_accepted_values_count() {
    let counting = all().map(|review| review.counts());
    assert_eq!(counting, [false, false, false, true, false, false]);
}

#[test]
fn a_stored_review_is_restored_whole() {
    for review in all() {
        let reason = review.reason().map(str::to_owned);
        assert_eq!(Review::restore(review.stage(), reason), Ok(review));
    }
    assert_eq!(Review::restore(Stage::Returned, None), Err(Refusal::NoReason));
    assert_eq!(Review::restore(Stage::Questioned, Some(" ".into())), Err(Refusal::NoReason));
    let odd = Review::restore(Stage::Sent, Some("Sai".into()));
    assert_eq!(odd, Err(Refusal::Stage(Stage::Sent)));
}

/// Who may take the officer's step: the officer in charge; the board in their place and with a reason;
/// where nobody is in charge, any officer.
#[test]
fn the_officers_step_is_for_who_is_in_charge() {
    use Charge::{Another, Nobody, Own};
    let why = Some("cán bộ đi học");
    let instead = || Ok(Right::Instead { reason: "cán bộ đi học".into() });
    for (charge, officer, board, reason, wanted) in [
        (Nobody, true, false, None, Ok(Right::AnyOfficer)),
        (Nobody, false, true, why, Err(Refusal::NotInCharge)),
        (Own, true, false, None, Ok(Right::InCharge)),
        (Own, true, true, None, Ok(Right::InCharge)),
        (Own, false, false, None, Err(Refusal::NotInCharge)),
        (Another, true, false, why, Err(Refusal::NotInCharge)),
        (Another, false, true, why, instead()),
        (Another, false, true, Some("  "), Err(Refusal::NoReason)),
        (Another, false, true, None, Err(Refusal::NoReason)),
        (Another, false, false, why, Err(Refusal::NotInCharge)),
    ] {
        let found = right(charge, officer, board, reason);
        assert_eq!(found, wanted, "{charge:?} officer {officer} board {board} {reason:?}");
    }
}
