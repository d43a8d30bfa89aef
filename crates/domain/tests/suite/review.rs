//! The way of a value, step by step.

use chungsuc_domain::review::{Refusal, Review, Stage};

fn returned() -> Review {
    Review::Returned { reason: "Thiếu biên bản họp làng".into() }
}

#[test]
fn steps_that_lead_on() {
    assert_eq!(Review::Draft.send(), Ok(Review::Sent));
    assert_eq!(Review::Sent.accept(), Ok(Review::Accepted));
    assert_eq!(Review::Sent.give_back(" Thiếu biên bản họp làng "), Ok(returned()));
    assert_eq!(returned().send(), Ok(Review::Sent));
    assert_eq!(returned().reason(), Some("Thiếu biên bản họp làng"));
}

#[test]
fn no_stage_is_skipped() {
    for stays in [Review::Draft, returned(), Review::Accepted] {
        let refused = Refusal::Stage(stays.stage());
        assert_eq!(stays.accept(), Err(refused), "{stays:?}");
        assert_eq!(stays.give_back("Sai số liệu"), Err(refused), "{stays:?}");
    }
    for stays in [Review::Sent, Review::Accepted] {
        assert_eq!(stays.send(), Err(Refusal::Stage(stays.stage())));
        assert!(!stays.may_edit());
    }
    assert_eq!(Review::Sent.give_back("  "), Err(Refusal::NoReason));
}

#[test]
fn only_accepted_values_count() {
    let counting: Vec<bool> = [Review::Draft, Review::Sent, Review::Accepted, returned()]
        .iter()
        .map(Review::counts)
        .collect();
    assert_eq!(counting, [false, false, true, false]);
}

#[test]
fn a_stored_review_is_restored_whole() {
    for review in [Review::Draft, Review::Sent, Review::Accepted, returned()] {
        let reason = review.reason().map(str::to_owned);
        assert_eq!(Review::restore(review.stage(), reason), Ok(review));
    }
    assert_eq!(Review::restore(Stage::Returned, None), Err(Refusal::NoReason));
    let odd = Review::restore(Stage::Sent, Some("Sai".into()));
    assert_eq!(odd, Err(Refusal::Stage(Stage::Sent)));
}
