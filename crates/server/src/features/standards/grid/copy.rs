//! The figures of the last period as drafts of this one, where nothing stands yet.

use std::collections::HashSet;

use chungsuc_domain::review::Stage;
use chungsuc_store::{Reader, Writer};

use super::{GridKey, Values, anew_when_overtaken};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::standards::enter::add;
use crate::features::standards::{Key, Value, judged_units_for, period};
use crate::refusal::Refusal;

/// How many figures [`copy_last`] would copy now.
///
/// # Errors
/// As [`copy_last`].
pub fn to_copy(app: &App, by: &Person, key: GridKey<'_>) -> Result<usize, Refusal> {
    let copying = Copying::new(app, by, key)?;
    app.read(|r| Ok(copying.figures(r)?.len()))
}

/// Copies what the period before holds into the empty cells of this one, as drafts; gives how many.
/// A figure keeps its day: nobody has measured anew. What was given back is not copied.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`] for an unknown standard or period; of the store.
pub fn copy_last(app: &App, by: &Person, key: GridKey<'_>, why: &str) -> Result<usize, Refusal> {
    let copying = Copying::new(app, by, key)?;
    anew_when_overtaken(|| app.write(by, |tx| copying.all(app, tx, why)))
}

struct Copying<'a> {
    by: &'a Person,
    key: GridKey<'a>,
    from: String,
    villages: HashSet<String>,
    indicators: HashSet<&'a str>,
}

impl<'a> Copying<'a> {
    fn new(app: &'a App, by: &'a Person, key: GridKey<'a>) -> Result<Self, Refusal> {
        by.must_somewhere(Act::EnterValues)?;
        let standard = app.catalog.standard(key.standard).ok_or(Refusal::NotFound)?;
        let from = period::before(key.period).ok_or(Refusal::NotFound)?;
        let villages = judged_units_for(app, by, Act::EnterValues, standard)?;
        Ok(Self {
            by,
            key,
            from,
            villages: villages.into_iter().map(|village| village.code).collect(),
            indicators: standard.indicators().iter().map(|one| one.code.as_str()).collect(),
        })
    }

    fn figures(&self, r: &mut Reader<'_>) -> Result<Vec<Value>, Refusal> {
        let commune = &self.by.commune;
        let last = GridKey { period: &self.from, ..self.key };
        let (here, last) =
            (Values::of_period(r, commune, self.key)?, Values::of_period(r, commune, last)?);
        let wanted = |value: &&Value| {
            value.review.stage() != Stage::Returned
                && self.villages.contains(&value.unit)
                && self.indicators.contains(value.indicator.as_str())
                && here.of(&value.unit, &value.indicator).is_none()
        };
        Ok(last.iter().filter(wanted).cloned().collect())
    }

    fn all(&self, app: &App, tx: &mut Writer<'_>, why: &str) -> Result<usize, Refusal> {
        let figures = self.figures(tx)?;
        for Value { unit, indicator, figure, .. } in &figures {
            let (standard, period) = (self.key.standard, self.key.period);
            let key = Key { unit, standard, indicator, period };
            add(tx, self.by, &app.new_id(), &key, figure, Some(why))?;
        }
        Ok(figures.len())
    }
}
