//! Entering the counted forms.

use chungsuc_domain::date::Date;
use chungsuc_domain::survey::{Answers, AnswersError};
use chungsuc_store::{Change, StoreError};
use serde::Serialize;

use super::{Line, RECORD, State, Survey, find, place, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Counted forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Households that were handed a form.
    pub asked: u32,
    /// The day of the count.
    pub counted_on: Date,
    /// Of each content, how many answered and how many are satisfied.
    pub answers: Vec<(u32, u32)>,
    /// What should be known of it.
    pub note: String,
}

/// The counts as the journal tells them.
#[derive(Serialize)]
struct Kept {
    asked: Option<u32>,
    counted_on: Option<Date>,
    /// “1: 50/48; 2: 47/40”: answered and satisfied of each content.
    answers: String,
    note: String,
}

impl Kept {
    fn of(survey: &Survey) -> Self {
        let line = |line: &Line| {
            let Line { content, answers } = line;
            format!("{}: {}/{}", content.code, answers.answered(), answers.satisfied())
        };
        let answers: Vec<_> = survey.lines.iter().map(line).collect();
        let answers = survey.asked.map(|_| answers.join("; ")).unwrap_or_default();
        let (asked, counted_on) = (survey.asked, survey.counted_on);
        Self { asked, counted_on, answers, note: survey.note.clone() }
    }
}

/// Enters or corrects the counts of an open survey that was seen in state `version`.
///
/// # Errors
/// [`Refusal::Forbidden`] outside one's territory; [`Refusal::Invalid`] with the fields `asked`,
/// `counted_on`, `answered-1`, `satisfied-1` …; a rule, when the survey is not open; a conflict.
pub fn enter(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    counted: &Counted,
) -> Result<(), Refusal> {
    let old = find(app, by, id)?;
    by.must(Act::EnterSurveys, place(by, &old.unit))?;
    if old.state != State::Open {
        return Err(Refusal::rule("survey-not-open"));
    }
    let new = Survey {
        lines: check(app, &old, counted)?,
        asked: Some(counted.asked),
        counted_on: Some(counted.counted_on),
        note: counted.note.clone(),
        ..old.clone()
    };
    let lines = serde_json::to_string(&new.lines).map_err(StoreError::from)?;
    let params = [
        i64::from(counted.asked).into(),
        counted.counted_on.into(),
        lines.as_str().into(),
        counted.note.as_str().into(),
        by.account.as_str().into(),
        by.commune.as_str().into(),
        id.into(),
        version.into(),
    ];
    let change = Change::update(RECORD, id, &Kept::of(&old), &Kept::of(&new))?;
    app.write(by, |tx| Ok(tx.change(change, sql::ENTER, &params)?))
}

/// The contents with their answers, or everything that cannot be.
fn check(app: &App, survey: &Survey, counted: &Counted) -> Result<Vec<Line>, Refusal> {
    let mut errors = Errors::default();
    if counted.asked as usize > survey.frame.len() {
        let most = survey.frame.len();
        errors.add("asked", Message::new("survey-asked-most").arg("most", most));
    }
    if counted.counted_on > app.today() {
        errors.add("counted_on", Message::new("day-to-come"));
    } else if counted.counted_on < survey.opened_on {
        errors.add("counted_on", Message::new("survey-before-draw"));
    }
    let mut lines = Vec::new();
    for (place, line) in survey.lines.iter().enumerate() {
        let (answered, satisfied) = counted.answers.get(place).copied().unwrap_or_default();
        let content = line.content.clone();
        match Answers::new(counted.asked, answered, satisfied) {
            Ok(answers) => lines.push(Line { content, answers }),
            Err(wrong) => {
                let (field, key) = match wrong {
                    AnswersError::MoreThanAsked => ("answered", "survey-more-than-asked"),
                    AnswersError::MoreThanAnswered => ("satisfied", "survey-more-than-answered"),
                };
                let message = Message::new(key).arg("content", content.name);
                errors.add(format!("{field}-{}", content.code), message);
            }
        }
    }
    if errors.is_empty() { Ok(lines) } else { Err(errors.into()) }
}
