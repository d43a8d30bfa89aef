//! A ledger that is never rewritten, in natural units, without pressure on anybody.

use chungsuc_domain::{ContributionKind, Decimal, Measure, Period, Vnd};
use chungsuc_server::access::{Person, Role};
use chungsuc_server::features::contributions::{
    self, Filter, Giver, KindTotal, NewContribution, record, reverse, totals,
};
use chungsuc_server::features::{directory, movements};
use chungsuc_server::refusal::Refusal;
use proptest::prelude::{Strategy, any, prop};
use proptest::test_runner::{Config, TestRunner};

use crate::harness::*;

const LENG: &str = "23668-05";

fn movement(test: &TestApp, by: &Person) -> String {
    movements::current(&test.app, by).unwrap().unwrap().id
}

fn all(test: &TestApp, by: &Person) -> Vec<KindTotal> {
    let movement = movements::current(&test.app, by).unwrap().unwrap();
    totals(&test.app, by, &movement.id, movement.period).unwrap()
}

fn amount(totals: &[KindTotal], measure: Measure) -> i64 {
    let of = totals.iter().find(|total| total.measure == measure);
    of.map_or(0, |total| total.quantity.amount.thousandths() / 1_000)
}

fn gift(kind: ContributionKind, measure: Measure, quantity: i64) -> NewContribution {
    NewContribution {
        village: SO_TOR.into(),
        giver: Giver::Free("Người con xa quê".into()),
        kind,
        quantity: Decimal::from_thousandths(quantity * 1_000),
        measure,
        given_on: "2023-12-18".parse().unwrap(),
        purpose: "Đường ra giọt nước".into(),
        receipt: "PT-99".into(),
        public_name: false,
    }
}

fn money<'a>(quantity: &'a str, day: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("giver", "Người con xa quê"),
        ("kind", "money"),
        ("quantity", quantity),
        ("village", SO_TOR),
        ("given_on", day),
        ("purpose", "Đường ra giọt nước"),
        ("receipt", "PT-99"),
    ]
}

const FREE: &str = "/nguon-luc/ghi/free/moi";

