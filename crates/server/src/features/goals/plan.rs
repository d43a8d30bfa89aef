//! Goals that the plans of movements ask for: a unit that is to meet a set by a day.

use chungsuc_domain::standard::Standard;
use chungsuc_domain::{Decimal, UnitKind};
use jiff::civil::Date;

use super::keep::{NewGoal, add};
use super::{Aim, fits, goals, may_keep};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::movements::{self, Target};
use crate::refusal::Refusal;
use crate::web::Errors;

/// A target of a plan that can be taken over as a goal.
#[derive(Clone, Debug)]
pub struct Suggestion {
    /// Id of the movement.
    pub movement: String,
    /// Its name.
    pub movement_name: String,
    /// Which of its targets, from 0.
    pub place: usize,
    /// What the plan says.
    pub text: String,
    /// Until when.
    pub due: Date,
    /// Code and name of the unit.
    pub unit: (String, String),
    /// Id of the standard.
    pub standard: String,
    aim: Aim,
    planned: Decimal,
}

/// The targets of all plans that name a unit, a set and a day and are no goals yet.
///
/// # Errors
/// Of the store.
pub fn suggestions(app: &App, by: &Person) -> Result<Vec<Suggestion>, Refusal> {
    if !by.may_somewhere(Act::KeepGoals) {
        return Ok(Vec::new());
    }
    let known = goals(app, by)?;
    let mut found = Vec::new();
    for movement in movements::all(app, by)? {
        let targets = movements::targets(app, by, &movement.id)?;
        for (place, target) in targets.into_iter().enumerate() {
            let own = (movement.id.clone(), movement.name.clone());
            found.extend(suggestion(app, own, place, target));
        }
    }
    found.retain(|one| {
        let taken = known.iter().any(|goal| {
            (&goal.unit, &goal.standard, &goal.aim) == (&one.unit.0, &one.standard, &one.aim)
                && goal.due.year() == one.due.year()
        });
        let kind = match one.unit.0 == by.commune {
            true => UnitKind::Commune,
            false => UnitKind::Village,
        };
        let standard = app.catalog.standard(&one.standard);
        let fits = standard.is_some_and(|standard| fits(&one.aim, standard, kind));
        !taken && fits && may_keep(by, &one.unit.0)
    });
    Ok(found)
}

/// A unit that a plan names is to meet every criterion of its set.
fn suggestion(
    app: &App,
    (movement, movement_name): (String, String),
    place: usize,
    target: Target,
) -> Option<Suggestion> {
    let (unit, due, standard) = (target.unit?, target.due?, target.standard?);
    let known: &Standard = app.catalog.standard(&standard)?;
    let planned = Decimal::whole(i64::try_from(known.criteria().len()).ok()?).ok()?;
    let (aim, text) = (Aim::Criteria, target.text);
    Some(Suggestion { movement, movement_name, place, text, due, unit, standard, aim, planned })
}

/// Takes a target of a plan over as a goal; gives its id.
///
/// # Errors
/// [`Refusal::NotFound`] when there is no such target, or it is a goal already; [`Refusal::Forbidden`].
pub fn take(app: &App, by: &Person, movement: &str, place: usize) -> Result<String, Refusal> {
    by.must_somewhere(Act::KeepGoals)?;
    let all = suggestions(app, by)?;
    let chosen = all.into_iter().find(|one| one.movement == movement && one.place == place);
    let chosen = chosen.ok_or(Refusal::NotFound)?;
    let new = NewGoal {
        unit: &chosen.unit.0,
        standard: &chosen.standard,
        aim: chosen.aim.clone(),
        due: chosen.due,
        planned: Some(chosen.planned),
        note: &chosen.text,
    };
    add(app, by, &new, Some(movement), Errors::default())
}
