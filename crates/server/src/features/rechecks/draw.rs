//! Drawing a list, and drawing it again.

use chungsuc_domain::standard::IndicatorKind;
use chungsuc_domain::standard::questions::visits;
use chungsuc_store::Change;
use serde::Serialize;

use super::{RECORD, Recheck, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::standards::grid::GridKey;
use crate::features::standards::{self, Reported};
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// No seed is longer, in letters.
const SEED_MOST: usize = 100;
/// No list is longer than this many villages, or figures of each.
const MOST: i64 = 100;

/// What is to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// What to draw by, such as a number drawn at the meeting; empty for one that nobody chose.
    pub seed: &'a str,
    /// How many villages.
    pub units: i64,
    /// How many figures of each.
    pub of_each: i64,
}

#[derive(Serialize)]
struct Kept<'a> {
    seed: &'a str,
    units: i64,
    of_each: i64,
    lines: usize,
}

/// Draws a list from the figures that were handed in for a standard and a period; gives its id.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`]; [`Refusal::Invalid`] with the fields `seed`, `units`
/// and `of_each`; a rule, when nothing was handed in.
pub fn draw(app: &App, by: &Person, key: GridKey<'_>, wish: Wish<'_>) -> Result<String, Refusal> {
    by.must_in_commune(Act::JudgeValues)?;
    app.catalog.standard(key.standard).ok_or(Refusal::NotFound)?;
    check(wish)?;
    let reported = standards::reported(app, by, key)?;
    let figures: Vec<(&str, &str)> = reported
        .iter()
        .map(|one| (one.value.unit.as_str(), one.value.indicator.as_str()))
        .collect();
    if figures.is_empty() {
        return Err(Refusal::rule("recheck-nothing"));
    }
    let (id, own) = (app.new_id(), app.new_id());
    let seed = if wish.seed.trim().is_empty() { own.as_str() } else { wish.seed.trim() };
    let [units, of_each] = [wish.units, wish.of_each].map(|it| usize::try_from(it).unwrap_or(0));
    let drawn = visits(seed, &figures, units, of_each);
    let pairs = drawn.iter().flat_map(|visit| visit.indicators.iter().map(|it| (visit.unit, *it)));
    let lines: Vec<&Reported> = pairs.filter_map(|pair| of_pair(&reported, pair)).collect();
    let pool: Vec<String> = figures.iter().map(|(unit, line)| format!("{unit}/{line}")).collect();
    let pool = pool.join("\n");
    app.write(by, |tx| {
        let at = tx.author().at;
        let params = [
            by.commune.as_str().into(),
            (&id).into(),
            key.standard.into(),
            key.period.into(),
            seed.into(),
            wish.units.into(),
            wish.of_each.into(),
            (&pool).into(),
            by.account.as_str().into(),
            at.into(),
        ];
        let kept = Kept { seed, units: wish.units, of_each: wish.of_each, lines: lines.len() };
        tx.change(Change::create(RECORD, &id, &kept)?, sql::ADD, &params)?;
        for (number, one) in (1_i64..).zip(&lines) {
            let figure = figure(app, one);
            let params = [
                by.commune.as_str().into(),
                (&id).into(),
                number.into(),
                one.value.id.as_str().into(),
                one.value.unit.as_str().into(),
                one.value.indicator.as_str().into(),
                (&figure).into(),
            ];
            let kept =
                serde_json::json!({ "unit": one.value.unit, "indicator": one.value.indicator });
            tx.change(
                Change::create("recheck_line", format!("{id}/{number}"), &kept)?,
                sql::ADD_LINE,
                &params,
            )?;
        }
        Ok(id.clone())
    })
}

fn check(wish: Wish<'_>) -> Result<(), Refusal> {
    let mut errors = Errors::default();
    if wish.seed.chars().count() > SEED_MOST {
        errors.add("seed", Message::new("recheck-seed-long").arg("most", SEED_MOST));
    }
    for (field, number) in [("units", wish.units), ("of_each", wish.of_each)] {
        if !(1..=MOST).contains(&number) {
            errors.add(field, Message::new("recheck-count").arg("most", MOST));
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}

fn of_pair<'a>(reported: &'a [Reported], (unit, line): (&str, &str)) -> Option<&'a Reported> {
    reported.iter().find(|one| one.value.unit == unit && one.value.indicator == line)
}

/// The figure in the one writing that does not change with the reader's language.
fn figure(app: &App, one: &Reported) -> String {
    let set = app.catalog.standard(&one.value.standard);
    let kind = set.and_then(|set| set.line(&one.value.indicator)).map(|line| line.kind);
    one.value.figure.in_cell(kind.unwrap_or(IndicatorKind::Amount))
}

/// Whether the seed draws exactly this list from what it was drawn from: anybody may ask, so that
/// nobody has to believe it. Of a list of which the reader sees a part only, the part is compared.
pub fn is_as_drawn(recheck: &Recheck) -> bool {
    let figures: Vec<(&str, &str)> =
        recheck.pool.lines().filter_map(|line| line.split_once('/')).collect();
    let [units, of_each] =
        [recheck.units, recheck.of_each].map(|it| usize::try_from(it).unwrap_or(0));
    let drawn = visits(&recheck.seed, &figures, units, of_each);
    let drawn: Vec<(&str, &str)> = drawn
        .iter()
        .flat_map(|visit| visit.indicators.iter().map(|line| (visit.unit, *line)))
        .collect();
    recheck.lines.iter().all(|line| {
        let place = usize::try_from(line.number - 1).ok();
        let there = place.and_then(|place| drawn.get(place));
        there == Some(&(line.unit.as_str(), line.indicator.as_str()))
    })
}