on_both_engines! {
    fn money_labour_and_land_are_recorded_in_their_own_units(engine: Engine) {
        let test = TestApp::example(engine);
        let accountant = test.person(Role::Accountant);
        let before = all(&test, &accountant);
        let movement = movement(&test, &accountant);
        let gifts = [
            gift(ContributionKind::Money, Measure::Dong, 1_500_000),
            gift(ContributionKind::Labour, Measure::LabourDay, 3),
            gift(ContributionKind::Land, Measure::SquareMetre, 120),
        ];
        for new in &gifts {
            record(&test.app, &accountant, &movement, new).unwrap();
        }
        let after = all(&test, &accountant);
        let grown = |measure| amount(&after, measure) - amount(&before, measure);
        assert_eq!(grown(Measure::Dong), 1_500_000);
        assert_eq!(grown(Measure::LabourDay), 3);
        assert_eq!(grown(Measure::SquareMetre), 120);
    }

    fn what_people_write_as_money_is_understood_and_shown(engine: Engine) {
        let test = TestApp::example(engine);
        let browser = test.browser(Role::Accountant);
        let address = browser.post(FREE, &money("1,5 triệu", "18/12/2023")).is(303).leads_to().to_owned();
        let page = browser.get(&address);
        page.shows("1.500.000 đồng").shows("một triệu năm trăm nghìn").shows("Không công khai");
        for (quantity, day) in [("-5", "18/12/2023"), ("0", "18/12/2023"), ("1,5 triệu", "31/02/2023"),
            ("1,5 triệu", "21/12/2023"), ("1,5 triệu", "18/12/2020"), ("nhiều", "18/12/2023")] {
            let page = browser.post(FREE, &money(quantity, day));
            page.is(422).shows(&format!("value=\"{quantity}\"")).shows("Đường ra giọt nước");
        }
        let mut unknown = money("5.000", "18/12/2023");
        unknown[3] = ("village", "99999");
        browser.post(FREE, &unknown).is(422).shows("Hãy chọn một làng");
    }

    fn a_reversal_takes_an_entry_out_of_every_total_once(engine: Engine) {
        let test = TestApp::example(engine);
        let browser = test.browser(Role::Accountant);
        let accountant = test.person(Role::Accountant);
        let before = all(&test, &accountant);
        let entry = browser.post(FREE, &money("700k", "18/12/2023")).is(303).leads_to().to_owned();
        browser.post(&format!("{entry}/dao"), &[("reason", "")]).is(422);
        let reason = [("reason", "ghi nhầm sang làng khác")];
        let reversal = browser.post(&format!("{entry}/dao"), &reason).is(303).leads_to().to_owned();
        assert_eq!(all(&test, &accountant), before);
        browser.get(&reversal).shows("-700.000 đồng").shows("ghi nhầm sang làng khác");
        browser.get(&entry).shows("đã đảo").hides("Đảo bút toán này");
        browser.post(&format!("{entry}/dao"), &reason).is(409).shows("đã được đảo rồi");
        browser.post(&format!("{reversal}/dao"), &reason).is(409).shows("bút toán đảo");
    }

    fn the_engine_itself_refuses_to_rewrite_the_ledger(engine: Engine) {
        let test = TestApp::example(engine);
        let accountant = test.person(Role::Accountant);
        for sql in ["UPDATE contribution SET quantity = 1", "DELETE FROM contribution"] {
            let done = test.app.write(&accountant, |tx| Ok(tx.technical(sql, &[])?));
            assert!(matches!(done, Err(Refusal::Store(_))), "{sql}");
        }
    }

    fn a_household_that_must_not_be_asked_gives_no_money_but_may_work(engine: Engine) {
        let test = TestApp::example(engine);
        let board = test.person(Role::ProgrammeBoard);
        let poor = directory::find_subjects(&test.app, &board, "", 500).unwrap().into_iter()
            .filter(|one| one.kind == chungsuc_domain::SubjectKind::Household)
            .find(|one| !directory::marks_of(&test.app, &board, &one.id).unwrap().is_empty())
            .unwrap();
        let browser = test.browser(Role::Accountant);
        let address = format!("/nguon-luc/ghi/household/{}", poor.id);
        let mut fields = money("100.000", "18/12/2023");
        fields[3] = ("village", poor.village.as_deref().unwrap());
        let refused = browser.post(&address, &fields);
        refused.is(422).shows("1600/QĐ-TTg").hides("Hộ nghèo").hides("cận nghèo");
        fields[1] = ("kind", "labour");
        fields[2] = ("quantity", "2");
        browser.post(&address, &fields).is(303);
    }

    fn a_village_head_sees_and_records_the_own_village_only(engine: Engine) {
        let test = TestApp::example(engine);
        let head = test.person_of(Role::VillageHead, SO_TOR);
        let browser = test.browser_of(&head);
        browser.get("/nguon-luc").is(200).hides(">Leng<");
        browser.get(&format!("/nguon-luc?lang-o={LENG}")).is(200).hides(">Leng<");
        let movement = movement(&test, &head);
        let elsewhere = NewContribution {
            village: LENG.into(),
            ..gift(ContributionKind::Labour, Measure::LabourDay, 1)
        };
        let refused = record(&test.app, &head, &movement, &elsewhere);
        assert!(matches!(refused, Err(Refusal::Forbidden)));
    }

    fn the_parts_of_the_ledger_add_up_to_the_whole(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let auditor = test.person(Role::Auditor);
        let whole = all(&test, &auditor);
        let movement = movement(&test, &auditor);
        for total in &whole {
            let parts = (1..=9).map(|village| {
                let village = Some(format!("23668-0{village}"));
                let filter = Filter { village, ..Filter::default() };
                let part =
                    contributions::filtered_totals(&test.app, &auditor, &movement, filter).unwrap();
                amount(&part, total.measure)
            });
            assert_eq!(parts.sum::<i64>(), amount(&whole, total.measure), "{:?}", total.measure);
        }
    }

    fn an_unknown_rate_is_unknown_and_a_new_one_ends_the_old(engine: Engine) {
        let test = TestApp::example(engine);
        let accountant = test.person(Role::Accountant);
        let movement = movement(&test, &accountant);
        let trees = gift(ContributionKind::Goods, Measure::Piece, 4);
        record(&test.app, &accountant, &movement, &trees).unwrap();
        let of = |test: &TestApp| {
            let totals = all(test, &accountant);
            totals.into_iter().find(|total| total.measure == Measure::Piece).unwrap().dong
        };
        assert_eq!(of(&test), None);
        let set = |dong, day: &str| {
            let day = day.parse().unwrap();
            let vnd = Vnd::new(dong);
            contributions::set_rate(&test.app, &accountant, Measure::Piece, vnd, day, "Biên bản 1")
        };
        set(10_000, "2023-01-01").unwrap();
        set(15_000, "2023-12-19").unwrap();
        assert_eq!(of(&test), Some(Vnd::new(40_000)), "at the rate of the day");
        assert!(matches!(set(1, "2023-12-19"), Err(Refusal::Invalid(_))));
    }

    fn any_ledger_sums_to_what_was_not_taken_back(engine: Engine) {
        let test = TestApp::example(engine);
        let accountant = test.person(Role::Accountant);
        let movement = movement(&test, &accountant);
        let days = |day: i8| jiff::civil::date(2023, 11, day);
        let gifts = prop::collection::vec((1_i64..5_000_000, any::<bool>()), 1..12);
        let period = Period::new(days(1), days(30)).unwrap();
        let base = amount(&totals(&test.app, &accountant, &movement, period).unwrap(), Measure::Dong);
        let mut expected = base;
        let mut runner = TestRunner::new(Config { cases: 8, ..Config::default() });
        let list = gifts.prop_map(|gifts| gifts);
        let expected = std::cell::RefCell::new(&mut expected);
        runner.run(&list, |gifts| {
            for (dong, taken_back) in gifts {
                let new = NewContribution {
                    given_on: days(15),
                    ..gift(ContributionKind::Money, Measure::Dong, dong)
                };
                let id = record(&test.app, &accountant, &movement, &new).unwrap();
                match taken_back {
                    true => drop(reverse(&test.app, &accountant, &id, "thử").unwrap()),
                    false => **expected.borrow_mut() += dong,
                }
            }
            let sum = totals(&test.app, &accountant, &movement, period).unwrap();
            assert_eq!(amount(&sum, Measure::Dong), **expected.borrow());
            Ok(())
        }).unwrap();
    }
}
