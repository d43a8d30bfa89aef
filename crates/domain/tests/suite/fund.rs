//! The fund: what its entries come to, and what the law of a day lets in and out.

use chungsuc_domain::Vnd;
use chungsuc_domain::catalog::Catalog;
use chungsuc_domain::date::Date;
use chungsuc_domain::decision::{TextKey, Verdict};
use chungsuc_domain::fund::{
    Base, Book, Entry, Exceeding, Matter, ceiling, judge_commitment, judge_income,
    judge_organising, organising, share_of,
};
use jiff::civil::date;
use proptest::prelude::*;

use crate::catalog;

fn vnd(dong: i64) -> Vnd {
    Vnd::new(dong)
}

fn base(dong: i64, area: &str) -> Base {
    Base { spending: vnd(dong), area: area.to_owned() }
}

#[test]
fn the_ceiling_follows_the_law_of_the_day_and_the_area() {
    let catalog = catalog();
    // Nghị định 91/2017/NĐ-CP Điều 65; Nghị định 152/2025/NĐ-CP Điều 46 khoản 3 điểm b.
    let cases = [
        (date(2022, 6, 1), "highlands", Some(93_000_000)),
        (date(2022, 6, 1), "plains", Some(62_000_000)),
        (date(2023, 12, 31), "highlands", Some(93_000_000)),
        (date(2024, 1, 1), "highlands", None),
        (date(2025, 6, 30), "highlands", None),
        (date(2025, 7, 1), "highlands", Some(93_000_000)),
        (date(2022, 6, 1), "somewhere", None),
    ];
    for (day, area, most) in cases {
        let limit = ceiling(catalog, day, &base(6_200_000_000, area)).unwrap();
        assert_eq!(limit.map(|limit| limit.most), most.map(vnd), "{day} {area}");
    }
}

#[test]
fn income_above_the_ceiling_is_refused_only_by_a_rule_that_was_read() {
    let catalog = catalog();
    let known = base(6_200_000_000, "highlands");
    let cases = [
        (date(2023, 1, 9), Some(&known), 0, 0, Verdict::Yes, TextKey::FundWithinCeiling),
        (date(2023, 1, 9), Some(&known), 0, 93_000_000, Verdict::Yes, TextKey::FundWithinCeiling),
        (date(2023, 1, 9), Some(&known), 1, 93_000_000, Verdict::No, TextKey::FundAboveCeiling),
        (
            date(2024, 3, 1),
            Some(&known),
            0,
            1,
            Verdict::PersonMustDecide,
            TextKey::FundCeilingUnknown,
        ),
        (date(2023, 1, 9), None, 0, 1, Verdict::PersonMustDecide, TextKey::FundBaseUnknown),
        (
            date(2026, 11, 1),
            Some(&known),
            0,
            93_000_001,
            Verdict::PersonMustDecide,
            TextKey::FundAboveCeiling,
        ),
    ];
    for (day, base, so_far, more, verdict, key) in cases {
        let answer = judge_income(catalog, day, base, (vnd(so_far), vnd(more))).unwrap();
        assert_eq!((answer.verdict, answer.reasons[0].text_key), (verdict, key), "{day} {more}");
    }
}

#[test]
fn organising_takes_a_fifth_of_the_whole_fund() {
    let catalog = catalog();
    // Nghị định 91/2017/NĐ-CP Điều 64, Điều 66; Nghị định 98/2023/NĐ-CP Điều 52.
    let cases = [
        (date(2023, 5, 5), 10_000_000, Verdict::Yes),
        (date(2023, 5, 5), 10_000_001, Verdict::No),
        (date(2024, 5, 5), 10_000_001, Verdict::No),
        (date(2025, 12, 1), 10_000_000, Verdict::Yes),
        (date(2025, 12, 1), 10_000_001, Verdict::PersonMustDecide),
    ];
    for (day, more, verdict) in cases {
        let answer =
            judge_organising(catalog, day, vnd(50_000_000), (Vnd::ZERO, vnd(more))).unwrap();
        assert_eq!(answer.verdict, verdict, "{day} {more}");
    }
    let limit = organising(catalog, date(2023, 5, 5), vnd(50_000_000)).unwrap().unwrap();
    assert!(!limit.is_near(vnd(8_999_999)) && limit.is_near(vnd(9_000_000)));
}

