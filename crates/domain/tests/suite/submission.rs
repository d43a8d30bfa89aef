//! The way of a dossier upward.

use chungsuc_domain::UnitKind::{self, Commune, Country, District, Province};
use chungsuc_domain::catalog::{Catalog, CatalogRule};
use chungsuc_domain::submission::{
    Move, Stage, last_day_before, next_station, stations, working_days_after,
};
use proptest::prelude::*;

use crate::{catalog, day};

#[test]
fn the_way_follows_the_levels_of_the_day() {
    // No district acts from 2025-07-01 on (regimes.toml).
    for (on, decides, expected) in [
        ("2023-12-20", District, vec![District]),
        ("2023-12-20", Province, vec![District, Province]),
        ("2025-06-30", Country, vec![District, Province, Country]),
        ("2025-07-01", Province, vec![Province]),
        ("2025-07-01", Country, vec![Province, Country]),
    ] {
        let levels = &catalog().regime(day(on)).unwrap().value.levels;
        assert_eq!(stations(levels, decides), expected, "{on} {decides:?}");
    }
    // A dossier that lay with the district when it ended goes on to the province.
    let levels = &catalog().regime(day("2025-07-01")).unwrap().value.levels;
    assert_eq!(next_station(&stations(levels, Province), District), Some(Province));
    assert_eq!(next_station(&stations(levels, Province), Province), None);
    assert_eq!(next_station(&stations(levels, Country), Commune), Some(Province));
}

#[test]
fn a_step_follows_only_where_it_can() {
    use Stage::{Awarded, Draft, Received, Refused, Returned, Sent};
    for (from, step, decides, to) in [
        (Draft, Move::Sent, false, Some(Sent)),
        (Draft, Move::Received, false, None),
        (Draft, Move::Awarded, true, None),
        (Sent, Move::Sent, false, None),
        (Sent, Move::Received, false, Some(Received)),
        (Received, Move::PassedOn, false, Some(Sent)),
        (Received, Move::PassedOn, true, None),
        (Received, Move::Returned, true, Some(Returned)),
        (Returned, Move::Sent, true, Some(Sent)),
        (Returned, Move::Awarded, true, None),
        (Received, Move::Awarded, false, None),
        (Received, Move::Awarded, true, Some(Awarded)),
        (Received, Move::Refused, false, Some(Refused)),
        (Awarded, Move::Refused, true, None),
        (Refused, Move::Sent, true, None),
    ] {
        assert_eq!(from.after(step, decides), to, "{from} {step} {decides}");
    }
}

#[test]
fn working_days_leave_out_the_end_of_the_week() {
    // 2023-12-20 was a Wednesday.
    for (from, count, last) in [
        ("2023-12-20", 0, "2023-12-20"),
        ("2023-12-20", 2, "2023-12-22"),
        ("2023-12-20", 3, "2023-12-25"),
        ("2020-12-20", 10, "2021-01-01"),
        ("2023-12-23", 1, "2023-12-25"),
    ] {
        let counted = working_days_after(day(from), count, catalog().holidays()).unwrap();
        assert_eq!(counted.last, day(last), "{from} {count}");
    }
}

#[test]
fn working_days_leave_out_holidays_where_they_are_known() {
    for (from, count, last, unknown) in [
        // Tết 2024: 8 to 14 February.
        ("2024-02-07", 1, "2024-02-15", vec![]),
        ("2024-02-06", 2, "2024-02-15", vec![]),
        // 29 April 2024 was off, and Saturday 4 May was worked instead.
        ("2024-04-26", 2, "2024-05-03", vec![]),
        ("2024-05-03", 1, "2024-05-04", vec![]),
        // Over the turn of the year.
        ("2023-12-29", 1, "2024-01-02", vec![]),
        // A year that nobody has told: the end of the week alone, and it is said.
        ("2026-12-30", 3, "2027-01-04", vec![2027]),
        ("2021-08-31", 3, "2021-09-03", vec![2021]),
    ] {
        let counted = working_days_after(day(from), count, catalog().holidays()).unwrap();
        assert_eq!((counted.last, counted.unknown), (day(last), unknown), "{from} {count}");
    }
    let text = "[[holidays]]\nid = 'a'\nfrom = '2024-01-01'\nto = '2024-12-31'\n\
                source = { document = 'A' }\nchecked = 'unchecked'\n\
                value = { off = ['2025-01-01'] }\n";
    let faults = Catalog::parse(&[("holidays.toml", text)]).err().unwrap();
    assert_eq!((faults[0].line, faults[0].rule), (1, CatalogRule::Reach));
}

#[test]
fn before_a_day_of_the_year_is_the_day_before_it() {
    // “trước ngày 31/10” (Nghị định 91/2017/NĐ-CP Điều 48).
    for (from, last) in
        [("2023-10-30", "2023-10-30"), ("2023-10-31", "2024-10-30"), ("2023-01-01", "2023-10-30")]
    {
        assert_eq!(last_day_before((10, 31), day(from)), Some(day(last)), "{from}");
    }
    assert_eq!(last_day_before((2, 30), day("2023-01-01")), None, "there is no such day");
}

proptest! {
    #[test]
    fn nothing_follows_an_end(step in 0..Move::ALL.len(), decides: bool, over in 0..2usize) {
        let end = [Stage::Awarded, Stage::Refused][over];
        prop_assert_eq!(end.after(Move::ALL[step], decides), None);
    }

    #[test]
    fn the_way_ends_where_it_is_decided(at in 0..3usize) {
        let levels = [Commune, District, Province, Country];
        let decides = [District, Province, Country][at];
        let way: Vec<UnitKind> = stations(&levels, decides);
        prop_assert_eq!(way.last(), Some(&decides));
        prop_assert_eq!(way.len(), at + 1);
    }
}
