//! Reports on a movement: each half-year, each year, and one to close it.
//!
//! A draft shows figures counted at this moment; the report that was sent shows those of its day, and
//! never others.

mod calendar;
mod document;
mod figures;
mod pages;
mod sql;
mod write;

use chungsuc_domain::{Period, codes};
use chungsuc_store::{Row, StoreError};
use jiff::ToSpan;
use jiff::civil::Date;

pub use calendar::{Calendar, DayOfYear, Expected, calendar, expected, set_calendar};
pub use document::{document, prepare_to_sign};
pub use figures::{
    DecisionFigure, DutyFigures, Figures, GiftFigure, TargetFigure, VillageFigure, figures,
};
pub(crate) use pages::routes;
pub use write::{Narrative, Sending, begin, coming_number, send, write};

use crate::access::{Act, Person};
use crate::app::App;
use crate::features::movements::{self, Movement};
use crate::features::todo::Todo;
use crate::refusal::Refusal;
use crate::web::Message;

/// Kind of a report's records in the journal.
pub const RECORD: &str = "report";
/// Kind of the records of a movement's due days in the journal.
pub const CALENDAR: &str = "report_calendar";

/// How many days before its day a report comes to the desk.
const NEAR: i64 = 14;

codes! {
    /// What a report covers.
    ReportKind {
        /// The first half of a year; the second one is part of the year's report.
        HalfYear = "half_year",
        /// A calendar year.
        Year = "year",
        /// The whole movement.
        Closing = "closing",
    }
}

codes! {
    /// How far a report is.
    State {
        /// Being written; its figures move with the data.
        Draft = "draft",
        /// Numbered and sent; never changes.
        Sent = "sent",
    }
}

/// A report.
#[derive(Clone, Debug)]
pub struct Report {
    /// Its id.
    pub id: String,
    /// Id of the movement.
    pub movement: String,
    /// What it covers.
    pub kind: ReportKind,
    /// From its first day to its last.
    pub period: Period,
    /// The last day to send it.
    pub due: Date,
    /// The days that its figures count.
    pub counted: Period,
    /// What was done and reached.
    pub results: String,
    /// What is hard.
    pub difficulties: String,
    /// What comes next.
    pub next_steps: String,
    /// How far it is.
    pub state: State,
    /// Id of the paper in the registry, once sent.
    pub paper: Option<String>,
    /// The day on which it was sent.
    pub sent_on: Option<Date>,
    /// Which state of the record this is.
    pub version: i64,
    /// The figures of the day on which it was sent.
    kept: Option<Figures>,
}

impl Report {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        let wrong = |index, wanted| StoreError::Column { index, wanted };
        let period = |from, to| {
            let found = Period::new(row.get(from)?, row.get(to)?);
            found.map_err(|_| wrong(to, "Period"))
        };
        let kept: Option<String> = row.get(14)?;
        let kept = kept.map(|json| serde_json::from_str(&json)).transpose();
        Ok(Self {
            id: row.get(0)?,
            movement: row.get(1)?,
            kind: row.coded(2, ReportKind::from_code)?,
            period: period(3, 4)?,
            due: row.get(5)?,
            counted: period(6, 7)?,
            results: row.get(8)?,
            difficulties: row.get(9)?,
            next_steps: row.get(10)?,
            state: row.coded(11, State::from_code)?,
            paper: row.get(12)?,
            sent_on: row.get(13)?,
            version: row.get(15)?,
            kept: kept.map_err(|_| wrong(14, "Figures"))?,
        })
    }

    /// A draft shows the ledger's sums as they stand, so it opens for those who may read them; a
    /// report that was sent is for everybody at work.
    fn is_seen_by(&self, by: &Person) -> bool {
        self.state == State::Sent || by.must_in_commune(Act::ReadContributions).is_ok()
    }
}

/// A report that the movement owes, and what became of it.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it covers and when it is due.
    pub expected: Expected,
    /// The report, once begun.
    pub report: Option<Report>,
}

impl Line {
    /// The last day to send it. A report that was begun keeps the day it was begun with.
    pub fn due(&self) -> Date {
        self.report.as_ref().map_or(self.expected.due, |report| report.due)
    }

    /// The day on which it was sent.
    pub fn sent_on(&self) -> Option<Date> {
        self.report.as_ref().and_then(|report| report.sent_on)
    }

    /// Whether its day has passed and it is not sent; the day itself still belongs to it.
    pub fn is_late(&self, today: Date) -> bool {
        self.sent_on().is_none() && self.due() < today
    }

    /// Whether it can be written now: what it covers has begun; a movement is closed in its last year.
    pub fn can_begin(&self, today: Date) -> bool {
        let Expected { kind, period, .. } = self.expected;
        let first = match kind {
            ReportKind::Closing => Date::new(period.to().year(), 1, 1).unwrap_or(period.to()),
            _ => period.from(),
        };
        self.report.is_none() && first <= today
    }
}

/// “Báo cáo năm 2023”.
pub(crate) fn name(kind: ReportKind, period: Period) -> Message {
    let year = |key| Message::new(key).arg("year", period.to().year().to_string());
    match kind {
        ReportKind::HalfYear => year("report-name-half-year"),
        ReportKind::Year => year("report-name-year"),
        ReportKind::Closing => {
            year("report-name-closing").arg("from", period.from().year().to_string())
        }
    }
}

/// Every report that a movement owes, in the order of their days.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn list(app: &App, by: &Person, movement: &Movement) -> Result<Vec<Line>, Refusal> {
    by.must_somewhere(Act::ReadReports)?;
    let (calendar, _) = calendar(app, by, &movement.id)?;
    let key = [by.commune.as_str().into(), movement.id.as_str().into()];
    let mut known: Vec<Report> =
        app.read(|r| r.all(sql::OF_MOVEMENT, &key, Report::read).map_err(Refusal::from))?;
    let line = |expected: Expected| {
        let is =
            |one: &Report| one.kind == expected.kind && one.period.from() == expected.period.from();
        let report = known.iter().position(is).map(|place| known.swap_remove(place));
        Line { expected, report }
    };
    Ok(expected(movement, &calendar).into_iter().map(line).collect())
}

/// One report.
///
/// # Errors
/// [`Refusal::NotFound`]; [`Refusal::Forbidden`], also for a draft whose figures the person may not
/// read; of the store.
pub fn find(app: &App, by: &Person, id: &str) -> Result<Report, Refusal> {
    by.must_somewhere(Act::ReadReports)?;
    let key = [by.commune.as_str().into(), id.into()];
    let found: Result<Report, Refusal> =
        app.read(|r| r.first(sql::ONE, &key, Report::read)?.ok_or(Refusal::NotFound));
    let found = found?;
    if found.is_seen_by(by) { Ok(found) } else { Err(Refusal::Forbidden) }
}

/// For who writes them: reports that are late or near.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    if by.must_in_commune(Act::WriteReports).is_err() {
        return Ok(Vec::new());
    }
    let Some(movement) = movements::current(app, by)? else { return Ok(Vec::new()) };
    let near = app.today().saturating_add(NEAR.days());
    let lines = list(app, by, &movement)?.into_iter();
    let open = lines.filter(|line| line.sent_on().is_none() && line.due() <= near);
    let todo = |line: Line| Todo {
        what: name(line.expected.kind, line.expected.period),
        href: line
            .report
            .as_ref()
            .map_or_else(|| "/bao-cao".to_owned(), |one| pages::address(&one.id)),
        due: Some(line.due()),
    };
    Ok(open.map(todo).collect())
}