#[test]
fn a_fund_without_anything_is_not_near_its_limit() {
    let limit = organising(catalog(), date(2023, 5, 5), Vnd::ZERO).unwrap().unwrap();
    assert_eq!(limit.most, Vnd::ZERO);
    assert!(!limit.is_near(Vnd::ZERO) && limit.is_near(vnd(1)));
}

#[test]
fn what_is_free_covers_to_the_last_dong() {
    let catalog = catalog();
    let day = date(2023, 12, 1);
    let judge = |free, more| judge_commitment(catalog, day, vnd(free), vnd(more));
    assert_eq!(judge(270_000, 270_000).verdict, Verdict::Yes);
    assert_eq!(judge(0, 0).verdict, Verdict::Yes);
    let short = judge(269_999, 270_000);
    assert_eq!(short.verdict, Verdict::PersonMustDecide);
    assert!(short.reasons[0].facts.contains(&("missing", "1".to_owned())));
    assert!(!short.is_settled(), "no clause was read that says what follows");
}

#[test]
fn a_catalog_may_say_that_a_shortfall_is_refused() {
    let rule = "[[fund_shortfall]]\nid = \"a\"\nfrom = \"2020-01-01\"\nvalue = \"refuse\"\n\
                checked = \"reading\"\nsource = { document = \"Quyết định 1/QĐ-UBND\" }\n";
    let catalog = Catalog::parse(&[("fund.toml", rule)]).unwrap();
    let day = date(2023, 12, 1);
    assert_eq!(judge_commitment(&catalog, day, vnd(1), vnd(2)).verdict, Verdict::No);
    assert_eq!(catalog.fund_shortfall(day).unwrap().value, Exceeding::Refuse);
}

#[test]
fn a_share_is_never_more_than_its_part() {
    let share = |whole, text: &str| share_of(vnd(whole), text.parse().unwrap()).unwrap();
    assert_eq!(share(199, "1,5"), vnd(2), "2,985 đồng");
    assert_eq!(share(0, "1,5"), Vnd::ZERO);
    assert_eq!(share(5, "20"), vnd(1));
}

#[test]
fn the_last_day_of_a_year_belongs_to_it() {
    let entries = [
        Entry::on(date(2023, 12, 31), Matter::Income, vnd(5)),
        Entry::on(date(2024, 1, 1), Matter::Income, vnd(7)),
    ];
    let of = |year| Book::of(year, entries).unwrap();
    assert_eq!((of(2023).income, of(2023).carried), (vnd(5), Vnd::ZERO));
    assert_eq!((of(2024).income, of(2024).carried), (vnd(7), vnd(5)));
    assert_eq!(of(2022), Book::default());
}

