//! Who can be given an award: the table of `tests/cases`, and what holds for every input.

use crate::{catalog, day};
use chungsuc_domain::catalog::Effect;
use chungsuc_domain::date::{Date, Period};
use chungsuc_domain::decision::Verdict;
use chungsuc_domain::eligibility::*;
use chungsuc_domain::{AwardMode, SubjectKind, UnitKind};
use proptest::prelude::*;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Row>,
}

/// One proposal, and what follows for it on several days.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    source: String,
    award: String,
    subject: SubjectKind,
    mode: Option<AwardMode>,
    decided_by: Option<UnitKind>,
    #[serde(default)]
    who: String,
    #[serde(default)]
    achievement: String,
    year: Option<i16>,
    movement: Option<Movement>,
    /// No discipline, investigation, inspection, complaint, press matter.
    #[serde(default = "yes")]
    clear: bool,
    facts: BTreeMap<Fact, Told>,
    #[serde(default)]
    later: BTreeMap<Fact, Told>,
    #[serde(default)]
    earlier: Vec<Received>,
    #[serde(default)]
    earlier_unknown: bool,
    /// The matter that decides on every day whose answer is not yes.
    decides: Option<String>,
    on: BTreeMap<Date, String>,
}

#[derive(Deserialize)]
struct Movement {
    name: String,
    from: Date,
    to: Date,
}

#[derive(Clone, Deserialize)]
#[serde(untagged)]
enum Told {
    Since { value: Value, since: Date },
    Always(Value),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Received {
    award: String,
    year: i16,
    on: Option<Date>,
    name: Option<String>,
    mode: Option<AwardMode>,
    movement: Option<String>,
    achievement: Option<String>,
}

const fn yes() -> bool {
    true
}

const HOLDS: [Fact; 5] = [
    Fact::UnderDiscipline,
    Fact::UnderInvestigation,
    Fact::UnderInspection,
    Fact::UnderComplaint,
    Fact::UnderPressMatter,
];

fn rows() -> Vec<Row> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases");
    let files = ["awards-titles.toml", "awards-forms.toml"];
    let rows = files.map(|name| {
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        toml::from_str::<File>(&text).unwrap_or_else(|why| panic!("{name}: {why}")).case
    });
    rows.into_iter().flatten().collect()
}

fn tell(facts: &mut Facts, fact: Fact, told: Told) {
    let (value, since) = match told {
        Told::Since { value, since } => (value, Some(since)),
        Told::Always(value) => (value, None),
    };
    facts.tell(fact, value, since).unwrap();
}

fn earlier(row: &Received) -> Earlier {
    let by_name = || catalog().awards().find(|award| same(&award.form.name, &row.award));
    let award = catalog().award_called(&row.award).or_else(by_name);
    Earlier {
        award: award.unwrap_or_else(|| panic!("{}", row.award)).form.code.clone(),
        name: row.name.clone(),
        on: row.on,
        year: row.year,
        mode: row.mode,
        movement: row.movement.clone(),
        achievement: row.achievement.clone(),
    }
}

fn case(row: &Row, on: Date) -> Case {
    let mut facts = Facts::default();
    if row.clear {
        for fact in HOLDS {
            tell(&mut facts, fact, Told::Always(Value::Bool(false)));
        }
    }
    for (fact, told) in row.facts.iter().chain(&row.later) {
        tell(&mut facts, *fact, told.clone());
    }
    let period = row.movement.as_ref().map(|it| Period::new(it.from, it.to).unwrap());
    Case {
        award: catalog().award_called(&row.award).unwrap().form.code.clone(),
        day: on,
        subject: row.subject,
        name: row.who.clone(),
        former_names: Vec::new(),
        mode: row.mode,
        decided_by: row.decided_by,
        achievement: Achievement {
            text: row.achievement.clone(),
            movement: row.movement.as_ref().map(|it| it.name.clone()),
            period,
            year: row.year,
        },
        facts,
        earlier: (!row.earlier_unknown).then(|| row.earlier.iter().map(earlier).collect()),
        papers: None,
    }
}

