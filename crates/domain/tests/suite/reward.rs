//! Worked rewards: what was paid, or would be paid, on seven days under four regimes.

use crate::{catalog, day};
use chungsuc_domain::SubjectKind::{self, *};
use chungsuc_domain::catalog::Standing;
use chungsuc_domain::reward::{RewardUnknown, compute};
use chungsuc_domain::{Decimal, Vnd};
use std::path::Path;

/// Base salary 1.49 and 1.8 million under Nghị định 91/2017 (rounded up to ten thousand), 1.8 and
/// 2.34 million under Nghị định 98/2023, 2.34 and 2.53 million under Nghị định 152/2025.
const DAYS: [&str; 7] = [
    "2022-12-15",
    "2023-11-15",
    "2024-03-01",
    "2024-12-15",
    "2025-12-15",
    "2026-08-15",
    "2026-11-15",
];

/// Marks a day on which the catalog cannot know the amount.
const NOT_KNOWN: i64 = -1;

const PAID: &[(&str, SubjectKind, [i64; 7])] = &[
    ("giay-khen-xa", Individual, [230_000, 270_000, 270_000, 351_000, 702_000, 759_000, 759_000]),
    (
        "giay-khen-xa",
        Collective,
        [450_000, 540_000, 540_000, 702_000, 1_404_000, 1_518_000, 1_518_000],
    ),
    (
        "giay-khen-huyen",
        Individual,
        [450_000, 540_000, 540_000, 702_000, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN],
    ),
    (
        "giay-khen-huyen",
        Collective,
        [900_000, 1_080_000, 1_080_000, 1_404_000, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN],
    ),
    (
        "bang-khen-tinh",
        Individual,
        [1_490_000, 1_800_000, 2_700_000, 3_510_000, 3_510_000, 3_795_000, 3_795_000],
    ),
    (
        "bang-khen-tinh",
        Collective,
        [2_980_000, 3_600_000, 5_400_000, 7_020_000, 7_020_000, 7_590_000, 7_590_000],
    ),
    (
        "bang-khen-thu-tuong",
        Individual,
        [5_220_000, 6_300_000, 6_300_000, 8_190_000, 8_190_000, 8_855_000, 8_855_000],
    ),
    (
        "bang-khen-thu-tuong",
        Collective,
        [10_430_000, 12_600_000, 12_600_000, 16_380_000, 16_380_000, 17_710_000, 17_710_000],
    ),
    (
        "lao-dong-tien-tien",
        Individual,
        [450_000, 540_000, 540_000, 702_000, 702_000, 759_000, 759_000],
    ),
    (
        "chien-si-thi-dua-co-so",
        Individual,
        [1_490_000, 1_800_000, 1_800_000, 2_340_000, 2_340_000, 2_530_000, 2_530_000],
    ),
    (
        "giay-khen-xa",
        Household,
        [NOT_KNOWN, NOT_KNOWN, 405_000, 526_500, 1_053_000, 1_138_500, 1_138_500],
    ),
    (
        "giay-khen-huyen",
        Household,
        [NOT_KNOWN, NOT_KNOWN, 810_000, 1_053_000, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN],
    ),
    (
        "bang-khen-tinh",
        Household,
        [NOT_KNOWN, NOT_KNOWN, 4_050_000, 5_265_000, 5_265_000, 5_692_500, 5_692_500],
    ),
    (
        "bang-khen-thu-tuong",
        Household,
        [NOT_KNOWN, NOT_KNOWN, 9_450_000, 12_285_000, 12_285_000, 13_282_500, 13_282_500],
    ),
    (
        "tap-the-lao-dong-tien-tien",
        Collective,
        [1_200_000, 1_440_000, 1_440_000, 1_872_000, 1_872_000, 2_024_000, 2_024_000],
    ),
    (
        "tap-the-lao-dong-xuat-sac",
        Collective,
        [2_240_000, 2_700_000, 2_700_000, 3_510_000, 3_510_000, 3_795_000, 3_795_000],
    ),
    (
        "thon-van-hoa",
        Village,
        [2_240_000, 2_700_000, 2_700_000, 3_510_000, 3_510_000, 3_795_000, 3_795_000],
    ),
    (
        "xa-tieu-bieu",
        Commune,
        [NOT_KNOWN, NOT_KNOWN, 3_600_000, 4_680_000, 4_680_000, 5_060_000, 5_060_000],
    ),
    (
        "co-thi-dua-tinh",
        Collective,
        [11_920_000, 14_400_000, 14_400_000, 18_720_000, 18_720_000, 20_240_000, 20_240_000],
    ),
    (
        "co-thi-dua-chinh-phu",
        Collective,
        [17_880_000, 21_600_000, 21_600_000, 28_080_000, 28_080_000, 30_360_000, 30_360_000],
    ),
];

#[test]
fn worked_rewards() {
    let catalog = catalog();
    for (award, subject, amounts) in PAID {
        for (date, dong) in DAYS.iter().zip(amounts) {
            let paid = compute(catalog, award, *subject, day(date)).map(|reward| reward.rounded);
            match *dong {
                NOT_KNOWN => assert!(paid.is_err(), "{award} {subject} {date}: {paid:?}"),
                dong => assert_eq!(paid, Ok(Vnd::new(dong)), "{award} {subject} {date}"),
            }
        }
    }
}

