//! What surveys come to: one, and those of a unit for its recognition.

use chungsuc_domain::date::Date;
use chungsuc_domain::standard::Outcome;
use chungsuc_domain::survey::{Answers, Asked, Assessment, Content, Grounds, assess};

use super::{Survey, condition, current, of_year, place};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::standards::rules::rules;
use crate::features::units::{self, Unit};
use crate::refusal::Refusal;

/// How satisfied the people of a unit are, for its condition of recognition.
#[derive(Clone, Debug)]
pub struct Satisfaction {
    /// What the closed surveys come to together, with reasons; none while nothing is closed.
    pub assessment: Option<Assessment>,
    /// Met only if nothing is missing.
    pub outcome: Outcome,
    /// Ids of the surveys that were counted.
    pub surveys: Vec<String>,
    /// Villages of which no survey is closed, where a commune is told by its villages.
    pub missing: Vec<Unit>,
}

/// What one survey comes to by the rules of the day it was closed on; an open one by those of today.
///
/// # Errors
/// [`Refusal::NotFound`] when the catalog no longer has its standard.
pub fn assessment(app: &App, by: &Person, survey: &Survey) -> Result<Assessment, Refusal> {
    let day = survey.closed_on.unwrap_or_else(|| app.today());
    judged(app, by, day, &[survey])
}

/// How satisfied the people of a unit are for a standard and a year, `2023`: by the closed survey of
/// the unit itself; a commune without one of its own by those of its villages together.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`] for an unknown standard or period; of the store.
pub fn satisfaction(
    app: &App,
    by: &Person,
    standard: &str,
    unit: &str,
    period: &str,
) -> Result<Satisfaction, Refusal> {
    by.must(Act::ReadSurveys, place(by, unit))?;
    let year = period.parse().map_err(|_| Refusal::NotFound)?;
    let all = of_year(app, by, standard, year)?;
    let (found, missing) = match current(&all, unit) {
        Some(own) => (vec![own], Vec::new()),
        None if unit == by.commune => of_villages(app, by, &all)?,
        None => (Vec::new(), Vec::new()),
    };
    let last = found.iter().filter_map(|one| one.closed_on).max();
    let assessment = last.map(|day| judged(app, by, day, &found)).transpose()?;
    let outcome = assessment.as_ref().map_or(Outcome::NotReported, |one| one.outcome);
    // What is missing weighs more than what is there; what was missed weighs most.
    let outcome = if missing.is_empty() { outcome } else { outcome.max(Outcome::NotReported) };
    let surveys = found.iter().map(|one| one.id.clone()).collect();
    Ok(Satisfaction { assessment, outcome, surveys, missing })
}

/// The surveys of the villages that count, and the villages without one.
fn of_villages<'a>(
    app: &App,
    by: &Person,
    all: &'a [Survey],
) -> Result<(Vec<&'a Survey>, Vec<Unit>), Refusal> {
    let (mut found, mut missing) = (Vec::new(), Vec::new());
    for village in units::villages(app, &by.commune)? {
        match current(all, &village.code) {
            Some(survey) => found.push(survey),
            None => missing.push(village),
        }
    }
    Ok((found, missing))
}

/// Surveys counted together, content by content, by the rules that the commune is judged by; the
/// thresholds are those of the year they are for.
fn judged(app: &App, by: &Person, day: Date, surveys: &[&Survey]) -> Result<Assessment, Refusal> {
    let first = surveys.first().ok_or(Refusal::NotFound)?;
    let rules = rules(app, &by.commune, &first.standard)?;
    let day = Date::new(first.year, 12, 31).map_or(day, |last| day.min(last));
    let mut contents: Vec<(Content, Answers)> = Vec::new();
    for line in surveys.iter().flat_map(|survey| &survey.lines) {
        match contents.iter_mut().find(|(content, _)| *content == line.content) {
            Some((_, sum)) => *sum = sum.plus(line.answers),
            None => contents.push((line.content.clone(), line.answers)),
        }
    }
    let households: usize = surveys.iter().map(|survey| survey.frame.len()).sum();
    let counted = Asked {
        households: u32::try_from(households).unwrap_or(u32::MAX),
        asked: surveys.iter().filter_map(|survey| survey.asked).sum(),
        contents: &contents,
    };
    let grounds = Grounds {
        standard: &rules.standard,
        region: rules.region(day),
        each: app.catalog.survey_rule(&condition(&first.standard), day),
        share: app.catalog.survey_share(day),
        day,
    };
    Ok(assess(counted, grounds))
}
