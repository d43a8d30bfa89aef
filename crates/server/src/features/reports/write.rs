//! Writing a report: begun for what the movement owes, written, sent once.

use chungsuc_domain::Period;
use chungsuc_press::{Capacity, Document, docx, pdf};
use chungsuc_store::{Change, StoreError, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::document::Head;
use super::{
    Expected, Line, RECORD, Report, ReportKind, State, document, figures, find, list, sql,
};
use crate::access::{Act, Person};
use crate::app::App;
use crate::catalog::layout;
use crate::features::files::{self, NewFile};
use crate::features::movements;
use crate::features::papers::{self, Basis, NewPaper, PaperKind, Readers, Relation};
use crate::refusal::{self, Refusal};
use crate::web::{Errors, Message};

/// The book from which reports take their numbers.
const REGISTER: &str = "bao-cao";

/// What people write in a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Narrative {
    /// The first day that the figures count.
    pub figures_from: Date,
    /// The last one.
    pub figures_to: Date,
    /// What was done and reached; a paragraph a line.
    pub results: String,
    /// What is hard.
    pub difficulties: String,
    /// What comes next.
    pub next_steps: String,
}

/// How a report is numbered and signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    /// The number to take, where an office goes on from its paper book; else the next one.
    pub number: Option<i64>,
    /// What stands behind the number: “BC-BQL”.
    pub symbol: String,
    /// Power and post of who signs.
    pub signer_post: String,
    /// Name of who signs.
    pub signer_name: String,
}

#[derive(Serialize)]
struct Begun<'a> {
    title: &'a str,
    period_from: Date,
    period_to: Date,
    due: Date,
    state: State,
}

#[derive(Serialize)]
struct Step {
    state: State,
    sent_on: Option<Date>,
}

/// Begins a report that the movement owes; gives its id.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`] for one that is not owed; a rule, when what it covers
/// has not begun, or it was begun already.
pub fn begin(
    app: &App,
    by: &Person,
    movement: &str,
    kind: ReportKind,
    from: Date,
) -> Result<String, Refusal> {
    by.must_in_commune(Act::WriteReports)?;
    let movement = movements::find(app, by, movement)?;
    let all = list(app, by, &movement)?;
    let is = |line: &&Line| line.expected.kind == kind && line.expected.period.from() == from;
    let line = all.iter().find(is).ok_or(Refusal::NotFound)?;
    let today = app.today();
    if line.report.is_some() {
        return Err(Refusal::rule("report-begun"));
    }
    if !line.can_begin(today) {
        return Err(Refusal::rule("report-too-early"));
    }
    let (id, period, due) = (app.new_id(), line.expected.period, line.due());
    let title = document::title(&movement, kind, period);
    let begun = Begun {
        title: &title,
        period_from: period.from(),
        period_to: period.to(),
        due,
        state: State::Draft,
    };
    app.write(by, |tx| {
        Ok(tx.change(
            Change::create(RECORD, &id, &begun)?,
            sql::ADD,
            &[
                by.commune.as_str().into(),
                (&id).into(),
                (&movement.id).into(),
                kind.code().into(),
                period.from().into(),
                period.to().into(),
                due.into(),
                first_day(&all, line.expected).into(),
                today.min(period.to()).into(),
            ],
        )?)
    })?;
    Ok(id)
}

/// Where figures begin: the report of the year before often closes its books some days early, and what
/// came after them belongs here.
fn first_day(all: &[Line], expected: Expected) -> Date {
    let first = expected.period.from();
    let before = all.iter().filter_map(|line| line.report.as_ref()).find(|report| {
        report.kind == ReportKind::Year && report.period.to().tomorrow().ok() == Some(first)
    });
    let next = before.and_then(|report| report.counted.to().tomorrow().ok());
    next.filter(|_| expected.kind != ReportKind::Closing).unwrap_or(first)
}

/// A report that may still be written.
fn draft(app: &App, by: &Person, id: &str) -> Result<Report, Refusal> {
    by.must_in_commune(Act::WriteReports)?;
    let report = find(app, by, id)?;
    match report.state {
        State::Draft => Ok(report),
        State::Sent => Err(Refusal::rule("report-sent-already")),
    }
}

/// Writes a draft that was seen in state `version`.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `figures_from`, `figures_to`; a rule, when
/// it was sent; a conflict when somebody was faster.
pub fn write(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    new: &Narrative,
) -> Result<(), Refusal> {
    let known = draft(app, by, id)?;
    let mut errors = Errors::default();
    check_days(known.period, new, app.today(), &mut errors);
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let old = Narrative {
        figures_from: known.counted.from(),
        figures_to: known.counted.to(),
        results: known.results,
        difficulties: known.difficulties,
        next_steps: known.next_steps,
    };
    app.write(by, |tx| {
        Ok(tx.change(
            Change::update(RECORD, id, &old, new)?,
            sql::WRITE,
            &[
                new.figures_from.into(),
                new.figures_to.into(),
                (&new.results).into(),
                (&new.difficulties).into(),
                (&new.next_steps).into(),
                by.commune.as_str().into(),
                id.into(),
                version.into(),
            ],
        )?)
    })
}

