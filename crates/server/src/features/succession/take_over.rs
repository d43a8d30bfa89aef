//! The new unit takes over what is known of it, as drafts that go the usual way.

use chungsuc_domain::standard::Reported;
use chungsuc_domain::standard::succession::Part;

use super::{Line, Outlook, Succession, find, outlook};
use crate::access::Person;
use crate::app::App;
use crate::features::standards::{self, Figure, grid::GridKey};
use crate::refusal::Refusal;

/// Makes the figures of a new unit drafts of a period, where nothing stands yet; gives how many. Each
/// says from which parts it comes.
///
/// # Errors
/// [`Refusal::NotFound`]; [`Refusal::Forbidden`]; a rule, when there is nothing to take over.
pub fn take_over(app: &App, by: &Person, unit: &str, key: GridKey<'_>) -> Result<usize, Refusal> {
    let succession = find(app, by, unit, key.standard)?;
    let outlook = outlook(app, by, &succession, key.standard, None)?;
    let known = outlook.lines.iter().filter_map(|line| {
        let figure = figure(line.figure()?, line, &succession);
        Some((line.indicator.code.clone(), figure))
    });
    let why = note(&succession);
    let figures: Vec<(String, Figure)> = known.collect();
    match standards::draft_inherited(app, by, unit, key, &figures, &why)? {
        0 => Err(Refusal::rule("succession-nothing-new")),
        count => Ok(count),
    }
}

/// How many figures of a new unit are known and do not stand in a period yet.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn to_take(
    app: &App,
    by: &Person,
    of: &Succession,
    outlook: &Outlook,
    key: GridKey<'_>,
) -> Result<usize, Refusal> {
    let there = standards::values(app, by, &of.unit.code, key.standard)?;
    let stands = |line: &Line| {
        let same = |code: &str, period: &str| code == line.indicator.code && period == key.period;
        there.iter().any(|value| same(&value.indicator, &value.period))
    };
    Ok(outlook.lines.iter().filter(|line| !line.is_open() && !stands(line)).count())
}

/// “Từ sáp nhập: Tơ Tung, Kông Lơng Khơng”: Vietnamese whatever the language of the screen, for it is
/// kept.
fn note(of: &Succession) -> String {
    let names: Vec<&str> = of.origins.iter().map(|it| it.unit.name.as_str()).collect();
    let how = if of.is_divided() { "Từ chia tách" } else { "Từ sáp nhập" };
    format!("{how}: {}", names.join(", "))
}

fn figure(reported: Reported, line: &Line, of: &Succession) -> Figure {
    let (amount, numerator, denominator, met) = match reported {
        Reported::YesNo(met) => (None, None, None, Some(met)),
        Reported::Amount(amount) => (Some(amount), None, None, None),
        Reported::Share(share) => (None, Some(share.part()), Some(share.whole()), None),
    };
    let part = |part: &Part| {
        let origin = of.origins.iter().find(|it| it.unit.code == part.unit)?;
        let figure = origin.figures.get(&line.indicator.code)?;
        Some(format!("{} {}", origin.unit.name, figure.in_cell(line.indicator.kind)))
    };
    let parts: Vec<String> = line.merged.parts.iter().filter_map(part).collect();
    let mut note = note(of);
    if !parts.is_empty() {
        note = format!("{note} ({})", parts.join("; "));
    }
    if let (Err(_), Some(given)) = (line.merged.figure, &line.given) {
        note = format!("{note}. {}", given.figure.note);
    }
    Figure { amount, numerator, denominator, met, measured_on: of.first_day, note }
}
