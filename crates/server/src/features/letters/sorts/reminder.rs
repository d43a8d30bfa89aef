//! Công văn đôn đốc: who owes what is computed when it is written. What households and persons give
//! is free, so no contribution is ever reminded of.

use chungsuc_domain::date::{show_date, show_long_date};
use chungsuc_press::template::Values;

use crate::features::decisions::village_words;
use crate::features::letters::Typed;
use crate::features::letters::counted::two_digits;
use crate::features::letters::scene::Scene;
use crate::features::letters::writing::{About, Filled, Issuer, Question, Script, Writing};
use crate::features::movements::{self, Duty, Movement};
use crate::features::papers::{Readers, Relation};
use crate::features::standards::{self, UnitStanding};
use crate::features::templates::sorts::REMINDER;
use crate::refusal::Refusal;
use crate::web::Message;
use chungsuc_domain::text::capital;

pub(super) static WRITING: Writing = Writing {
    sort: &REMINDER,
    issuer: Issuer::Office,
    abbreviation: "UBND-TĐKT",
    readers: Readers::Staff,
    capacity: "TM. Ủy ban nhân dân\nChủ tịch",
    signer: None,
    about: About::Movement(Script { ask, fill }),
};

/// What is owed on a day.
struct Owed {
    duties: Vec<Duty>,
    /// Villages with the number of indicators without an accepted value of the year.
    villages: Vec<(UnitStanding, usize)>,
}

fn ask(scene: &Scene<'_>, movement: &Movement) -> Result<Vec<Question>, Refusal> {
    owed(scene, movement)?;
    Ok(vec![
        Question::line("deadline", Message::new("letter-ask-deadline")),
        Question::lines("opinion", Message::new("letter-ask-guidance")).optional(),
    ])
}

fn owed(scene: &Scene<'_>, movement: &Movement) -> Result<Owed, Refusal> {
    let (app, by, today) = (scene.app, scene.by, scene.today);
    let mut duties = movements::duties(app, by, &movement.id)?;
    duties.retain(|duty| duty.is_late(today));
    let standings = match standards::usual(app) {
        "" => Vec::new(),
        standard => standards::standings(app, by, standard, today)?,
    };
    let villages = standings.into_iter().map(|village| {
        let missing = missing(&village, &today.year().to_string());
        (village, missing)
    });
    let villages: Vec<_> = villages.filter(|(_, missing)| *missing > 0).collect();
    match duties.is_empty() && villages.is_empty() {
        true => Err(Refusal::rule("letter-nothing-owed")),
        false => Ok(Owed { duties, villages }),
    }
}

/// Indicators of which no value of this year is accepted.
fn missing(village: &UnitStanding, year: &str) -> usize {
    let of_year = |verdict: &&standards::Verdict| {
        verdict.value.as_ref().is_some_and(|value| value.period == year)
    };
    village.verdicts.len() - village.verdicts.iter().filter(of_year).count()
}

fn fill(
    scene: &Scene<'_>,
    movement: &Movement,
    typed: &Typed,
    common: Values,
) -> Result<Filled, Refusal> {
    let owed = owed(scene, movement)?;
    let standard = scene.app.catalog.standard(standards::usual(scene.app));
    let standard = standard.map(|known| known.head().value.name.clone()).unwrap_or_default();
    let to = addressees(&owed).into_iter().map(|name| Values::new().text("tên", name));
    let duties = owed.duties.iter().map(|duty| {
        Values::new()
            .text("nơi thực hiện", duty.bearer.clone())
            .text("nhiệm vụ", duty.text.clone())
            .text("hạn", duty.due.map(show_date).unwrap_or_default())
    });
    let villages = owed.villages.iter().map(|(village, missing)| {
        Values::new()
            .text("làng", village.unit.name.clone())
            .text("tổng số chỉ tiêu", two_digits(village.verdicts.len()))
            .text("số chỉ tiêu còn thiếu", two_digits(*missing))
    });
    let values = common
        .rows("kính gửi", to)
        .text("kế hoạch", plan(movement))
        .text("ngày tính", show_long_date(scene.today))
        .rows("nhiệm vụ quá hạn", duties)
        .text("tên bộ tiêu chí", standard)
        .rows("làng còn thiếu", villages)
        .text("thời hạn", typed.words.text("deadline"))
        .text("ý kiến", typed.words.text("opinion"));
    let relations = vec![(Relation::Implements, movement.paper.clone())];
    Ok(Filled { values, relations, ..Filled::default() })
}

/// Bearers of late duties, then villages; each once.
fn addressees(owed: &Owed) -> Vec<String> {
    let bearers = owed.duties.iter().map(|duty| duty.bearer.clone());
    let villages = owed.villages.iter().map(|(it, _)| capital(&village_words(&it.unit.name)));
    let mut names: Vec<String> = Vec::new();
    for name in bearers.chain(villages) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// “Kế hoạch số 87/KH-UBND ngày 02 tháng 11 năm 2022”.
fn plan(movement: &Movement) -> String {
    let number = movement.plan_number.as_deref().map(|number| format!(" số {number}"));
    let day = movement.plan_day.map(|day| format!(" {}", show_long_date(day)));
    format!("Kế hoạch{}{}", number.unwrap_or_default(), day.unwrap_or_default())
}