fn days() -> impl Strategy<Value = Date> {
    (2021i16..2025, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let matter = prop::sample::select(Matter::ALL);
    let entry = (days(), matter, 0i64..2_000_000_000)
        .prop_map(|(day, matter, dong)| Entry::on(day, matter, vnd(dong)));
    prop::collection::vec(entry, 0..40)
}

fn sum(entries: &[Entry], year: i16, matters: &[Matter]) -> i64 {
    let counts = |one: &&Entry| one.year <= year && matters.contains(&one.matter);
    entries.iter().filter(counts).map(|one| one.amount.dong()).sum()
}

proptest! {
    #[test]
    fn the_balance_is_what_came_in_less_what_went_out(all in entries(), year in 2021i16..2025) {
        let book = Book::of(year, all.clone()).unwrap();
        let out = [Matter::Payment, Matter::Organising, Matter::Spending];
        let balance = sum(&all, year, &[Matter::Income, Matter::Recovery]) - sum(&all, year, &out);
        prop_assert_eq!(book.balance().unwrap(), vnd(balance));
        let owed = sum(&all, year, &[Matter::Commitment])
            - sum(&all, year, &[Matter::Release, Matter::Payment]);
        prop_assert_eq!(book.owed().unwrap(), vnd(owed));
        prop_assert_eq!(book.free().unwrap(), vnd(balance - owed));
        let claims = sum(&all, year, &[Matter::Claim]) - sum(&all, year, &[Matter::Recovery]);
        prop_assert_eq!(book.to_come_back().unwrap(), vnd(claims));
    }

    #[test]
    fn a_year_begins_with_what_the_year_before_left(all in entries(), year in 2021i16..2025) {
        let (this, next) = (Book::of(year, all.clone()), Book::of(year + 1, all));
        prop_assert_eq!(this.unwrap().balance(), Ok(next.unwrap().carried));
        prop_assert_eq!(this.unwrap().owed(), Ok(next.unwrap().owed_before));
        prop_assert_eq!(this.unwrap().to_come_back(), Ok(next.unwrap().claimed_before));
    }

    #[test]
    fn the_order_of_entries_does_not_matter(
        (all, mixed) in entries().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        year in 2021i16..2025,
    ) {
        prop_assert_eq!(Book::of(year, all), Book::of(year, mixed));
    }

    #[test]
    fn a_reversal_leaves_the_fund_as_if_the_entry_had_not_been(
        all in entries(), one in (days(), prop::sample::select(Matter::ALL), 0i64..1_000_000),
        later in days(),
    ) {
        let entry = Entry::on(one.0, one.1, vnd(one.2));
        let with = [all.clone(), vec![entry, entry.reversed(later).unwrap()]].concat();
        // In the year of both, and in any later one, what is free is the same.
        let year = one.0.year().max(later.year());
        let (before, after) = (Book::of(year, all).unwrap(), Book::of(year, with).unwrap());
        prop_assert_eq!(before.free(), after.free());
        prop_assert_eq!(before.owed(), after.owed());
    }

    #[test]
    fn what_is_paid_or_released_is_owed_no_more(
        promised in 1i64..1_000_000_000, part in 0i64..1_000_000_000, income in 0i64..2_000_000_000,
    ) {
        let (day, part) = (date(2023, 12, 31), part.min(promised));
        let entries = [
            Entry::on(day, Matter::Income, vnd(income)),
            Entry::on(day, Matter::Commitment, vnd(promised)),
            Entry::on(day, Matter::Payment, vnd(part)),
            Entry::on(day, Matter::Release, vnd(promised - part)),
        ];
        let book = Book::of(2023, entries).unwrap();
        prop_assert_eq!(book.owed().unwrap(), Vnd::ZERO);
        prop_assert_eq!(book.free().unwrap(), vnd(income - part));
    }

    #[test]
    fn a_claim_moves_no_money_and_what_came_back_is_there_again(
        all in entries(), paid in 1i64..1_000_000_000, back in 0i64..1_000_000_000, day in days(),
    ) {
        let back = back.min(paid);
        let claim = Entry::on(day, Matter::Claim, vnd(paid));
        let claimed = [all.clone(), vec![claim]].concat();
        let year = day.year();
        let (before, after) = (Book::of(year, all).unwrap(), Book::of(year, claimed.clone()).unwrap());
        prop_assert_eq!((before.balance(), before.free()), (after.balance(), after.free()));
        let came = [claimed, vec![Entry::on(day, Matter::Recovery, vnd(back))]].concat();
        let end = Book::of(year, came).unwrap();
        prop_assert_eq!(end.balance().unwrap(), before.balance().unwrap().plus(vnd(back)).unwrap());
        let left = before.to_come_back().unwrap().plus(vnd(paid - back)).unwrap();
        prop_assert_eq!(end.to_come_back().unwrap(), left);
        prop_assert_eq!(end.income, before.income);
    }
}
