//! Who may decide an award, on both sides of every change.

use crate::{catalog, day};
use chungsuc_domain::UnitKind::{self, *};
use chungsuc_domain::authority::may_decide;
use chungsuc_domain::catalog::Standing;
use chungsuc_domain::decision::{TextKey, Verdict};

const CASES: &[(&str, UnitKind, &str, Verdict)] = &[
    // Luật 06/2022/QH15 Điều 80 khoản 3: what a commune's chair decides until 2025-06-30.
    ("giay-khen-xa", Commune, "2022-12-15", Verdict::Yes),
    ("giay-khen-xa", Commune, "2024-12-15", Verdict::Yes),
    ("lao-dong-tien-tien", Commune, "2025-06-30", Verdict::Yes),
    ("gia-dinh-van-hoa", Commune, "2025-06-30", Verdict::Yes),
    ("chien-si-thi-dua-co-so", Commune, "2025-06-30", Verdict::No),
    ("tap-the-lao-dong-tien-tien", Commune, "2025-06-30", Verdict::No),
    ("thon-van-hoa", Commune, "2025-06-30", Verdict::No),
    // Khoản 2: the district's chair, until the district ends.
    ("giay-khen-huyen", District, "2025-06-30", Verdict::Yes),
    ("thon-van-hoa", District, "2025-06-30", Verdict::Yes),
    ("lao-dong-tien-tien", District, "2025-06-30", Verdict::Yes),
    ("giay-khen-huyen", District, "2025-07-01", Verdict::No),
    ("giay-khen-huyen", Commune, "2026-11-15", Verdict::No),
    // Nghị định 129/2025/NĐ-CP Điều 59: six awards of the commune from 2025-07-01.
    ("giay-khen-xa", Commune, "2025-07-01", Verdict::Yes),
    ("lao-dong-tien-tien", Commune, "2025-07-01", Verdict::Yes),
    ("gia-dinh-van-hoa", Commune, "2025-07-01", Verdict::Yes),
    ("chien-si-thi-dua-co-so", Commune, "2025-07-01", Verdict::Yes),
    ("tap-the-lao-dong-tien-tien", Commune, "2025-07-01", Verdict::Yes),
    ("thon-van-hoa", Commune, "2025-07-01", Verdict::Yes),
    ("thon-van-hoa", District, "2025-07-01", Verdict::No),
    // Above the commune nothing moves down.
    ("bang-khen-tinh", Commune, "2026-11-15", Verdict::No),
    ("bang-khen-tinh", Province, "2026-11-15", Verdict::Yes),
    ("co-thi-dua-tinh", Province, "2022-12-15", Verdict::Yes),
    ("bang-khen-thu-tuong", Province, "2024-12-15", Verdict::No),
    ("huan-chuong-lao-dong-hang-ba", Country, "2024-12-15", Verdict::Yes),
    // Where the catalog is silent.
    ("giay-khen-xa", Commune, "2017-09-30", Verdict::PersonMustDecide),
    ("xa-tieu-bieu", Province, "2023-12-31", Verdict::PersonMustDecide),
    ("giay-khen-lang", Village, "2024-12-15", Verdict::PersonMustDecide),
];

#[test]
fn who_may_decide() {
    let catalog = catalog();
    for (award, level, date, verdict) in CASES {
        let answer = may_decide(catalog, award, *level, day(date));
        assert_eq!(answer.verdict, *verdict, "{award} {level} {date}");
    }
}

#[test]
fn an_answer_gives_its_reasons() {
    let answer = may_decide(catalog(), "bang-khen-tinh", Commune, day("2024-12-15"));
    let [reason] = answer.reasons.as_slice() else { panic!("one reason") };
    assert_eq!(reason.text_key, TextKey::AuthorityElsewhere);
    let rule = reason.rule.as_ref().unwrap();
    assert_eq!(rule.id, "tham-quyen.bang-khen-tinh.2024-01");
    let law = "Luật Thi đua, khen thưởng 06/2022/QH15";
    assert_eq!(rule.source.to_string(), format!("Điều 79 {law}"));
    assert!(reason.facts.contains(&("posts", "Chủ tịch Ủy ban nhân dân tỉnh".to_owned())));
    assert!(!answer.is_settled());

    let settled = may_decide(catalog(), "giay-khen-xa", Commune, day("2025-12-15"));
    assert!(settled.is_settled());
    let nobody = may_decide(catalog(), "giay-khen-huyen", District, day("2025-12-15"));
    assert_eq!(nobody.reasons[0].text_key, TextKey::AuthorityNobody);
}

/// The decrees of 2025 are recorded as expiring on 2027-03-01: the answer stays, the doubt shows.
#[test]
fn an_expired_document_asks_for_review() {
    let standing = |date| {
        let answer = may_decide(catalog(), "giay-khen-xa", Commune, day(date));
        assert_eq!(answer.verdict, Verdict::Yes);
        answer.reasons[0].rule.as_ref().unwrap().standing
    };
    assert_eq!(standing("2026-09-30"), Standing::Read);
    assert_eq!(standing("2026-10-01"), Standing::Unchecked);
    assert_eq!(standing("2027-02-28"), Standing::Unchecked);
    assert_eq!(standing("2027-03-01"), Standing::ReviewDue);
}
