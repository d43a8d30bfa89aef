//! Numbers without gaps and doubles.

use std::sync::Barrier;

use chungsuc_server::access::Role;
use chungsuc_server::features::papers;
use chungsuc_server::refusal::Refusal;

use crate::harness::*;

on_both_engines! {
    fn officers_at_once_get_numbers_without_gap_or_double(engine: Engine) {
        let test = TestApp::new(engine);
        let (secretary, start) = (test.person(Role::CouncilSecretary), Barrier::new(8));
        let mut numbers: Vec<i64> = std::thread::scope(|scope| {
            let take = || {
                start.wait();
                let take = |_| {
                    test.app
                        .write(&secretary, |tx| papers::next_number(tx, "quyet-dinh", 2023, None))
                        .unwrap()
                };
                (0..10).map(take).collect::<Vec<_>>()
            };
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(take)).collect();
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
        });
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=80).collect::<Vec<i64>>());
    }

    fn a_number_that_was_not_used_goes_back(engine: Engine) {
        let test = TestApp::new(engine);
        let secretary = test.person(Role::CouncilSecretary);
        let refused: Result<(), Refusal> = test.app.write(&secretary, |tx| {
            papers::next_number(tx, "quyet-dinh", 2023, None)?;
            Err(Refusal::NotFound)
        });
        assert!(refused.is_err());
        let next = papers::coming_number(&test.app, COMMUNE, "quyet-dinh", 2023).unwrap();
        assert_eq!(next, 1);
    }

    fn an_office_goes_on_from_its_paper_book(engine: Engine) {
        let test = TestApp::new(engine);
        let secretary = test.person(Role::CouncilSecretary);
        let take = |at_least| {
            test.app
                .write(&secretary, |tx| papers::next_number(tx, "quyet-dinh", 2023, at_least))
        };
        assert_eq!(take(Some(312)).unwrap(), 312);
        assert_eq!(take(None).unwrap(), 313);
        assert!(matches!(take(Some(313)), Err(Refusal::Invalid(_))));
        let elsewhere =
            test.app.write(&secretary, |tx| papers::next_number(tx, "quyet-dinh", 2024, None));
        assert_eq!(elsewhere.unwrap(), 1, "each year begins anew");
    }
}
