//! The first page of everybody at work: what is late, what is due, what waits. Features name their
//! things to do; the desk only puts them in order.

mod doors;
mod pages;

use jiff::ToSpan;
use jiff::civil::Date;

pub(crate) use pages::routes;

use crate::access::Person;
use crate::app::App;
use crate::features::todo::Todo;
use crate::features::{
    consultations, contributions, councils, decisions, fund, goals, letters, movements,
    nominations, opinions, proposals, questions, rechecks, recognition, reports, standards,
    surveys, templates,
};
use crate::refusal::Refusal;

/// How far the desk calls a day near.
const WEEK: i64 = 7;

/// When something is to be done, seen from today; a due day belongs to its deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum When {
    Late,
    Today,
    ThisWeek,
    Later,
    Waiting,
}

impl When {
    const ALL: [Self; 5] = [Self::Late, Self::Today, Self::ThisWeek, Self::Later, Self::Waiting];

    fn of(due: Option<Date>, today: Date) -> Self {
        match due {
            None => Self::Waiting,
            Some(day) if day < today => Self::Late,
            Some(day) if day == today => Self::Today,
            Some(day) if day <= today.saturating_add(WEEK.days()) => Self::ThisWeek,
            Some(_) => Self::Later,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Today => "today",
            Self::ThisWeek => "week",
            Self::Later => "later",
            Self::Waiting => "waiting",
        }
    }
}

/// Everything that waits for a person, the most urgent first.
fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    let features = [
        movements::todos,
        standards::todos,
        surveys::todos,
        rechecks::todos,
        questions::todos,
        goals::todos,
        contributions::todos,
        fund::todos,
        nominations::todos,
        proposals::todos,
        opinions::todos,
        consultations::todos,
        councils::todos,
        decisions::todos,
        recognition::todos,
        letters::todos,
        reports::todos,
        templates::todos,
    ];
    let mut all = Vec::new();
    for of_feature in features {
        all.extend(of_feature(app, by)?);
    }
    let today = app.today();
    all.sort_by_key(|todo| (When::of(todo.due, today), todo.due));
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_deadline_includes_its_day() {
        let today = date(2023, 12, 20);
        let when = |day| When::of(Some(day), today);
        assert_eq!(when(date(2023, 12, 19)), When::Late);
        assert_eq!(when(today), When::Today);
        assert_eq!(when(date(2023, 12, 27)), When::ThisWeek);
        assert_eq!(when(date(2023, 12, 28)), When::Later);
        assert_eq!(When::of(None, today), When::Waiting);
        assert_eq!(when(Date::MAX), When::Later);
    }
}