/// Figures begin with the period or before it, and end within it, with a day that has come.
fn check_days(period: Period, new: &Narrative, today: Date, errors: &mut Errors) {
    if new.figures_from > period.from() {
        errors.add("figures_from", Message::new("report-figures-gap"));
    }
    if !period.contains(new.figures_to) {
        errors.add("figures_to", Message::new("report-figures-outside"));
    } else if new.figures_to > today {
        errors.add("figures_to", Message::new("day-to-come"));
    }
}

/// The number that the book of reports would give next this year.
///
/// # Errors
/// Of the store.
pub fn coming_number(app: &App, by: &Person) -> Result<i64, Refusal> {
    papers::coming_number(app, &by.commune, REGISTER, app.today().year())
}

/// Sends a draft that was seen in state `version`: it takes its number and its day, its figures stay,
/// and nothing changes any more.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `number`, `symbol`, `signer_post`,
/// `signer_name`; a rule, when a part is not written yet or it was sent; a conflict when somebody was
/// faster.
pub fn send(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    sending: &Sending,
) -> Result<(), Refusal> {
    let known = draft(app, by, id)?;
    check(&known, sending)?;
    let movement = movements::find(app, by, &known.movement)?;
    let plan = papers::find(app, by, &movement.paper)?;
    let today = app.today();
    let title = document::title(&movement, known.kind, known.period);
    let basis = Basis {
        kind: "Kế hoạch".to_owned(),
        number: plan.number.clone().unwrap_or_default(),
        issued_on: plan.issued_on,
        issuer: plan.issuer.clone(),
    };
    let sent = Report { state: State::Sent, sent_on: Some(today), ..known.clone() };
    app.write(by, |tx| {
        let serial = papers::next_number(tx, REGISTER, today.year(), sending.number)?;
        let number = format!("{serial:02}/{}", sending.symbol);
        let paper = NewPaper {
            kind: PaperKind::REPORT,
            number: Some(&number),
            issued_on: Some(today),
            issuer: &movement.reported_by,
            place: &plan.place,
            title: &title,
            signer_post: &sending.signer_post,
            signer_name: &sending.signer_name,
            bases: std::slice::from_ref(&basis),
            recipients: std::slice::from_ref(&movement.reports_to),
            readers: Readers::Staff,
        };
        let paper = papers::register(app, tx, &paper)?;
        papers::relate_made(tx, &paper, Relation::Implements, &plan)?;
        // What is counted now is what the commit finds: nothing is entered between the two.
        tx.hold_others()?;
        let figures = figures(app, by, &known)?;
        let head = Head {
            serial: u32::try_from(serial).ok(),
            symbol: &sending.symbol,
            post: &sending.signer_post,
            name: &sending.signer_name,
        };
        file(app, tx, &paper, &sent, &document::laid(&movement, &plan, &sent, &head, &figures)?)?;
        let kept = serde_json::to_string(&figures).map_err(StoreError::from)?;
        let old = Step { state: State::Draft, sent_on: None };
        let new = Step { state: State::Sent, sent_on: Some(today) };
        Ok(tx.change(
            Change::update(RECORD, id, &old, &new)?,
            sql::SEND,
            &[
                (&paper).into(),
                today.into(),
                (&kept).into(),
                by.commune.as_str().into(),
                id.into(),
                version.into(),
            ],
        )?)
    })
}

/// Keeps the PDF of a sent report as the file of its paper, with its words for the search.
fn file(
    app: &App,
    tx: &mut Writer<'_>,
    paper: &str,
    report: &Report,
    document: &Document,
) -> Result<(), Refusal> {
    let (name, layout) = (document::file_name(report), layout()?);
    let kept =
        files::keep(app, tx, &NewFile::made(&format!("{name}.pdf"), pdf(document, &layout)?))?;
    let words = papers::text_of(&docx(document, &layout)?, &format!("{name}.docx"));
    papers::attach_kept(tx, paper, &kept, words.as_deref())
}

/// Every part is written, and who signs is named.
fn check(report: &Report, sending: &Sending) -> Result<(), Refusal> {
    let parts = [&report.results, &report.difficulties, &report.next_steps];
    if parts.iter().any(|part| part.trim().is_empty()) {
        return Err(Refusal::rule("report-unfinished"));
    }
    let mut errors = Errors::default();
    let fields = [
        ("symbol", &sending.symbol),
        ("signer_post", &sending.signer_post),
        ("signer_name", &sending.signer_name),
    ];
    for (field, _) in fields.iter().filter(|(_, value)| value.trim().is_empty()) {
        errors.add(*field, Message::new("field-missing"));
    }
    if let Err(error) = Capacity::read(&sending.signer_post) {
        errors.add("signer_post", refusal::capacity(error));
    }
    if sending.symbol.contains('/') {
        errors.add("symbol", Message::new("report-symbol-plain"));
    }
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}