fn told(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Yes => "yes",
        Verdict::No => "no",
        Verdict::PersonMustDecide => "person",
    }
}

/// The matters that keep the whole from being yes.
fn deciding(found: &Eligibility) -> Vec<&str> {
    let open = found.findings.iter().filter(|finding| finding.weighs() == found.verdict);
    open.map(|finding| match &finding.about {
        About::Requirement { matter, .. } => matter.as_str(),
        About::General(reason) => reason.text_key.code(),
        About::Paper(paper) => paper.code.as_str(),
    })
    .collect()
}

#[test]
fn every_case_comes_out_as_the_law_says() {
    let (mut count, mut wrong, mut days) = (0, Vec::new(), BTreeSet::new());
    for row in rows() {
        assert!(!row.source.trim().is_empty(), "{}", row.name);
        for (on, wanted) in &row.on {
            let found = judge(catalog(), &case(&row, *on));
            let by = deciding(&found);
            if told(found.verdict) != wanted {
                wrong.push(format!(
                    "{} {on}: {} and not {wanted}: {by:?}",
                    row.name,
                    told(found.verdict)
                ));
            } else if found.verdict != Verdict::Yes
                && row.decides.as_deref().is_some_and(|matter| by != [matter])
            {
                wrong.push(format!("{} {on}: decided by {by:?}", row.name));
            }
            count += 1;
            days.insert(*on);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 150, "{count} cases");
    let borders = ["2017-10-01", "2023-12-31", "2024-01-01", "2025-06-30", "2025-07-01"];
    for border in borders.into_iter().chain(["2026-09-30", "2026-10-01"]) {
        assert!(days.contains(&day(border)), "no case on {border}");
    }
}

#[test]
fn every_award_has_a_case_and_every_condition_is_asked() {
    let rows = rows();
    let mut asked = BTreeSet::new();
    for row in &rows {
        for on in row.on.keys() {
            for finding in judge(catalog(), &case(row, *on)).findings {
                asked.extend(finding.rule.map(|rule| rule.id));
            }
        }
    }
    let mut silent = Vec::new();
    for award in catalog().awards() {
        for timeline in award.requirements.timelines() {
            let ids: Vec<&String> = timeline.iter().map(|row| &row.id).collect();
            if !ids.iter().any(|id| asked.contains(*id)) {
                silent.push(ids[0].clone());
            }
        }
    }
    assert!(silent.is_empty(), "no case asks {silent:?}");
}

#[test]
fn a_finding_names_its_clause_what_it_used_and_what_is_missing() {
    let row = rows().into_iter().find(|row| row.name.starts_with("Chưa biết mức")).unwrap();
    let found = judge(catalog(), &case(&row, day("2024-01-01")));
    let open: Vec<&Finding> =
        found.findings.iter().filter(|one| one.verdict == Verdict::PersonMustDecide).collect();
    let [finding] = open.as_slice() else { panic!("{open:?}") };
    let rule = finding.rule.as_ref().unwrap();
    assert_eq!(rule.source.to_string(), "Điều 23 Luật Thi đua, khen thưởng 06/2022/QH15");
    let missing: Vec<_> = finding.missing().map(|used| used.what.clone()).collect();
    assert_eq!(missing, [Used::Fact(Fact::TaskResult)]);
    let used = |fact| finding.facts.iter().find(|used| used.what == Used::Fact(fact)).unwrap();
    assert_eq!(used(Fact::AdvancedWorker).value, Some(Value::Bool(true)));
    assert_eq!(finding.effect, Effect::Block);
}

/// Five full years after 01/6/2020: from 01/6/2025 on, not a day before.
#[test]
fn a_finding_says_from_when_it_could_be_met() {
    let row = rows().into_iter().find(|row| row.name.starts_with("Công nhân, năm năm")).unwrap();
    for on in ["2024-05-01", "2025-05-31", "2025-06-01", "2025-06-30"] {
        let found = judge(catalog(), &case(&row, day(on)));
        let finding = found.findings.iter().find(|it| {
            matches!(&it.about, About::Requirement { matter, .. } if matter == "cong-nhan-nong-dan")
        });
        assert_eq!(finding.unwrap().since, Some(day("2025-06-01")), "{on}");
    }
}

#[test]
fn names_are_one_name_in_every_spelling() {
    let alike = [
        ("Đặn g Đại Bàng", "Đặng Đại Bàng"),
        ("UBND xã Tơ Tung", "Ủy ban nhân dân xã Tơ Tung"),
        ("Uỷ ban nhân dân xã", "Ủy ban nhân dân xã"),
        ("CT UBND xã", "Chủ tịch Ủy ban nhân dân xã"),
        ("Hộ ông  Hòa", "hộ ông Hoà"),
        ("Chiến sỹ thi đua", "Chiến sĩ thi đua"),
        ("HTX nông nghiệp", "Hợp tác xã nông nghiệp"),
    ];
    for (one, other) in alike {
        assert!(same(one, other), "{one} {other}");
    }
    for (one, other) in [("Đinh Hrơ", "Đinh Hmunh"), ("", ""), ("–", "–"), ("xã", "làng")]
    {
        assert!(!same(one, other), "{one} {other}");
    }
}

#[test]
fn shares_count_those_of_whom_something_is_known() {
    let person = |leads, woman, minority| Traits { leads, woman, minority };
    let people = [
        person(Some(true), Some(false), None),
        person(Some(false), Some(true), Some(true)),
        person(Some(false), None, Some(true)),
    ];
    let found = shares(people);
    assert_eq!(found.leads, Share { part: 1, known: 3, unknown: 0 });
    assert_eq!(found.leads.percent().unwrap().to_string(), "33,3");
    assert_eq!(found.women, Share { part: 1, known: 2, unknown: 1 });
    assert_eq!(found.minority.percent().unwrap().to_string(), "100");
    assert_eq!(shares([]).women.percent(), None);
}

fn any_row() -> impl Strategy<Value = (usize, Date)> {
    let days = ["2022-06-01", "2023-12-31", "2024-01-01", "2025-07-01", "2026-10-01"];
    (0..rows().len(), prop::sample::select(days.map(day).to_vec()))
}

proptest! {
    /// What is learnt later, and an award received later, changes nothing that was judged before.
    #[test]
    fn a_later_fact_never_changes_an_earlier_verdict(
        (at, on) in any_row(),
        fact in prop::sample::select(Fact::ALL.to_vec()),
        ahead in 1..900_i64,
        yes in any::<bool>(),
    ) {
        let row = &rows()[at];
        let before = case(row, on);
        let later = on.checked_add(jiff::ToSpan::days(ahead)).unwrap();
        let mut after = before.clone();
        if !fact.is_derived() {
            let value = match fact.kind() {
                FactType::Bool => Value::Bool(yes),
                FactType::Number => Value::Number(ahead),
                FactType::Code(codes) => Value::Code(codes[0].to_owned()),
            };
            after.facts.tell(fact, value, Some(later)).unwrap();
        }
        if let Some(all) = &mut after.earlier {
            all.push(Earlier {
                award: before.award.clone(),
                name: None,
                on: Some(later),
                year: on.year(),
                mode: None,
                movement: before.achievement.movement.clone(),
                achievement: Some(before.achievement.text.clone()),
            });
        }
        let verdicts = |case: &Case| {
            let findings = judge(catalog(), case).findings;
            findings.iter().map(|it| (it.verdict, it.facts.clone())).collect::<Vec<_>>()
        };
        prop_assert_eq!(verdicts(&before), verdicts(&after));
    }

    /// Another award for something else makes nobody ineligible. Only the rule of one award for one
    /// achievement may say so, and it does not speak of something else.
    #[test]
    fn an_achievement_more_makes_nobody_ineligible(
        (at, on) in any_row(),
        award in prop::sample::select(catalog().awards().map(|it| it.form.code.clone()).collect::<Vec<_>>()),
        back in 0..6_i16,
        same_achievement in any::<bool>(),
    ) {
        let row = &rows()[at];
        let before = case(row, on);
        let mut after = before.clone();
        let this = before.achievement.text.clone();
        let text = if same_achievement && !this.is_empty() { this } else { "việc khác hẳn".to_owned() };
        let again = text == before.achievement.text;
        if let Some(all) = &mut after.earlier {
            all.push(Earlier {
                award,
                name: None,
                on: Some(on),
                year: on.year() - back,
                mode: Some(AwardMode::Merit),
                movement: None,
                achievement: Some(text),
            });
        }
        let (one, other) = (judge(catalog(), &before), judge(catalog(), &after));
        let rank = |verdict| match verdict {
            Verdict::Yes => 2,
            Verdict::PersonMustDecide => 1,
            Verdict::No => 0,
        };
        if rank(other.verdict) < rank(one.verdict) {
            prop_assert!(again);
            prop_assert_eq!(deciding(&other), vec!["mot-thanh-tich-mot-hinh-thuc"]);
        }
    }
}

/// Spelling trouble of real lists, with invented names.
#[test]
fn names_are_as_near_as_a_reader_finds_them() {
    use Likeness::*;
    for (one, other, wanted) in [
        ("Đặn g Đại Bàng", "Đặng Đại Bàng", Spelled),
        ("SIU HOÀ", "Siu Hòa", Spelled),
        ("Rơ Châm An", "Rơ Châm Ân", Same),
        ("UBND xã Tơ Tung", "Uỷ ban nhân dân xã Tơ Tung", Same),
        ("Công an xã", "Công an xã Tơ Tung", Near),
        ("Đài Phát thanh và Truyền hình Gia Lai", "Đài Phát thanh truyền hình Gia Lai", Near),
        ("Siu An", "Siu Anh", Other),
        ("Làng Leng", "Làng Klếch", Other),
        ("", "", Other),
        ("–", "Siu An", Other),
    ] {
        assert_eq!(likeness(one, other), wanted, "{one} / {other}");
        assert_eq!(likeness(other, one), wanted, "{other} / {one}");
    }
}

/// A matter that is open stops an award from 2024 on (Nghị định 98/2023/NĐ-CP, Nghị định 152/2025/NĐ-CP
/// Điều 4); before that the catalog has no condition, so a person decides.
#[test]
fn an_open_hold_gives_the_answer_of_the_day() {
    let on = |on: &str, since: &str, fact: Fact| {
        let mut facts = Facts::default();
        for fact in HOLDS {
            tell(&mut facts, fact, Told::Always(Value::Bool(false)));
        }
        tell(&mut facts, fact, Told::Since { value: Value::Bool(true), since: day(since) });
        let row = Row { facts: BTreeMap::new(), ..rows().remove(0) };
        let case = Case { award: "giay-khen-xa".into(), facts, ..case(&row, day(on)) };
        let found = judge(catalog(), &case);
        let held = found.findings.into_iter().find(|one| one.rests_on(|it| catalog().is_hold(it)));
        held.map(|one| (one.weighs(), one.rule.unwrap().source.to_string()))
    };
    for fact in HOLDS {
        let person = |source: &str| Some((Verdict::PersonMustDecide, source.to_owned()));
        let no = |source: &str| Some((Verdict::No, source.to_owned()));
        assert_eq!(on("2023-12-20", "2023-12-01", fact), person("Nghị định 91/2017/NĐ-CP"));
        assert_eq!(on("2024-01-01", "2024-01-01", fact), no("Điều 4 Nghị định 98/2023/NĐ-CP"));
        assert_eq!(on("2025-07-01", "2024-01-01", fact), no("Điều 4 Nghị định 152/2025/NĐ-CP"));
        assert_eq!(on("2025-06-30", "2025-07-01", fact), None, "what came later changes nothing");
    }
}