/// Nghị định 91/2017/NĐ-CP Điều 68 khoản 2 and Điều 73: 0,15 × 1.490.000 = 223.500, up to 230.000.
#[test]
fn an_amount_shows_its_way() {
    let reward = compute(catalog(), "giay-khen-xa", Individual, day("2022-12-15")).unwrap();
    assert_eq!(reward.raw, Vnd::new(223_500));
    assert_eq!(reward.multiple, Decimal::parse("0,15").unwrap());
    assert_eq!(reward.factor, Decimal::ONE);
    let rules: Vec<_> = reward.reasons.iter().filter_map(|reason| reason.rule.as_ref()).collect();
    let ids: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "luong-co-so.2019-07",
            "muc-thuong.giay-khen-xa.2017-10",
            "he-so.bang-giay-khen.ca-nhan.2017-10",
            "lam-tron.2017-10",
        ]
    );
    assert_eq!(rules[1].source.to_string(), "điểm d khoản 1 Điều 73 Nghị định 91/2017/NĐ-CP");
    assert_eq!(rules[0].standing, Standing::Unchecked);
    assert_eq!(rules[3].standing, Standing::Read);
    assert!(!reward.is_settled(), "the base salary has not been read");
}

/// The factor of a household before 2024 was not found; it is not one.
#[test]
fn what_is_unknown_has_no_amount() {
    let catalog = catalog();
    let cases = [
        ("giay-khen-xa", Household, "2022-12-15", RewardUnknown::Factor),
        ("giay-khen-huyen", Individual, "2025-07-01", RewardUnknown::Multiple),
        ("xa-tieu-bieu", Commune, "2023-12-31", RewardUnknown::Multiple),
        ("gia-dinh-van-hoa", Individual, "2024-12-15", RewardUnknown::Subject),
        ("giay-khen-xa", Individual, "2010-01-01", RewardUnknown::BaseSalary),
        ("giay-khen-lang", Individual, "2024-12-15", RewardUnknown::Award),
    ];
    for (award, subject, date, why) in cases {
        assert_eq!(compute(catalog, award, subject, day(date)), Err(why), "{award} {date}");
    }
}

/// Both borders of a change of law, to the day.
#[test]
fn the_day_of_the_decision_counts() {
    let catalog = catalog();
    let on = |date| compute(catalog, "giay-khen-xa", Individual, day(date)).unwrap().rounded.dong();
    let cases = [
        ("2023-06-30", 230_000),
        ("2023-07-01", 270_000),
        ("2024-06-30", 270_000),
        ("2024-07-01", 351_000),
        ("2025-06-30", 351_000),
        ("2025-07-01", 702_000),
        ("2026-06-30", 702_000),
        ("2026-07-01", 759_000),
    ];
    for (date, dong) in cases {
        assert_eq!(on(date), dong, "{date}");
    }
}

struct Example {
    decision_date: String,
    award_code: String,
    subject_kind: String,
    multiple_individual: String,
    subject_factor: String,
    base_salary_vnd: i64,
    amount_raw_vnd: String,
    amount_rounded_vnd: String,
}

/// The worked rewards of `tests/cases/rewards.csv`, by the names that lists and data sets use.
#[test]
fn every_worked_reward_of_the_table_agrees() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/rewards.csv");
    assert!(agree(&std::fs::read_to_string(file).unwrap()) >= 120);
}

/// The same table where the facts of the law lie beside the project, as they were collected.
#[test]
fn the_collected_examples_agree_where_they_are_at_hand() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("CHUNGSUC_LAW_EXAMPLES").map_or(beside, Into::into);
    let file = folder.join("data/law/reward_examples.csv");
    if let Ok(text) = std::fs::read_to_string(file) {
        assert!(agree(&text) >= 120);
    }
}

/// Reads a table of plain cells; the last column, a note, may hold commas.
fn agree(text: &str) -> usize {
    let mut lines = text.lines();
    let heads: Vec<&str> = lines.next().unwrap().split(',').collect();
    let mut count = 0;
    for line in lines.filter(|line| !line.is_empty()) {
        let cells = heads.iter().copied().zip(line.splitn(heads.len(), ','));
        let row: toml::Table = cells.map(|(head, cell)| (head.into(), cell.into())).collect();
        let cell = |name: &str| row[name].as_str().unwrap();
        check(&Example {
            decision_date: cell("decision_date").into(),
            award_code: cell("award_code").into(),
            subject_kind: cell("subject_kind").into(),
            multiple_individual: cell("multiple_individual").into(),
            subject_factor: cell("subject_factor").into(),
            base_salary_vnd: cell("base_salary_vnd").parse().unwrap(),
            amount_raw_vnd: cell("amount_raw_vnd").into(),
            amount_rounded_vnd: cell("amount_rounded_vnd").into(),
        });
        count += 1;
    }
    count
}

fn check(row: &Example) {
    let told = format!("{} {} {}", row.award_code, row.subject_kind, row.decision_date);
    let award = catalog().award_called(&row.award_code).unwrap();
    let subject = award.form.meant(SubjectKind::from_code(&row.subject_kind).unwrap());
    let paid = compute(catalog(), &award.form.code, subject, day(&row.decision_date)).unwrap();
    assert_eq!(paid.base_salary, Vnd::new(row.base_salary_vnd), "{told}");
    assert_eq!(paid.multiple, decimal(&row.multiple_individual), "{told}");
    assert_eq!(paid.factor, decimal(&row.subject_factor), "{told}");
    let raw = Vnd::new(row.amount_raw_vnd.parse().unwrap());
    assert_eq!(paid.raw, raw, "{told}");
    // Where no rule of rounding is known, nothing is rounded.
    let rounded = row.amount_rounded_vnd.parse().map_or(raw, Vnd::new);
    assert_eq!(paid.rounded, rounded, "{told}");
}

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}
