//! The drawn households, found again from the seed at every look.

use std::collections::HashMap;

use chungsuc_domain::survey::order;

use super::{Survey, place};
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::directory::{self, Household};
use crate::refusal::Refusal;

/// A household at its place in the draw.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// Its place, from 1.
    pub place: usize,
    /// Whether it is asked; the others stand ready in their order, for a household that is away.
    pub asked: bool,
    /// Its id, by which the draw can be repeated.
    pub id: String,
    /// The household as the directory has it today; none when it has moved to where this person may not
    /// look.
    pub household: Option<Household>,
}

/// All households of a survey in the order of the draw.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn drawn(app: &App, by: &Person, survey: &Survey) -> Result<Vec<Drawn>, Refusal> {
    by.must(Act::ReadSurveys, place(by, &survey.unit))?;
    let mut known = households(app, by, survey)?;
    let order = order(&survey.seed, survey.frame.iter().map(String::as_str));
    let drawn = order.into_iter().enumerate().map(|(place, id)| Drawn {
        place: place + 1,
        asked: place < survey.sample,
        id: id.to_owned(),
        household: known.remove(id),
    });
    Ok(drawn.collect())
}

/// The households of the place; of the whole commune where one of them has moved since.
fn households(
    app: &App,
    by: &Person,
    survey: &Survey,
) -> Result<HashMap<String, Household>, Refusal> {
    let read = |village: Option<&str>| -> Result<HashMap<String, Household>, Refusal> {
        let all = directory::all_households(app, by, village)?;
        Ok(all.into_iter().map(|one| (one.id.clone(), one)).collect())
    };
    let known = read(place(by, &survey.unit).village)?;
    let moved = survey.frame.iter().any(|id| !known.contains_key(id));
    let may_look = by.may(Act::ReadDirectory, Place::commune(&by.commune));
    if moved && may_look { read(None) } else { Ok(known) }
}
